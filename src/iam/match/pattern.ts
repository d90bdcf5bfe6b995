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

/** Plain search may cost segment × text on hostile input (`b` and a thousand `a` in many `a`); for short segments it is the fastest. */
const plainSearchLimit = 32

/** Where a segment without holes begins in the text: Knuth, Morris and Pratt, linear in both. */
function findLiteral(wanted: string, text: string, from: number): number {
  const fallback = new Int32Array(wanted.length)
  for (let i = 1, matched = 0; i < wanted.length; i++) {
    while (matched > 0 && wanted.charCodeAt(i) !== wanted.charCodeAt(matched)) matched = fallback[matched - 1] ?? 0
    if (wanted.charCodeAt(i) === wanted.charCodeAt(matched)) matched++
    fallback[i] = matched
  }
  for (let at = from, matched = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== wanted.charCodeAt(matched)) matched = fallback[matched - 1] ?? 0
    if (text.charCodeAt(at) === wanted.charCodeAt(matched)) matched++
    if (matched === wanted.length) return at - matched + 1
  }
  return -1
}

/** Where a long segment with holes begins: every candidate position at once, 32 of the segment's characters per step (shift-and). */
function findWithHoles(segment: Segment, text: string, from: number, end: number): number {
  const size = segment.text.length
  const words = (size + 31) >>> 5
  const always = new Int32Array(words)
  for (const hole of segment.holes) always[hole >>> 5] = (always[hole >>> 5] ?? 0) | (1 << (hole & 31))
  const masks = new Map<number, Int32Array>()
  const holes = new Set(segment.holes)
  for (let i = 0; i < size; i++) {
    if (holes.has(i)) continue
    const code = segment.text.charCodeAt(i)
    let mask = masks.get(code)
    if (!mask) {
      mask = always.slice()
      masks.set(code, mask)
    }
    mask[i >>> 5] = (mask[i >>> 5] ?? 0) | (1 << (i & 31))
  }
  const state = new Int32Array(words)
  const lastBit = 1 << ((size - 1) & 31)
  for (let at = from; at < end; at++) {
    const mask = masks.get(text.charCodeAt(at)) ?? always
    let carry = 1
    for (let word = 0; word < words; word++) {
      const before = state[word] ?? 0
      state[word] = ((before << 1) | carry) & (mask[word] ?? 0)
      carry = before >>> 31
    }
    if (((state[words - 1] ?? 0) & lastBit) !== 0) return at - size + 1
  }
  return -1
}

function findFrom(segment: Segment, text: string, from: number, end: number): number {
  if (segment.holes.length === 0) {
    const at = segment.text.length <= plainSearchLimit ? text.indexOf(segment.text, from) : findLiteral(segment.text, text, from)
    return at >= 0 && at + segment.text.length <= end ? at : -1
  }
  if (segment.text.length > plainSearchLimit) return findWithHoles(segment, text, from, end)
  for (let at = from; at + segment.text.length <= end; at++) if (fitsAt(segment, text, at)) return at
  return -1
}

/** Can the pattern begin here, judged by what stands before its first star? */
export function beginsAt(pattern: Pattern, text: string, at: number): boolean {
  const first = pattern.segments[0]
  return first !== undefined && fitsAt(first, text, at)
}

/** Does the whole text fit? Each star-free segment is looked for once, leftmost first, each search linear, so no pattern is slow. */
export function matchPattern(pattern: Pattern, text: string): boolean {
  const { segments } = pattern
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (!first || !last) return text === ''
  if (segments.length === 1)
    return first.holes.length === 0 ? text === first.text : first.text.length === text.length && fitsAt(first, text, 0)
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
