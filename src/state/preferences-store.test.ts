import { expect, it, vi } from 'vitest'
import type { Language, Translate } from '../i18n'
import { createPreferencesStore } from './preferences-store'

const arrivals = vi.hoisted(() => new Map<string, (translate: Translate) => void>())

vi.mock(import('../i18n'), async (original) => ({
  ...(await original()),
  loadTranslate: (language: Language) => new Promise<Translate>((resolve) => arrivals.set(language, resolve)),
}))

it('shows the language that was chosen last, also when an earlier one arrives after it', async () => {
  const { loadTranslate } = await vi.importActual<typeof import('../i18n')>('../i18n')
  const translate = await loadTranslate('en')
  const store = createPreferencesStore({ translate, theme: 'light', reducedMotion: false }, undefined)
  const japanese = store.getState().setLanguage('ja')
  const english = store.getState().setLanguage('en')
  arrivals.get('en')?.(translate)
  await english
  arrivals.get('ja')?.(await loadTranslate('ja'))
  await japanese
  expect(store.getState().language).toBe('en')
  expect(store.getState().translate).toBe(translate)
})
