export type { Language, MessageKey, MessageParams, Messages, RichText, Segment, SegmentKind, Translate } from './translate'
export { createTranslate } from './translate'

import { createTranslate, type Language, type Translate } from './translate'

/** Loads one language's messages; the other stays unfetched. */
export async function loadTranslate(language: Language): Promise<Translate> {
  const messages = language === 'ja' ? (await import('./ja')).ja : (await import('./en')).en
  return createTranslate(language, messages)
}
