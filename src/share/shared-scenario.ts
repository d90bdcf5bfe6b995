import type { Documents } from '../simulate'

/** A text in one language for all, or one per language. */
export type SharedText = string | { readonly en?: string; readonly ja?: string }

/** What a link or a file carries. */
export interface SharedScenario {
  readonly title?: SharedText
  /** For the trainer. */
  readonly notes?: SharedText
  readonly documents: Documents
}

/** The text in a language, or in the other one. */
export function textIn(text: SharedText | undefined, language: 'en' | 'ja'): string | undefined {
  if (text === undefined || typeof text === 'string') return text
  return text[language] ?? text.en ?? text.ja
}
