import { type JsonToken, scanJson } from '../lib/json-scanner'

/** Where an offset stands in a JSON text, also in one that is still being typed. */
export interface ElementAt {
  /** Keys and positions from the root to the container, then for a value its own key or position. */
  readonly path: readonly (string | number)[]
  readonly part: 'key' | 'value'
  /** What is written there: from its first quote to its end; a place where nothing is written yet is empty. */
  readonly start: number
  readonly end: number
  /** The string so far, without quotes; empty where nothing is written. */
  readonly value: string
  /** Whether the text has an opening quote there. */
  readonly quoted: boolean
  /** For a key: whether a colon follows. */
  readonly colon: boolean
}

/** Longer texts are no policies: IAM's own limits are a thirtieth of it. */
const longest = 300_000

interface Frame {
  readonly kind: 'object' | 'array'
  key: string | undefined
  index: number
  expects: 'key' | 'colon' | 'value' | 'comma'
}

const pathOf = (frames: readonly Frame[], part: ElementAt['part']): (string | number)[] =>
  frames.flatMap((frame, depth): (string | number)[] => {
    const last = depth === frames.length - 1
    if (frame.kind === 'array') return [frame.index]
    return frame.key === undefined || (last && part === 'key') ? [] : [frame.key]
  })

/** Moves the innermost container on over one token that is no key, bracket or brace. */
function pass(frame: Frame, token: JsonToken): void {
  if (token.kind === ',') {
    frame.index++
    frame.key = undefined
    frame.expects = frame.kind === 'object' ? 'key' : 'value'
  } else if (token.kind === ':') frame.expects = 'value'
  else if (token.kind !== 'comment') frame.expects = 'comma'
}

/** A string is a key unless a value is awaited; after a missing comma an object goes on with a key, a list with a value. */
const partOf = (frame: Frame | undefined): ElementAt['part'] => (frame?.kind === 'object' && frame.expects !== 'value' ? 'key' : 'value')

/** The string or bare word that an offset is in. A string that is not closed ends at the offset: the rest of the line was there before. */
function wordAt(text: string, offset: number, token: JsonToken): Pick<ElementAt, 'start' | 'end' | 'value' | 'quoted'> | undefined {
  const { start, end } = token
  if (token.kind === 'string') {
    if (token.error === 'unexpected-end-of-string') {
      return offset <= end ? { start, end: offset, value: text.slice(start + 1, offset), quoted: true } : undefined
    }
    return offset < end ? { start, end, value: token.value, quoted: true } : undefined
  }
  return token.kind === 'unknown' && offset <= end ? { start, end, value: text.slice(start, end), quoted: false } : undefined
}

/** Reads the text up to an offset and says what stands there. Undefined: nothing can be written there, or the text is too long to look. */
export function elementAt(text: string, offset: number): ElementAt | undefined {
  if (text.length > longest) return undefined
  const frames: Frame[] = []
  for (let token = scanJson(text, 0); ; token = scanJson(text, token.end)) {
    const frame = frames.at(-1)
    const part = partOf(frame)
    if (token.kind === 'end' || token.start >= offset) {
      // A place between two tokens: something can be written where a key or a value is awaited.
      const free = frame !== undefined && frame.expects === part && !(token.start === offset && token.kind === 'string')
      return free ? { path: pathOf(frames, part), part, start: offset, end: offset, value: '', quoted: false, colon: false } : undefined
    }
    const word = frame && wordAt(text, offset, token)
    if (word) {
      if (frame.kind === 'array' && frame.expects === 'comma') frame.index++
      return { path: pathOf(frames, part), part, ...word, colon: scanJson(text, token.end).kind === ':' }
    }
    if (token.kind === '{' || token.kind === '[') {
      const object = token.kind === '{'
      frames.push({ kind: object ? 'object' : 'array', key: undefined, index: 0, expects: object ? 'key' : 'value' })
    } else if (token.kind === '}' || token.kind === ']') {
      frames.pop()
      const outer = frames.at(-1)
      if (outer) outer.expects = 'comma'
    } else if (frame && token.kind === 'string' && part === 'key') {
      frame.key = token.value
      frame.expects = 'colon'
    } else if (frame) pass(frame, token)
  }
}
