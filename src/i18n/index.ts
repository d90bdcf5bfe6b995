export type { Language, MessageKey, MessageParams, Messages, RichText, Segment, SegmentKind, Translate } from './translate'
export { createTranslate } from './translate'

import { createTranslate, type Language, type Translate } from './translate'

/** Loads one language's messages; the other stays unfetched. */
export async function loadTranslate(language: Language): Promise<Translate> {
  const [first, late] =
    language === 'ja'
      ? [(await import('./ja/first')).first, (await import('./ja/late')).late]
      : [(await import('./en/first')).first, (await import('./en/late')).late]
  return createTranslate(language, { ...first, ...late })
}

/** Loads only what the first screen says; a message of the editors or terminals is empty in it. */
export async function loadFirstTranslate(language: Language): Promise<Translate> {
  return createTranslate(language, language === 'ja' ? (await import('./ja/first')).first : (await import('./en/first')).first)
}

/** Loads all that is said, also by the editors' widgets: fetched when somebody first needs one. */
export async function loadWidgetTranslate(language: Language): Promise<Translate> {
  const [base, widgets] =
    language === 'ja'
      ? [(await import('./ja/first')).first, { ...(await import('./ja/late')).late, ...(await import('./ja/widgets')).widgets }]
      : [(await import('./en/first')).first, { ...(await import('./en/late')).late, ...(await import('./en/widgets')).widgets }]
  return createTranslate(language, { ...base, ...widgets })
}
