import { type JsonToken, scanJson } from './json-scanner'
import { parseJson } from './json-tree'

/** What a repair does. `what` is the character that it is about: that is put in, taken out, or whose counterpart was missing. */
export interface JsonRepair {
  readonly kind:
    | 'insert-comma'
    | 'insert-colon'
    | 'insert-quote'
    | 'remove-comma'
    | 'remove-character'
    | 'remove-comment'
    | 'remove-comments'
    | 'close'
    | 'open'
    | 'quote-strings'
    | 'quote-names'
  readonly what: string
  /** The whole text as it would be: JSON. */
  readonly text: string
}

/** Longer texts are not tried: IAM takes a third of it at most. */
const longest = 30_000

/** More places than this for one bracket are not tried. */
const mostPlaces = 500

/** A text in pieces: the tokens, and what nobody can read. */
function tokensOf(text: string): readonly JsonToken[] {
  const tokens: JsonToken[] = []
  for (let token = scanJson(text, 0); ; token = scanJson(text, token.end)) {
    tokens.push(token)
    if (token.kind === 'end') return tokens
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
  } catch {
    return false
  }
  return parseJson(text, 'repair').valid
}

/** The text without the white space between its tokens: two texts that differ only there are the same. */
const sense = (text: string): string => text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')

const splice = (text: string, start: number, end: number, put: string): string => text.slice(0, start) + put + text.slice(end)

const partner: Readonly<Record<string, string>> = { '{': '}', '[': ']', '}': '{', ']': '[' }
const isOpener = (kind: string) => kind === '{' || kind === '['

/** How many lines begin with a closer that stands under the line of its opener: of equal repairs the neatest is taken. */
function neatness(text: string): number {
  const indentAt = (offset: number) => /[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? ''
  const open: number[] = []
  let neat = 0
  for (const { kind, start } of tokensOf(text)) {
    if (isOpener(kind)) open.push(start)
    if (kind !== '}' && kind !== ']') continue
    const from = open.pop()
    const indent = indentAt(start)
    const isFirst = text.slice(0, start).endsWith(`\n${indent}`)
    if (from !== undefined && isFirst && indentAt(from) === indent) neat++
  }
  return neat
}

/** The only one of the repairs that makes the text JSON, laid out best where several come to the same. `several`: there is more than one. */
function onlyOne(repairs: Iterable<JsonRepair>): { readonly found: JsonRepair | undefined; readonly several: boolean } {
  let found: JsonRepair | undefined
  for (const repair of repairs) {
    if (!isJson(repair.text)) continue
    if (!found) found = repair
    else if (sense(found.text) !== sense(repair.text)) return { found: undefined, several: true }
    else if (neatness(repair.text) >= neatness(found.text)) found = repair
  }
  return { found, several: false }
}

/** How many more openers than closers of one kind there are. */
const balance = (tokens: readonly JsonToken[], opener: string): number =>
  tokens.reduce((sum, { kind }) => sum + (kind === opener ? 1 : kind === partner[opener] ? -1 : 0), 0)

/** The opener that a closer put at an offset would close: the innermost open one of its kind. */
function openerAt(tokens: readonly JsonToken[], offset: number, opener: string): number | undefined {
  const open: number[] = []
  for (const { kind, start } of tokens) {
    if (start >= offset) break
    if (kind === opener) open.push(start)
    else if (kind === partner[opener]) open.pop()
  }
  return open.at(-1)
}

/** A closer beside what stands before it, or on a line of its own where its opener ends a line, under where that line begins. */
function closerAt(text: string, tokens: readonly JsonToken[], offset: number, opener: string): string {
  const closer = partner[opener] ?? ''
  const from = openerAt(tokens, offset, opener)
  if (from === undefined || !/^[ \t]*\r?\n/.test(text.slice(from + 1))) return closer
  const indent = /[ \t]*/.exec(text.slice(text.lastIndexOf('\n', from) + 1))?.[0] ?? ''
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}${closer}`
}

/** Commas, colons and closers where one may be missing. Nothing before the fault was wrong, and nothing after it can mend it. */
function* insertions(text: string, tokens: readonly JsonToken[], fault: number): Generator<JsonRepair> {
  const before = tokens[fault - 1]
  if (before) {
    yield { kind: 'insert-comma', what: ',', text: splice(text, before.end, before.end, ',') }
    yield { kind: 'insert-colon', what: ':', text: splice(text, before.end, before.end, ':') }
  }
  for (const opener of ['{', '[']) {
    if (balance(tokens, opener) !== 1) continue
    for (const { kind, end } of tokens.slice(Math.max(0, fault - mostPlaces), fault)) {
      if (kind === ',' || kind === ':' || (isOpener(kind) && kind !== opener)) continue
      yield { kind: 'close', what: opener, text: splice(text, end, end, closerAt(text, tokens, end, opener)) }
    }
  }
}

/** What may be too much, and openers that may be missing. */
function* removals(text: string, tokens: readonly JsonToken[], fault: number): Generator<JsonRepair> {
  const reached = tokens.slice(Math.max(0, fault - mostPlaces), fault + 1)
  const at = tokens[fault]
  for (const token of [tokens[fault - 1], at]) {
    if (token?.kind === ',') yield { kind: 'remove-comma', what: ',', text: splice(text, token.start, token.end, '') }
  }
  if (at?.kind === ':' || (at?.kind === 'unknown' && at.end - at.start === 1))
    yield { kind: 'remove-character', what: text.slice(at.start, at.end), text: splice(text, at.start, at.end, '') }
  for (const opener of ['{', '[']) {
    const surplus = balance(tokens, opener)
    if (surplus === -1) for (const { start } of reached) yield { kind: 'open', what: opener, text: splice(text, start, start, opener) }
    const extra = surplus === 1 ? opener : surplus === -1 ? partner[opener] : undefined
    for (const { kind, start, end } of reached) {
      if (kind === extra) yield { kind: 'remove-character', what: kind, text: splice(text, start, end, '') }
    }
  }
}

/** All comments away, with the lines that they had for themselves. */
function withoutComments(text: string, tokens: readonly JsonToken[]): JsonRepair {
  let rest = text
  let count = 0
  for (const { kind, start, end } of tokens.toReversed()) {
    if (kind !== 'comment') continue
    count++
    const from = start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0)
    const ownLine = (from === 0 || text[from - 1] === '\n') && /^[ \t]*\r?\n/.exec(rest.slice(end))
    rest = ownLine ? splice(rest, from, end + ownLine[0].length, '') : splice(rest, from, end, '')
  }
  return { kind: count > 1 ? 'remove-comments' : 'remove-comment', what: '', text: rest }
}

const quoted = /'((?:[^'\\\r\n]|\\.)*)'|‘([^‘’\r\n]*)’|[“”]([^“”\r\n]*)[“”]/y
const name = /[A-Za-z_$][\w$-]*/y

/** Names and texts between double quotes wherever JavaScript, Python or a word processor would have them otherwise. */
function withQuotes(text: string): JsonRepair | undefined {
  let rest = ''
  let from = 0
  let kind: JsonRepair['kind'] | undefined
  for (let token = scanJson(text, 0); token.kind !== 'end'; token = scanJson(text, from)) {
    const { start } = token
    let { end } = token
    let put = text.slice(start, end)
    if (token.kind === 'unknown') {
      quoted.lastIndex = name.lastIndex = start
      const string = quoted.exec(text)
      const word = string ? null : name.exec(text)
      if (string) {
        const inner = string[1] ?? string[2] ?? string[3] ?? ''
        put = `"${inner.replace(/\\'/g, "'").replace(/\\.|"/g, (found) => (found === '"' ? '\\"' : found))}"`
        end = quoted.lastIndex
        kind = 'quote-strings'
      } else if (word && scanJson(text, name.lastIndex).kind === ':') {
        put = `"${word[0]}"`
        end = name.lastIndex
        kind ??= 'quote-names'
      }
    }
    rest += text.slice(from, start) + put
    from = end
  }
  return kind && { kind, what: '"', text: rest + text.slice(from) }
}

