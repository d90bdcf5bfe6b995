import { createStore, type StoreApi } from 'zustand/vanilla'
import { loadTranslate, type Translate } from '../i18n'
import { keepPreferences, type StoragePort } from './keep'
import type { ColumnShares, PreferencesState } from './stores'

export interface PreferencesStart {
  readonly translate: Translate
  readonly theme: PreferencesState['theme']
  readonly reducedMotion: boolean
  readonly columns?: ColumnShares | undefined
  readonly singleKeys?: boolean | undefined
}

/** As in the design: a quarter for the request, the rest in halves. */
export const usualShares: ColumnShares = { first: 0.2585, second: 0.5 }

/** Language, theme and motion. A language is shown once its messages have arrived. */
export function createPreferencesStore(start: PreferencesStart, storage: StoragePort | undefined): StoreApi<PreferencesState> {
  return createStore<PreferencesState>()((set, get) => {
    let wanted = start.translate.language
    let complete = false
    const kept = () => {
      const { language, theme, columns, singleKeys } = get()
      keepPreferences(storage, { language, theme, columns, singleKeys })
    }
    return {
      language: start.translate.language,
      translate: start.translate,
      theme: start.theme,
      reducedMotion: start.reducedMotion,
      columns: start.columns ?? usualShares,
      singleKeys: start.singleKeys ?? true,
      setLanguage: async (language) => {
        wanted = language
        const translate = await loadTranslate(language)
        // Another language was chosen while this one was on its way.
        if (wanted !== language) return
        complete = true
        set({ language, translate })
        kept()
      },
      completeMessages: async () => {
        if (complete) return
        const { language } = get()
        const translate = await loadTranslate(language)
        if (complete || get().language !== language) return
        complete = true
        set({ translate })
      },
      setReducedMotion: (reducedMotion) => set({ reducedMotion }),
      setTheme: (theme) => {
        set({ theme })
        kept()
      },
      setColumns: (columns) => {
        set({ columns })
        kept()
      },
      setSingleKeys: (singleKeys) => {
        set({ singleKeys })
        kept()
      },
    }
  })
}
