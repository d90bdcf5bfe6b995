import { type JsonNode, memberOf, parseJson } from './json-tree'

/** One replacement in a text. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export const applyEdit = (text: string, { start, end, text: inserted }: TextEdit): string =>
  text.slice(0, start) + inserted + text.slice(end)

/** The white space in front of a place: how its neighbours are laid out. */
export const spaceBefore = (text: string, at: number): string => /\s*$/.exec(text.slice(0, at))?.[0] ?? ''

/** A member put at the end of an object, laid out as its last one. */
export function addMember(text: string, node: JsonNode, member: string): TextEdit | undefined {
  if (node.kind !== 'object') return undefined
  const last = node.members.at(-1)
  if (!last) return { start: node.span.start + 1, end: node.span.start + 1, text: ` ${member} ` }
  const space = spaceBefore(text, last.span.start) || ' '
  return { start: last.span.end, end: last.span.end, text: `,${space}${member}` }
}

/** The whole text as a tree; undefined where it is not JSON. */
export function treeOf(text: string): JsonNode | undefined {
  const { root, valid } = parseJson(text, 'edit')
  return valid ? root : undefined
}

/** The nodes from the root down to the innermost one that holds a place. */
export function pathTo(root: JsonNode, at: number): readonly JsonNode[] {
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

type JsonObject = Extract<JsonNode, { kind: 'object' }>

/** The member without which a text is to be, and the comma that goes with it. */
function cut({ members, span }: JsonObject, index: number): TextEdit | undefined {
  const [before, member, after] = [members[index - 1], members[index], members[index + 1]]
  if (!member) return undefined
  if (before) return { start: before.span.end, end: member.span.end, text: '' }
  return after ? { start: member.span.start, end: after.span.start, text: '' } : { start: span.start + 1, end: span.end - 1, text: '' }
}

/** A text without a member of an object, and without what would be empty then. `at`: where the member's key stands. */
export function withoutMember(text: string, at: number): string | undefined {
  const root = treeOf(text)
  const holds = ({ span }: { readonly span: JsonNode['span'] }) => span.start <= at && at < span.end
  // The objects that hold the key, each with the member in which it lies.
  const chain: { readonly node: JsonObject; readonly index: number }[] = []
  let node: JsonNode | undefined = root
  while (node) {
    if (node.kind === 'object') {
      const index = node.members.findIndex(holds)
      const member = node.members[index]
      if (!member) return undefined
      chain.push({ node, index })
      if (holds(member.key)) break
      node = member.value
    } else node = node.kind === 'array' ? node.items.find(holds) : undefined
  }
  const found = chain.findLast(({ node: { members } }) => members.length > 1) ?? chain[0]
  const edit = node && found && cut(found.node, found.index)
  return edit && applyEdit(text, edit)
}

/** Where the key of a member of the outermost object stands. */
export function placeOfMember(text: string, name: string): number | undefined {
  return memberOf(treeOf(text), name)?.key.span.start
}
