import { withCondition } from '../../iam'
import { applyEdit, pathTo, treeOf } from '../../lib/json-edit'
import { type JsonNode, memberOf } from '../../lib/json-tree'
import type { DocumentId, Documents, RunDocuments } from '../../simulate'
import type { Challenge } from './judge'
import type { Wide } from './wide'

/** One document as it would be, and how far the challenge would be then. */
export interface Narrowed {
  readonly documentId: DocumentId
  readonly text: string
}

const replaced = (text: string, { span }: JsonNode, by: string) => applyEdit(text, { start: span.start, end: span.end, text: by })

/** A list without one of its items, as it is laid out; undefined where it is the only one. */
function withoutItem(text: string, items: readonly JsonNode[], index: number): string | undefined {
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]]
  if (!item) return undefined
  if (before) return applyEdit(text, { start: before.span.end, end: item.span.end, text: '' })
  return after && applyEdit(text, { start: item.span.start, end: after.span.start, text: '' })
}

/** The ways to narrow one place, from the least to the most. */
function ways(text: string, wide: Wide, solution: string | undefined): readonly string[] {
  const { span, enough, contextKey } = wide
  const root = treeOf(text)
  const found: (string | undefined)[] = []
  if (root && span) {
    const path = pathTo(root, span.start)
    const at = path.findLastIndex((node) => node.kind === 'object' && memberOf(node, 'Effect') !== undefined)
    const [list, statement] = [path[at - 1], path[at]]
    const value = path.at(-1)
    const holder = path.at(-2)
    if (wide.kind === 'value' && value && holder?.kind === 'array') found.push(withoutItem(text, holder.items, holder.items.indexOf(value)))
    if (statement && list?.kind === 'array') found.push(withoutItem(text, list.items, list.items.indexOf(statement)))
    if (wide.kind === 'value' && value?.kind === 'string' && enough !== undefined) found.push(replaced(text, value, JSON.stringify(enough)))
    if (wide.kind === 'open' && contextKey !== undefined && enough !== undefined)
      found.push(withCondition(text, span.start, contextKey, enough))
  }
  return [...found, solution].filter((way) => way !== undefined && way !== text) as string[]
}

/** The least change that takes this width away and lets through what has to go through; undefined where only a person can tell. */
export function narrow(challenge: Challenge, documents: Documents, wide: Wide, run: RunDocuments): Narrowed | undefined {
  const { documentId } = wide
  const before = challenge.judge(documents, run(documents))
  for (const text of ways(documents[documentId] ?? '', wide, challenge.solution[documentId])) {
    const next = { ...documents, [documentId]: text }
    const after = challenge.judge(next, run(next))
    if (after.solved && after.met >= before.met && after.wides.length < before.wides.length) return { documentId, text }
  }
  return undefined
}
