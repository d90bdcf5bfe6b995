import { arnParts } from '../match/arn'
import { compilePieces, matchPattern, type Pattern, piecesOf } from '../match/pattern'
import type { RequestKeys } from './context-key'
import { substitute } from './policy-variable'

/** An ArnLike value, one pattern per part; undefined when it can match nothing. */
export type ArnPattern = readonly Pattern[] | undefined

/** Compiles an ArnEquals or ArnLike value. It is split outside `${…}`, so that a variable may hold the colon of its key's name. */
export function compileArn(value: string, keys: RequestKeys | undefined): ArnPattern {
  const texts = arnParts(value)
  if (texts.length < 6 || texts[0] !== 'arn') return undefined
  const patterns: Pattern[] = []
  for (const text of texts) {
    const pieces = keys ? substitute(text, keys, true) : piecesOf(text)
    if (!pieces) return undefined
    patterns.push(compilePieces(pieces))
  }
  return patterns
}

/** Each part on its own, case-sensitive; a wildcard never crosses a colon but inside the sixth part. */
export function matchArn(pattern: ArnPattern, requested: string): boolean {
  if (!pattern) return false
  const parts = requested.split(':')
  if (parts.length < 6 || parts[0] !== 'arn') return false
  return pattern.every((part, index) => matchPattern(part, index < 5 ? (parts[index] ?? '') : parts.slice(5).join(':')))
}