/** The quote that ends a text, at the end of its line or in front of the punctuation there. */
function* closingQuotes(text: string, { kind, error, start, end }: JsonToken): Generator<JsonRepair> {
  if (kind !== 'string' || error !== 'unexpected-end-of-string') return
  for (let at = end; at > start; at--) {
    yield { kind: 'insert-quote', what: '"', text: splice(text, at, at, '"') }
    if (!/[\s,:\]}]/.test(text[at - 1] ?? '')) return
  }
}

/**
 * The one small change that makes a text JSON: a comma, colon, quote or bracket put in, a character taken out, comments away, double
 * quotes. Undefined where the text is JSON already, where no such change helps, and where several would, each to another sense.
 */
export function repairJson(text: string): JsonRepair | undefined {
  if (last?.text !== text) last = { text, repair: findRepair(text) }
  return last.repair
}

/** Several parts of the page ask about the same text. */
let last: { readonly text: string; readonly repair: JsonRepair | undefined } | undefined

function findRepair(text: string): JsonRepair | undefined {
  if (text.length > longest || text.trim() === '') return undefined
  const { valid, faultAt } = parseJson(text, 'repair')
  if (valid || faultAt === undefined) return undefined
  const tokens = tokensOf(text)
  if (tokens.some(({ kind }) => kind === 'comment')) return onlyOne([withoutComments(text, tokens)]).found
  const requoted = withQuotes(text)
  if (requoted) return onlyOne([requoted]).found
  const fault = tokens.findIndex(({ start }) => start === faultAt)
  const at = tokens[fault]
  if (!at) return undefined
  if (at.kind === 'string' && at.error) return onlyOne(closingQuotes(text, at)).found
  const inserted = onlyOne(insertions(text, tokens, fault))
  return inserted.found ?? (inserted.several ? undefined : onlyOne(removals(text, tokens, fault)).found)
}
