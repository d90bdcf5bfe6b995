import type { PatternPiece } from '../match/pattern'
import { piecesOf } from '../match/pattern'
import type { RequestKeys } from './context-key'

/** A value with its variables filled in. `undefined`: a variable has no value, so the text matches nothing. */
export type Substituted = readonly PatternPiece[] | undefined

const escapes = new Set(['*', '?', '$'])

/** `${key}` or `${key, 'default'}`: comma and one space, single quotes. */
function variableValue(expression: string, keys: RequestKeys): string | undefined {
  const withDefault = /^([^,\s']+), '([^']*)'$/.exec(expression)
  if (withDefault) return keys.single(withDefault[1] ?? '') ?? withDefault[2]
  return /^[^,\s']+$/.test(expression) ? keys.single(expression) : undefined
}

/**
 * Fills in policy variables (Version 2012-10-17 only). What is put in is literal: a `*` inside a tag's value is no wildcard.
 * With `wildcards`, `*` and `?` of the text itself stay wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function substitute(text: string, keys: RequestKeys, wildcards: boolean): Substituted {
  const plain = (part: string): PatternPiece[] => (wildcards ? piecesOf(part) : part === '' ? [] : [{ literal: part }])
  if (!text.includes('${')) return plain(text)
  const pieces: PatternPiece[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf('${', from)
    if (start < 0) break
    const end = text.indexOf('}', start)
    if (end < 0) return undefined
    pieces.push(...plain(text.slice(from, start)))
    const expression = text.slice(start + 2, end)
    const value = escapes.has(expression) ? expression : variableValue(expression, keys)
    if (value === undefined) return undefined
    pieces.push({ literal: value })
    from = end + 1
  }
  pieces.push(...plain(text.slice(from)))
  return pieces
}

/** The text of pieces, for showing. */
export function textOf(pieces: readonly PatternPiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.literal)).join('')
}
