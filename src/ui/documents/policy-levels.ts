import { parseJson } from '../../lib/json-tree'
import type { Span } from '../../lib/span'

/** One level of the organization: its place in the text, and the policies attached to it. */
export interface PolicyLevel {
  readonly span: Span
  readonly policies: readonly Span[]
}

/** The levels of an SCP or RCP document, from the root down. A single policy is one level; none while the text is not of either form. */
export function policyLevels(text: string): readonly PolicyLevel[] {
  const { root, valid } = parseJson(text, 'levels')
  if (!valid || !root) return []
  if (root.kind === 'object') return [{ span: root.span, policies: [root.span] }]
  if (root.kind !== 'array' || root.items.some((item) => item.kind !== 'array')) return []
  return root.items.map((item) => ({ span: item.span, policies: item.kind === 'array' ? item.items.map(({ span }) => span) : [] }))
}

/** Where an offset lies: which level and which of its policies; -1: in none. */
export function placeIn(levels: readonly PolicyLevel[], offset: number): { readonly level: number; readonly policy: number } {
  const holds = (span: Span) => offset >= span.start && offset <= span.end
  const level = levels.findIndex(({ span }) => holds(span))
  return { level, policy: levels[level]?.policies.findIndex(holds) ?? -1 }
}

/** A changed text, and the offset at which what is new begins (or what followed what was removed). */
export interface LevelEdit {
  readonly text: string
  readonly at: number
}

const isSingle = (text: string) => text.trimStart().startsWith('{')

/** What stands between a line's beginning and the offset, when that is white space only. */
function indentAt(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^\s*$/.test(line) ? line : undefined
}

function spliced(text: string, start: number, end: number, put: string, newAt: number): LevelEdit {
  return { text: text.slice(0, start) + put + text.slice(end), at: start + newAt }
}

const indented = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)

/** Puts an item after another one of its array, laid out as that one is. */
function after(text: string, neighbour: Span, item: string): LevelEdit {
  const indent = indentAt(text, neighbour.start)
  const separator = indent === undefined ? ', ' : `,\n${indent}`
  return spliced(text, neighbour.end, neighbour.end, separator + indented(item, indent ?? ''), separator.length)
}

function before(text: string, neighbour: Span, item: string): LevelEdit {
  const indent = indentAt(text, neighbour.start)
  const put = `${indented(item, indent ?? '')}${indent === undefined ? ', ' : `,\n${indent}`}`
  return spliced(text, neighbour.start, neighbour.start, put, 0)
}

/**
 * Puts a level below another one; below the last of several it goes above it instead, for the last level is the account.
 * The rest of the text stays letter by letter.
 */
export function addLevel(text: string, level: number, policy: string): LevelEdit | undefined {
  const levels = policyLevels(text)
  const chosen = levels[level]
  if (!chosen) return undefined
  if (isSingle(text)) {
    const { start, end } = chosen.span
    const open = `[[${text.slice(start, end)}], [`
    return spliced(text, start, end, `${open}${policy}]]`, open.length)
  }
  const item = indentAt(text, chosen.span.start) === undefined ? `[${policy}]` : `[\n  ${indented(policy, '  ')}\n]`
  return level > 0 && level === levels.length - 1 ? before(text, chosen.span, item) : after(text, chosen.span, item)
}

/** Attaches a further policy to a level. The rest of the text stays letter by letter. */
export function addPolicy(text: string, level: number, policy: string): LevelEdit | undefined {
  const chosen = policyLevels(text)[level]
  if (!chosen) return undefined
  if (isSingle(text)) {
    const { start, end } = chosen.span
    const open = `[[${text.slice(start, end)}, `
    return spliced(text, start, end, `${open}${policy}]]`, open.length)
  }
  const last = chosen.policies.at(-1)
  return last ? after(text, last, policy) : spliced(text, chosen.span.start, chosen.span.end, `[${policy}]`, 1)
}

/** Takes one item of an array away, with the comma that goes with it. */
function without(text: string, items: readonly Span[], index: number): LevelEdit | undefined {
  const item = items[index]
  if (!item || items.length < 2) return undefined
  const next = items[index + 1]
  if (next) return spliced(text, item.start, next.start, '', 0)
  const previous = items[index - 1] ?? item
  return { text: text.slice(0, previous.end) + text.slice(item.end), at: previous.start }
}

/** Takes a level away; undefined when it is the only one. */
export const removeLevel = (text: string, level: number): LevelEdit | undefined => {
  const levels = policyLevels(text)
  return without(
    text,
    levels.map(({ span }) => span),
    level,
  )
}

/** Takes a policy off its level; undefined when it is the only one there. */
export const removePolicy = (text: string, level: number, policy: number): LevelEdit | undefined =>
  without(text, policyLevels(text)[level]?.policies ?? [], policy)

/** How many levels a strip shows before those in the middle fold. */
const shownLevels = 4

export type StripItem = { readonly kind: 'level'; readonly level: number } | { readonly kind: 'fold'; readonly levels: readonly number[] }

/** What stands in the strip: of more levels than it shows, those in the middle fold. The chosen one is never folded. */
export function stripItems(count: number, chosen: number): readonly StripItem[] {
  const isKept = (level: number) =>
    count <= shownLevels || level === 0 || level === count - 1 || level === (chosen > 0 && chosen < count - 1 ? chosen : count - 2)
  const items: StripItem[] = []
  for (let level = 0; level < count; level++) {
    const last = items.at(-1)
    if (isKept(level)) items.push({ kind: 'level', level })
    else if (last?.kind === 'fold') items[items.length - 1] = { kind: 'fold', levels: [...last.levels, level] }
    else items.push({ kind: 'fold', levels: [level] })
  }
  return items
}
