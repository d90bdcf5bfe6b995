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
  let from = 0
  for (let index = 0; index < 5; index++) {
    const part = pattern[index]
    const colon = requested.indexOf(':', from)
    if (!part || colon < 0 || !matchPattern(part, requested.slice(from, colon))) return false
    from = colon + 1
  }
  const last = pattern[5]
  return last !== undefined && matchPattern(last, requested.slice(from))
}
