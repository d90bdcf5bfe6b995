import { type JsonToken, scanJson } from './json-scanner'
import type { Located, Span } from './span'

/** Deeper than this no policy is; a limit keeps hostile text from exhausting the stack. */
export const maximumDepth = 200

export interface JsonMember {
  readonly key: Located<string>
  readonly value: JsonNode
  /** From the key's opening quote to the value's end. */
  readonly span: Span
}

export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly span: Span; readonly value: string }
  /** `text` is the value as written: `1.0` stays `1.0`. */
  | { readonly kind: 'number'; readonly span: Span; readonly value: number; readonly text: string }
  | { readonly kind: 'boolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: Span }

export interface JsonProblem {
  readonly code: 'empty-document' | 'json-syntax' | 'json-trailing-comma' | 'json-comment' | 'json-too-deep' | 'json-duplicate-key'
  readonly span: Span
  readonly facts: Readonly<Record<string, string>>
}

export interface JsonTree {
  /** What could be read; also there when `problems` holds a syntax error. */
  readonly root: JsonNode | undefined
  readonly problems: readonly JsonProblem[]
  /** True when the text is JSON: no problem but duplicate keys. */
  readonly valid: boolean
  /** Where reading first went wrong: the start of the token that could not be taken. Undefined where nothing did. */
  readonly faultAt: number | undefined
}

/** Line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let from = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line++
    from = next + 1
  }
  return { line, column: offset - from + 1 }
}

/** Of each kind no more than this many are told: a megabyte of rubbish must not cost a sentence per letter. */
const maximumProblems = 100

/** What may come next in an open object or list. `more`: another member, after a comma. */
type Expecting = 'first' | 'more' | 'colon' | 'value' | 'comma'

interface Frame {
  readonly kind: 'object' | 'array'
  readonly start: number
  readonly members: JsonMember[]
  readonly items: JsonNode[]
  /** Keys so far, each with its first place. */
  readonly seen: Map<string, number>
  key: Located<string> | undefined
  expecting: Expecting
}

/** One reading of one text. A stack of its own instead of recursion, so that no text can exhaust the program's. */
class JsonReader {
  readonly problems: JsonProblem[] = []
  root: JsonNode | undefined
  valid = true
  faultAt: number | undefined
  private readonly open: Frame[] = []
  private errors = 0
  private duplicates = 0
  private lastErrorAt = -1
  private lastComma = 0
  /** What is being taken, and what was taken before it. */
  private at = 0
  private before = { start: 0, end: 0 }

  constructor(
    private readonly text: string,
    private readonly documentId: string,
  ) {}

  read(): void {
    let token = scanJson(this.text, 0)
    while (token.kind !== 'end') {
      this.at = token.start
      if (token.kind === 'comment') this.fail('json-comment', token)
      else {
        if (token.kind === 'string' && token.error) this.fail('json-syntax', token, token.error)
        if (!this.take(token)) return
        this.before = token
      }
      token = scanJson(this.text, token.end)
    }
    this.at = token.start
    for (let frame = this.open.at(-1); frame; frame = this.open.at(-1)) {
      if (frame.expecting === 'colon') this.fail('json-syntax', token, 'colon-expected')
      if (frame.expecting === 'value') this.fail('json-syntax', token, 'value-expected')
      this.closeUnfinished(frame, token)
    }
    if (!this.root) this.fail('json-syntax', token, 'value-expected')
  }

  private span(start: number, end: number): Span {
    return { documentId: this.documentId, start, end }
  }

  /** Its line and column are those of its start. */
  private fail(code: JsonProblem['code'], { start, end }: { start: number; end: number }, error?: string): void {
    if (!this.isTold(start)) return
    const facts = { ...(error ? { error } : {}), ...lineFacts(this.text, start) }
    this.problems.push({ code, span: this.span(start, Math.max(start, end)), facts })
  }

  /** A missing comma is told of what it belongs behind: what comes next may stand on another line. */
  private failComma(kind: Frame['kind'], { start }: JsonToken): void {
    if (!this.isTold(start)) return
    const { start: from, end } = this.before
    const atLineEnd = /[\r\n]/.test(this.text.slice(end, start))
    const closer = kind === 'object' ? '}' : ']'
    const facts = { error: 'comma-expected', ...lineFacts(this.text, end), closer, ...(atLineEnd ? { atLineEnd: 'true' } : {}) }
    this.problems.push({ code: 'json-syntax', span: this.span(from, end), facts })
  }

  /** Of several errors at one place the first is told. */
  private isTold(at: number): boolean {
    const repeated = at === this.lastErrorAt
    this.valid = false
    this.faultAt ??= this.at
    this.lastErrorAt = at
    return !repeated && this.errors++ < maximumProblems
  }

  /** False when there is nothing more to read. */
  private take(token: JsonToken): boolean {
    const frame = this.open.at(-1)
    if (frame) return this.takeInside(frame, token)
    if (this.root) {
      this.fail('json-syntax', token, 'end-of-file-expected')
      return false
    }
    return this.takeValue(token)
  }

  private takeInside(frame: Frame, token: JsonToken): boolean {
    if (token.kind === '}' || token.kind === ']') {
      this.takeCloser(frame, token)
      return true
    }
    switch (frame.expecting) {
      case 'first':
      case 'more':
        return frame.kind === 'array' ? this.takeValue(token) : this.takeKey(frame, token)
      case 'colon':
        if (token.kind === ':') {
          frame.expecting = 'value'
          return true
        }
        this.fail('json-syntax', token, 'colon-expected')
        frame.expecting = token.kind === ',' ? 'comma' : 'value'
        return this.takeInside(frame, token)
      case 'value':
        return this.takeValue(token)
      default:
        if (token.kind === ',') {
          this.lastComma = token.start
          frame.expecting = 'more'
          return true
        }
        this.failComma(frame.kind, token)
        if (token.kind === ':') return true
        frame.expecting = 'more'
        return this.takeInside(frame, token)
    }
  }

  private takeKey(frame: Frame, token: JsonToken): boolean {
    if (token.kind === 'string') {
      const span = this.span(token.start, token.end)
      const first = frame.seen.get(token.value)
      if (first === undefined) frame.seen.set(token.value, token.start)
      else if (this.duplicates++ < maximumProblems) {
        const facts = { key: token.value, firstLine: String(positionAt(this.text, first).line) }
        this.problems.push({ code: 'json-duplicate-key', span, facts })
      }
      frame.key = { value: token.value, span }
      frame.expecting = 'colon'
      return true
    }
    this.fail('json-syntax', token, 'property-name-expected')
    frame.key = undefined
    if (token.kind === ',') frame.expecting = 'more'
    else if (token.kind === ':') frame.expecting = 'value'
    else if (token.kind === '{' || token.kind === '[') return this.takeValue(token)
    else frame.expecting = 'colon'
    return true
  }

  private takeValue(token: JsonToken): boolean {
    const span = this.span(token.start, token.end)
    switch (token.kind) {
      case '{':
      case '[':
        return this.push(token.kind === '{' ? 'object' : 'array', token.start)
      case 'string':
        this.place({ kind: 'string', span, value: token.value })
        return true
      case 'number': {
        const text = this.text.slice(token.start, token.end)
        this.place({ kind: 'number', span, value: Number(text), text })
        return true
      }
      case 'true':
      case 'false':
        this.place({ kind: 'boolean', span, value: token.kind === 'true' })
        return true
      case 'null':
        this.place({ kind: 'null', span })
        return true
    }
    this.fail('json-syntax', token, token.error ?? 'value-expected')
    const frame = this.open.at(-1)
    if (!frame || token.kind === ':') return true
    frame.key = undefined
    frame.expecting = 'comma'
    return token.kind === ',' ? this.takeInside(frame, token) : true
  }

  private takeCloser(frame: Frame, token: JsonToken): void {
    const wanted = token.kind === '}' ? 'object' : 'array'
    if (frame.kind !== wanted) {
      this.fail('json-syntax', token, frame.kind === 'object' ? 'close-brace-expected' : 'close-bracket-expected')
      // A closer that nothing waits for is passed over; else what was opened since has simply not been closed.
      if (!this.open.some((outer) => outer.kind === wanted)) return
      for (let inner = this.open.at(-1); inner && inner.kind !== wanted; inner = this.open.at(-1)) this.closeUnfinished(inner, token)
    } else if (frame.expecting === 'more') {
      this.fail('json-trailing-comma', { start: this.lastComma, end: this.lastComma + 1 })
    } else if (frame.expecting === 'colon') this.fail('json-syntax', token, 'colon-expected')
    else if (frame.expecting === 'value') this.fail('json-syntax', token, 'value-expected')
    this.pop(token.end)
  }

  private closeUnfinished(frame: Frame, token: JsonToken): void {
    this.fail('json-syntax', token, frame.kind === 'object' ? 'close-brace-expected' : 'close-bracket-expected')
    this.pop(token.start)
  }

  private push(kind: Frame['kind'], start: number): boolean {
    if (this.open.length === maximumDepth) {
      this.valid = false
      this.faultAt ??= start
      this.open.length = 0
      this.root = undefined
      const facts = { limit: String(maximumDepth), ...lineFacts(this.text, start) }
      this.problems.splice(0, this.problems.length, { code: 'json-too-deep', span: this.span(start, start + 1), facts })
      return false
    }
    this.open.push({ kind, start, members: [], items: [], seen: new Map(), key: undefined, expecting: 'first' })
    return true
  }

  private pop(end: number): void {
    const frame = this.open.pop()
    if (!frame) return
    const span = this.span(frame.start, end)
    this.place(frame.kind === 'object' ? { kind: 'object', span, members: frame.members } : { kind: 'array', span, items: frame.items })
  }

  private place(node: JsonNode): void {
    const parent = this.open.at(-1)
    if (!parent) {
      this.root ??= node
      return
    }
    parent.expecting = 'comma'
    if (parent.kind === 'array') parent.items.push(node)
    else if (parent.key) {
      parent.members.push({ key: parent.key, value: node, span: this.span(parent.key.span.start, node.span.end) })
      parent.key = undefined
    }
  }
}

/** Reads JSON text into a tree in which every part knows its place. Never throws; reads on after an error. */
export function parseJson(text: string, documentId: string): JsonTree {
  if (text.trim() === '') {
    const span = { documentId, start: 0, end: text.length }
    return { root: undefined, valid: false, faultAt: 0, problems: [{ code: 'empty-document', span, facts: {} }] }
  }
  const reader = new JsonReader(text, documentId)
  reader.read()
  return {
    root: reader.root,
    problems: reader.problems,
    valid: reader.valid && reader.root !== undefined,
    faultAt: reader.faultAt,
  }
}

function lineFacts(text: string, offset: number): { line: string; column: string } {
  const { line, column } = positionAt(text, offset)
  return { line: String(line), column: String(column) }
}

/** The value of a member, the last one when the key is repeated. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.key.value === key) : undefined
}

/** The plain value of a node. Objects have no prototype, so that `__proto__` is an ordinary key. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const result: Record<string, unknown> = Object.create(null)
      for (const member of node.members) result[member.key.value] = plainValue(member.value)
      return result
    }
    case 'array':
      return node.items.map(plainValue)
    case 'null':
      return null
    default:
      return node.value
  }
}
