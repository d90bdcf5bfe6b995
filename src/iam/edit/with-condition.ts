import { addMember, applyEdit, pathTo, spaceBefore, treeOf } from '../../lib/json-edit'
import { type JsonNode, memberOf } from '../../lib/json-tree'

/** The statement around a place in a policy's text; undefined where there is none, or where the text is not JSON. */
export function statementAround(text: string, at: number): JsonNode | undefined {
  const root = treeOf(text)
  return root && pathTo(root, at).findLast((node) => node.kind === 'object' && memberOf(node, 'Effect'))
}

/** A Condition with one key, on three lines where the statement's members stand on lines of their own. */
function wholeCondition(text: string, statement: JsonNode, key: string): string {
  const first = statement.kind === 'object' ? statement.members[0] : undefined
  const indent = first && /\n([ \t]*)$/.exec(spaceBefore(text, first.span.start))?.[1]
  if (indent === undefined) return `"Condition": { "StringEquals": { ${key} } }`
  return `"Condition": { "StringEquals": {\n${indent}  ${key}\n${indent}} }`
}

/**
 * A statement that asks for a value of a context key too (`StringEquals`). Undefined where it does so already. `at`: a place inside the
 * statement.
 */
export function withCondition(text: string, at: number, name: string, value: string | readonly string[]): string | undefined {
  const statement = statementAround(text, at)
  if (!statement) return undefined
  const key = `${JSON.stringify(name)}: ${JSON.stringify(value)}`
  const condition = memberOf(statement, 'Condition')?.value
  const equals = condition && memberOf(condition, 'StringEquals')?.value
  if (equals && memberOf(equals, name)) return undefined
  const edit = equals
    ? addMember(text, equals, key)
    : condition
      ? addMember(text, condition, `"StringEquals": { ${key} }`)
      : addMember(text, statement, wholeCondition(text, statement, key))
  return edit && applyEdit(text, edit)
}
