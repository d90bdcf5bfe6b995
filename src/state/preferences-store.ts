import { createStore, type StoreApi } from 'zustand/vanilla'
import { loadTranslate, type Translate } from '../i18n'
import { keepPreferences, type StoragePort } from './keep'
import { type ColumnShares, type PreferencesState, usualShares } from './stores'

export interface PreferencesStart {
  readonly translate: Translate
  readonly theme: PreferencesState['theme']
  readonly reducedMotion: boolean
  readonly columns?: ColumnShares | undefined
}

/** Language, theme and motion. A language is shown once its messages have arrived. */
export function createPreferencesStore(start: PreferencesStart, storage: StoragePort | undefined): StoreApi<PreferencesState> {
  return createStore<PreferencesState>()((set, get) => {
    let wanted = start.translate.language
    const kept = () => keepPreferences(storage, { language: get().language, theme: get().theme, columns: get().columns })
    return {
      language: start.translate.language,
      translate: start.translate,
      theme: start.theme,
      reducedMotion: start.reducedMotion,
      columns: start.columns ?? usualShares,
      setLanguage: async (language) => {
        wanted = language
        const translate = await loadTranslate(language)
        // Another language was chosen while this one was on its way.
        if (wanted !== language) return
        set({ language, translate })
        kept()
      },
      completeMessages: async () => {
        const { language } = get()
        const translate = await loadTranslate(language)
        if (get().language === language) set({ translate })
      },
      setTheme: (theme) => {
        set({ theme })
        kept()
      },
      setColumns: (columns) => {
        set({ columns })
        kept()
      },
    }
  })
}
