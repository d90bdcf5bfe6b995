import type { PatternPiece } from '../match/pattern'
import { piecesOf } from '../match/pattern'
import type { RequestKeys } from './context-key'

/** A value with its variables filled in. `undefined`: a variable has no value, so the text matches nothing. */
export type Substituted = readonly PatternPiece[] | undefined

const escapes = new Set(['*', '?', '$'])

/** No white space at its ends, no comma, no quote. Inside it a tag's key may hold a space: `aws:PrincipalTag/cost center`. */
const isKeyName = (text: string) => text !== '' && text === text.trim() && !/[,']/.test(text)

/** `${key}` or `${key, 'default'}`: comma and one space, single quotes. */
function variableValue(expression: string, keys: RequestKeys): string | undefined {
  const comma = expression.indexOf(',')
  const name = comma < 0 ? expression : expression.slice(0, comma)
  if (!isKeyName(name)) return undefined
  if (comma < 0) return keys.single(name)
  const fallback = /^, '([^']*)'$/.exec(expression.slice(comma))
  return fallback ? (keys.single(name) ?? fallback[1]) : undefined
}

/** Where a variable ends: the first `}` outside a quoted default, or -1. */
function endOfVariable(text: string, start: number): number {
  let quoted = false
  for (let i = start + 2; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted
    else if (text[i] === '}' && !quoted) return i
  }
  return -1
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
    const end = endOfVariable(text, start)
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
