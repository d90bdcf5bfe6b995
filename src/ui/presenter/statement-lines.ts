import { colourTokens } from '../../language'
import { type JsonNode, memberOf, parseJson, positionAt } from '../../lib/json-tree'
import type { Span } from '../../lib/span'
import type { EditorHighlight, ElementHighlight } from '../../present'

/** A stretch of a line: whose name it is, and how it was matched. */
export interface StatementPiece {
  readonly text: string
  readonly kind: 'role' | 'service' | 'user' | 'allow' | 'deny' | undefined
  readonly mark: ElementHighlight['state'] | undefined
}

export type StatementLine =
  | {
      readonly kind: 'code'
      /** From 1, as in the whole document. */
      readonly number: number
      /** Part of the statement that decides. */
      readonly inside: boolean
      readonly pieces: readonly StatementPiece[]
      /** Said behind the line. */
      readonly after: string | undefined
    }
  /** Said under a value (`no`), or in place of a statement that is missing. */
  | { readonly kind: 'no' | 'missing'; readonly text: string; readonly indent: number }

/** A statement's members without its braces. */
function insideBraces(text: string, { start, end }: Span): { readonly start: number; readonly end: number } {
  const opened = text[start] === '{'
  const inner = text.slice(opened ? start + 1 : start, text[end - 1] === '}' ? end - 1 : end)
  const from = (opened ? start + 1 : start) + (inner.length - inner.trimStart().length)
  return { start: from, end: Math.max(from + 1, from + inner.trim().length) }
}

/** Lines before the place of a missing statement, at most: enough to see where it is. */
const linesBefore = 5

/** The lines of the request that say what is asked, and with which role. */
function askedSpan(text: string): { readonly start: number; readonly end: number } {
  const { root } = parseJson(text, 'request')
  const members = ['caller', 'action', 'region', 'parameters'].flatMap((key) => memberOf(root, key) ?? [])
  const start = Math.min(...members.map(({ span }) => span.start))
  return members.length > 0 ? { start, end: Math.max(...members.map(({ span }) => span.end)) } : { start: 0, end: text.length }
}

/** The line from `start` on, cut where a name or a mark begins or ends. */
function piecesOf(line: string, start: number, elements: readonly ElementHighlight[], text: string): StatementPiece[] {
  const end = start + line.length
  const tokens = colourTokens(text).filter((token) => token.start >= start && token.end <= end)
  const cuts = new Set([start, end])
  for (const span of [...tokens, ...elements.map((element) => element.span)]) {
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end
    const covers = (span: { readonly start: number; readonly end: number }) => span.start <= from && span.end >= to
    const blank = text.slice(from, to).trim() === ''
    return {
      text: text.slice(from, to),
      kind: tokens.find(covers)?.kind,
      mark: blank ? undefined : elements.find(({ span }) => covers(span))?.state,
    }
  })
}

/** What of a document is worth a projector: the statement that is read or that decided, with its marks; else what is asked. */
export function statementLines(text: string, highlight: EditorHighlight | undefined): readonly StatementLine[] {
  const missingAt = highlight?.missing?.at
  const shown = highlight?.statement
    ? insideBraces(text, highlight.statement)
    : missingAt === undefined
      ? askedSpan(text)
      : { start: 0, end: Math.min(text.length, missingAt) }
  const last = positionAt(text, shown.end).line
  const first = missingAt === undefined ? positionAt(text, shown.start).line : Math.max(1, last - linesBefore + 1)
  const elements = highlight?.elements ?? []
  // An editor says it once; a room reads line by line. What is said of one element only (whose account it is) comes before it.
  const matched = elements.findLast(({ after }) => after !== undefined)?.after
  const lines: StatementLine[] = []
  let start = 0
  text.split('\n').forEach((line, index) => {
    const number = index + 1
    const end = start + line.length
    if (number >= first && number <= last) {
      const ending = elements.filter(({ span }) => span.end > start && span.end <= end)
      lines.push({
        kind: 'code',
        number,
        inside: highlight?.statement !== undefined,
        pieces: piecesOf(line, start, elements, text),
        after:
          ending.find(({ after }) => after !== undefined)?.after ?? (ending.some(({ state }) => state === 'match') ? matched : undefined),
      })
      const indent = line.length - line.trimStart().length
      for (const { below } of ending) if (below !== undefined) lines.push({ kind: 'no', text: below, indent })
    }
    start = end + 1
  })
  if (highlight?.missing) lines.push({ kind: 'missing', text: highlight.missing.text, indent: 0 })
  return lines
}

const isIn = (node: JsonNode, at: number): boolean => at >= node.span.start && at < node.span.end

/** Which statement of how many a place in a policy belongs to; undefined where the document is no single policy. */
export function statementPlace(text: string, at: number): { readonly number: number; readonly count: number } | undefined {
  const { root } = parseJson(text, 'policy')
  const list = memberOf(root, 'Statement')?.value
  if (!list) return undefined
  const statements = list.kind === 'array' ? list.items : [list]
  const index = statements.findIndex((statement) => isIn(statement, at))
  return index < 0 ? undefined : { number: index + 1, count: statements.length }
}
