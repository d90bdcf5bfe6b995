import type { RichText, Translate } from '../i18n'

/** Sentences one after the other; Japanese has no space between them. */
export function join({ language }: Translate, ...parts: readonly RichText[]): RichText {
  const said = parts.filter((part) => part.length > 0)
  if (language === 'ja') return said.flat()
  return said.flatMap((part, index) => (index > 0 ? [{ kind: 'text', text: ' ' } as const, ...part] : part))
}
