import type { Translate } from '../i18n'

/** A level of the organization by its place, from the root down: Root, OU 1, OU 2, Account. */
export function levelName(level: number, levels: number, translate: Translate): string {
  if (level === 0) return translate('level.root')
  return level === levels - 1 ? translate('level.account') : translate('level.ou', { number: level })
}

/** The same inside a sentence: "the account". */
export function levelInSentence(level: number, levels: number, translate: Translate): string {
  if (level === 0) return translate('level.said.root')
  return level === levels - 1 ? translate('level.said.account') : translate('level.ou', { number: level })
}
