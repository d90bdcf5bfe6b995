import { printParseErrorCode, visit } from 'jsonc-parser'
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

/** Leaves the parser, which would otherwise go on descending. */
class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('nested too deep')
  }
}

const kebab = (name: string) => name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase()

type OpenObject = { kind: 'object'; start: number; members: JsonMember[]; key: Located<string> | undefined; seen: Map<string, Span> }
type OpenArray = { kind: 'array'; start: number; items: JsonNode[] }

/** Reads JSON text into a tree in which every part knows its place. Never throws; reads on after an error. */
export function parseJson(text: string, documentId: string): JsonTree {
  const spanOf = (start: number, end: number): Span => ({ documentId, start, end })
  const problems: JsonProblem[] = []
  if (text.trim() === '') {
    return { root: undefined, valid: false, problems: [{ code: 'empty-document', span: spanOf(0, text.length), facts: {} }] }
  }
  const open: (OpenObject | OpenArray)[] = []
  let root: JsonNode | undefined
  let valid = true
  let lastSeparator = -1
  let lastErrorAt = -1
  let duplicates = 0
  let errors = 0

  const begin = (node: OpenObject | OpenArray) => {
    // The parser descends exactly as this stack grows.
    if (open.length === maximumDepth) throw new TooDeep(node.start)
    open.push(node)
  }
  const place = (node: JsonNode) => {
    const parent = open.at(-1)
    if (!parent) root ??= node
    else if (parent.kind === 'array') parent.items.push(node)
    else if (parent.key) {
      parent.members.push({ key: parent.key, value: node, span: spanOf(parent.key.span.start, node.span.end) })
      parent.key = undefined
    }
  }
  const close = (end: number) => {
    const top = open.pop()
    if (!top) return
    const span = spanOf(top.start, end)
    place(top.kind === 'object' ? { kind: 'object', span, members: top.members } : { kind: 'array', span, items: top.items })
  }

  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => {
          begin({ kind: 'object', start: offset, members: [], key: undefined, seen: new Map() })
        },
        onObjectProperty: (name, offset, length) => {
          const top = open.at(-1)
          if (top?.kind !== 'object') return
          const span = spanOf(offset, offset + length)
          const first = top.seen.get(name)
          if (!first) top.seen.set(name, span)
          else if (duplicates++ < maximumProblems)
            problems.push({ code: 'json-duplicate-key', span, facts: { key: name, firstLine: String(positionAt(text, first.start).line) } })
          top.key = { value: name, span }
        },
        onObjectEnd: (offset, length) => close(offset + length),
        onArrayBegin: (offset) => {
          begin({ kind: 'array', start: offset, items: [] })
        },
        onArrayEnd: (offset, length) => close(offset + length),
        onLiteralValue: (value: unknown, offset, length) => {
          const span = spanOf(offset, offset + length)
          if (typeof value === 'string') place({ kind: 'string', span, value })
          else if (typeof value === 'number') place({ kind: 'number', span, value, text: text.slice(offset, offset + length) })
          else if (typeof value === 'boolean') place({ kind: 'boolean', span, value })
          else place({ kind: 'null', span })
        },
        onSeparator: (character, offset) => {
          if (character === ',') lastSeparator = offset
        },
        onError: (error, offset, length) => {
          const name = kebab(printParseErrorCode(error))
          const repeated = offset === lastErrorAt
          valid = false
          lastErrorAt = offset
          if (repeated || errors++ >= maximumProblems) return
          const span = spanOf(offset, Math.min(text.length, Math.max(offset + length, offset + 1)))
          const closer = text[offset] === '}' || text[offset] === ']'
          if (closer && lastSeparator >= 0 && text.slice(lastSeparator + 1, offset).trim() === '') {
            problems.push({
              code: 'json-trailing-comma',
              span: spanOf(lastSeparator, lastSeparator + 1),
              facts: lineFacts(text, lastSeparator),
            })
          } else if (name === 'invalid-comment-token') {
            problems.push({ code: 'json-comment', span, facts: lineFacts(text, offset) })
          } else problems.push({ code: 'json-syntax', span, facts: { error: name, ...lineFacts(text, offset) } })
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    )
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    const facts = { limit: String(maximumDepth), ...lineFacts(text, error.offset) }
    return { root: undefined, valid: false, problems: [{ code: 'json-too-deep', span: spanOf(error.offset, error.offset + 1), facts }] }
  }
  while (open.length > 0) close(text.length)
  return { root, problems, valid: valid && root !== undefined }
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
