/** A pattern taken apart: literal text, `*` (any run) and `?` (any one character). Text put in for a variable is literal. */
export type PatternPiece = { readonly literal: string } | '*' | '?'

interface Segment {
  readonly text: string
  /** Positions at which any character fits. */
  readonly holes: readonly number[]
}

/** Star-free segments between the stars. */
export interface Pattern {
  readonly segments: readonly Segment[]
}

/** Compiles pieces once; a pattern is never turned into a regular expression. */
export function compilePieces(pieces: readonly PatternPiece[]): Pattern {
  const segments: Segment[] = []
  let text = ''
  let holes: number[] = []
  for (const piece of pieces) {
    if (piece === '*') {
      segments.push({ text, holes })
      text = ''
      holes = []
    } else if (piece === '?') {
      holes.push(text.length)
      text += '?'
    } else text += piece.literal
  }
  segments.push({ text, holes })
  return { segments }
}

/** The pieces of plain pattern text. */
export function piecesOf(text: string): PatternPiece[] {
  const pieces: PatternPiece[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    const character = text[i]
    if (character !== undefined && character !== '*' && character !== '?') continue
    if (i > from) pieces.push({ literal: text.slice(from, i) })
    if (character === '*' || character === '?') pieces.push(character)
    from = i + 1
  }
  return pieces
}

export const compilePattern = (text: string): Pattern => compilePieces(piecesOf(text))

function fitsAt(segment: Segment, text: string, at: number): boolean {
  if (segment.holes.length === 0) return text.startsWith(segment.text, at)
  if (at + segment.text.length > text.length) return false
  let from = 0
  for (const hole of segment.holes) {
    for (let i = from; i < hole; i++) if (segment.text.charCodeAt(i) !== text.charCodeAt(at + i)) return false
    from = hole + 1
  }
  for (let i = from; i < segment.text.length; i++) if (segment.text.charCodeAt(i) !== text.charCodeAt(at + i)) return false
  return true
}

function findFrom(segment: Segment, text: string, from: number, end: number): number {
  if (segment.holes.length === 0) {
    const at = text.indexOf(segment.text, from)
    return at >= 0 && at + segment.text.length <= end ? at : -1
  }
  for (let at = from; at + segment.text.length <= end; at++) if (fitsAt(segment, text, at)) return at
  return -1
}

/** Does the whole text fit? Each star-free segment is looked for once, leftmost first, so the cost is never exponential. */
export function matchPattern(pattern: Pattern, text: string): boolean {
  const { segments } = pattern
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (!first || !last) return text === ''
  if (segments.length === 1) return first.text.length === text.length && fitsAt(first, text, 0)
  const end = text.length - last.text.length
  let at = first.text.length
  if (at > end || !fitsAt(first, text, 0) || !fitsAt(last, text, end)) return false
  for (let i = 1; i < segments.length - 1; i++) {
    const segment = segments[i]
    if (!segment || segment.text === '') continue
    const found = findFrom(segment, text, at, end)
    if (found < 0) return false
    at = found + segment.text.length
  }
  return true
}
