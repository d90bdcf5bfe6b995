import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'

/** One replacement in a text. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const apply = (text: string, { start, end, text: inserted }: Edit): string => text.slice(0, start) + inserted + text.slice(end)

/** The white space in front of a place: how its neighbours are laid out. */
const spaceBefore = (text: string, at: number): string => /\s*$/.exec(text.slice(0, at))?.[0] ?? ''

/** A member put at the end of an object, laid out as its last one. */
function addMember(text: string, node: JsonNode, member: string): Edit | undefined {
  if (node.kind !== 'object') return undefined
  const last = node.members.at(-1)
  if (!last) return { start: node.span.start + 1, end: node.span.start + 1, text: ` ${member} ` }
  const space = spaceBefore(text, last.span.start) || ' '
  return { start: last.span.end, end: last.span.end, text: `,${space}${member}` }
}

function rootOf(text: string): JsonNode | undefined {
  const { root, valid } = parseJson(text, 'fix')
  return valid ? root : undefined
}

/** The nodes from the root down to the innermost one that holds a place. */
function pathTo(root: JsonNode, at: number): readonly JsonNode[] {
  const path: JsonNode[] = []
  let node: JsonNode | undefined = root
  while (node) {
    path.push(node)
    const children: readonly JsonNode[] =
      node.kind === 'array' ? node.items : node.kind === 'object' ? node.members.map(({ value }) => value) : []
    node = children.find(({ span }) => span.start <= at && at < span.end)
  }
  return path
}

/** The values of a member that is one string or a list of them. */
function stringsOf(node: JsonNode | undefined): readonly string[] {
  const items = node?.kind === 'array' ? node.items : node ? [node] : []
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []))
}

/** A policy with `Version` at its head. `at` is the place of its opening brace. */
export function withVersion(text: string, at: number): string | undefined {
  const root = rootOf(text)
  const policy = root && pathTo(root, at).find((node) => node.kind === 'object' && node.span.start === at)
  if (policy?.kind !== 'object' || memberOf(policy, 'Version')) return undefined
  const first = policy.members[0]
  const space = first ? spaceBefore(text, first.span.start) : ''
  return apply(text, { start: at + 1, end: at + 1, text: `${space}"Version": "2012-10-17"${first ? ',' : ''}` })
}

/** A Condition with one key, on three lines where the statement's members stand on lines of their own. */
function wholeCondition(text: string, statement: JsonNode, key: string): string {
  const first = statement.kind === 'object' ? statement.members[0] : undefined
  const indent = first && /\n([ \t]*)$/.exec(spaceBefore(text, first.span.start))?.[1]
  if (indent === undefined) return `"Condition": { "StringEquals": { ${key} } }`
  return `"Condition": { "StringEquals": {\n${indent}  ${key}\n${indent}} }`
}

/**
 * A statement about iam:PassRole with the condition iam:PassedToService. Undefined where the statement allows anything else, which the
 * condition would then limit too, or has that condition already. `at` is a place inside the statement.
 */
export function withPassedTo(text: string, at: number, services: readonly string[]): string | undefined {
  const root = rootOf(text)
  const statement = root && pathTo(root, at).findLast((node) => node.kind === 'object' && memberOf(node, 'Effect'))
  if (!statement || services.length === 0) return undefined
  const actions = stringsOf(memberOf(statement, 'Action')?.value)
  if (actions.length === 0 || !actions.every((action) => action.toLowerCase() === 'iam:passrole')) return undefined
  const key = `"iam:PassedToService": ${JSON.stringify(services.length === 1 ? services[0] : services)}`
  const condition = memberOf(statement, 'Condition')?.value
  const equals = condition && memberOf(condition, 'StringEquals')?.value
  if (equals && memberOf(equals, 'iam:PassedToService')) return undefined
  const edit = equals
    ? addMember(text, equals, key)
    : condition
      ? addMember(text, condition, `"StringEquals": { ${key} }`)
      : addMember(text, statement, wholeCondition(text, statement, key))
  return edit && apply(text, edit)
}

/** A value put beside another: at the end of its list, or in a list of the two. Undefined where the place holds no text. */
export function withBeside(text: string, start: number, end: number, value: string): string | undefined {
  const root = rootOf(text)
  const path = root ? pathTo(root, start) : []
  const node = path.at(-1)
  if (node?.kind !== 'string' || node.span.start !== start || node.span.end !== end) return undefined
  const list = path.at(-2)
  const written = JSON.stringify(value)
  if (list?.kind !== 'array') return apply(text, { start, end, text: `[${text.slice(start, end)}, ${written}]` })
  const last = list.items.at(-1) ?? node
  return apply(text, { start: last.span.end, end: last.span.end, text: `,${spaceBefore(text, last.span.start) || ' '}${written}` })
}

/** A list without one of its items; undefined where the place holds no item of a list. */
export function withoutItem(text: string, start: number, end: number): string | undefined {
  const root = rootOf(text)
  const list = root && pathTo(root, start).findLast((node) => node.kind === 'array')
  if (list?.kind !== 'array') return undefined
  const index = list.items.findIndex(({ span }) => span.start === start && span.end === end)
  const before = list.items[index - 1]
  const after = list.items[index + 1]
  if (index < 0 || (!before && !after)) return undefined
  return apply(text, before ? { start: before.span.end, end, text: '' } : { start, end: after?.span.start ?? end, text: '' })
}
