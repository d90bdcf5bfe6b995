/** What stands at one place of a JSON text. `error` names what is wrong with the token itself. */
export interface JsonToken {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'true' | 'false' | 'null' | 'comment' | 'unknown' | 'end'
  readonly start: number
  readonly end: number
  /** A string without its quotes and escapes; empty for other tokens. */
  readonly value: string
  readonly error:
    | 'unexpected-end-of-string'
    | 'invalid-character'
    | 'invalid-escape-character'
    | 'invalid-unicode'
    | 'invalid-symbol'
    | undefined
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** A string token, which ends at its quote, or where the line or the text ends. */
function scanString(text: string, start: number): JsonToken {
  let value = ''
  let error: JsonToken['error']
  let from = start + 1
  let at = from
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) break
    if (at >= text.length || code === 0x0a || code === 0x0d) {
      return { kind: 'string', start, end: at, value: value + text.slice(from, at), error: 'unexpected-end-of-string' }
    }
    if (code < 0x20) error ??= 'invalid-character'
    if (code !== 0x5c) continue
    value += text.slice(from, at)
    const letter = text[at + 1] ?? ''
    if (letter === 'u') {
      const digits = text.slice(at + 2, at + 6)
      const sound = /^[0-9a-fA-F]{4}$/.test(digits)
      if (sound) value += String.fromCharCode(Number.parseInt(digits, 16))
      else error ??= 'invalid-unicode'
      at += sound ? 5 : 1
    } else {
      const character = escapes[letter]
      if (character === undefined) error ??= 'invalid-escape-character'
      else value += character
      // What follows a stray backslash is read as it stands: it may be the end of the line.
      if (character !== undefined) at++
    }
    from = at + 1
  }
  return { kind: 'string', start, end: at + 1, value: value + text.slice(from, at), error }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordPattern = /[^\s{}[\]:,"/]+/y
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null'])
const isLiteral = (text: string): text is 'true' | 'false' | 'null' => literals.has(text)

const found = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The token at or after an offset; white space is passed over. */
export function scanJson(text: string, offset: number): JsonToken {
  let start = offset
  let code = text.charCodeAt(start)
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++start)
  const token = (kind: JsonToken['kind'], end: number, error?: JsonToken['error']): JsonToken => ({ kind, start, end, value: '', error })
  const character = text[start]
  switch (character) {
    case undefined:
      return token('end', start)
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return token(character, start + 1)
    case '"':
      return scanString(text, start)
    case '/': {
      const line = text[start + 1] === '/'
      if (!line && text[start + 1] !== '*') return token('unknown', start + 1, 'invalid-symbol')
      const end = text.indexOf(line ? '\n' : '*/', start + 2)
      return token('comment', end < 0 ? text.length : line ? end : end + 2)
    }
  }
  const numberEnd = found(numberPattern, text, start)
  if (numberEnd > start) return token('number', numberEnd)
  const end = Math.max(found(wordPattern, text, start), start + 1)
  const word = end - start <= 5 ? text.slice(start, end) : ''
  return isLiteral(word) ? token(word, end) : token('unknown', end, 'invalid-symbol')
}
