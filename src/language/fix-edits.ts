import { statementAround, withCondition } from '../iam'
import { applyEdit, pathTo, spaceBefore, treeOf } from '../lib/json-edit'
import { type JsonNode, memberOf } from '../lib/json-tree'

/** The values of a member that is one string or a list of them. */
function stringsOf(node: JsonNode | undefined): readonly string[] {
  const items = node?.kind === 'array' ? node.items : node ? [node] : []
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}

/** A policy with `Version` at its head. `at` is the place of its opening brace. */
export function withVersion(text: string, at: number): string | undefined {
  const root = treeOf(text)
  const policy = root && pathTo(root, at).find((node) => node.kind === 'object' && node.span.start === at)
  if (policy?.kind !== 'object' || memberOf(policy, 'Version')) return undefined
  const first = policy.members[0]
  const space = first ? spaceBefore(text, first.span.start) : ''
  return applyEdit(text, { start: at + 1, end: at + 1, text: `${space}"Version": "2012-10-17"${first ? ',' : ''}` })
}

/**
 * A statement about iam:PassRole with the condition iam:PassedToService. Undefined where the statement allows anything else, which the
 * condition would then limit too, or has that condition already. `at` is a place inside the statement.
 */
export function withPassedTo(text: string, at: number, services: readonly string[]): string | undefined {
  const statement = statementAround(text, at)
  if (!statement || services.length === 0) return undefined
  const actions = stringsOf(memberOf(statement, 'Action')?.value)
  if (actions.length === 0 || !actions.every((action) => action.toLowerCase() === 'iam:passrole')) return undefined
  return withCondition(text, at, 'iam:PassedToService', services.length === 1 ? (services[0] ?? '') : services)
}

/** A value put beside another: at the end of its list, or in a list of the two. Undefined where the place holds no text. */
export function withBeside(text: string, start: number, end: number, value: string): string | undefined {
  const root = treeOf(text)
  const path = root ? pathTo(root, start) : []
  const node = path.at(-1)
  if (node?.kind !== 'string' || node.span.start !== start || node.span.end !== end) return undefined
  const list = path.at(-2)
  const written = JSON.stringify(value)
  if (list?.kind !== 'array') return applyEdit(text, { start, end, text: `[${text.slice(start, end)}, ${written}]` })
  const last = list.items.at(-1) ?? node
  return applyEdit(text, { start: last.span.end, end: last.span.end, text: `,${spaceBefore(text, last.span.start) || ' '}${written}` })
}

/** A list without one of its items; undefined where the place holds no item of a list. */
export function withoutItem(text: string, start: number, end: number): string | undefined {
  const root = treeOf(text)
  const list = root && pathTo(root, start).findLast((node) => node.kind === 'array')
  if (list?.kind !== 'array') return undefined
  const index = list.items.findIndex(({ span }) => span.start === start && span.end === end)
  const before = list.items[index - 1]
  const after = list.items[index + 1]
  if (index < 0 || (!before && !after)) return undefined
  return applyEdit(text, before ? { start: before.span.end, end, text: '' } : { start, end: after?.span.start ?? end, text: '' })
}
