import type { JsonMember, JsonNode } from '../../lib/json-tree'
import { nearest } from '../../lib/nearest'
import type { Located } from '../../lib/span'
import type { Effect } from '../terms'
import { parseCondition } from './parse-condition'
import { parsePrincipal } from './parse-principal'
import type { ListElement, PrincipalElement, Statement } from './policy-document'
import { statementElements } from './policy-grammar'
import type { Reader } from './reader'

type Members = ReadonlyMap<string, JsonMember>

/** Of two elements that exclude each other, the one that is there; both at once is refused. */
function oneOf<A extends string>(reader: Reader, members: Members, plain: A, not: A): { name: A; member: JsonMember } | undefined {
  const first = members.get(plain)
  const second = members.get(not)
  if (first && second) reader.refuse('element-conflict', second.key.span, { first: plain, second: not })
  if (first) return { name: plain, member: first }
  return second ? { name: not, member: second } : undefined
}

function list<Name extends string>(reader: Reader, found: { name: Name; member: JsonMember } | undefined): ListElement<Name> | undefined {
  if (!found) return undefined
  const { name, member } = found
  return { name, span: member.span, valueSpan: member.value.span, values: reader.strings(name, member.value) }
}

function effectOf(reader: Reader, members: Members, node: JsonNode): Located<Effect> | undefined {
  const member = members.get('Effect')
  if (!member) {
    reader.refuse('missing-element', node.span, { element: 'Effect' })
    return undefined
  }
  const { value } = member
  if (value.kind !== 'string') {
    reader.wrongType('Effect', value, 'string')
    return undefined
  }
  if (value.value === 'Allow' || value.value === 'Deny') {
    if (value.value === 'Allow' && reader.grammar.allow === 'forbidden') reader.refuse('allow-forbidden', value.span)
    return { value: value.value, span: value.span }
  }
  const suggestion = /^allow/i.test(value.value) ? 'Allow' : /^den/i.test(value.value) ? 'Deny' : nearest(value.value, ['Allow', 'Deny'])
  reader.refuse('invalid-effect', value.span, { value: value.value, ...(suggestion ? { suggestion } : {}) })
  return undefined
}

function principalOf(reader: Reader, members: Members, node: JsonNode): PrincipalElement | undefined {
  const found = oneOf<'Principal' | 'NotPrincipal'>(reader, members, 'Principal', 'NotPrincipal')
  const { principal, notPrincipal } = reader.grammar
  if (!found) {
    if (principal === 'required') reader.refuse('missing-element', node.span, { element: 'Principal' })
    return undefined
  }
  const { name, member } = found
  if (principal === 'forbidden' || (name === 'NotPrincipal' && notPrincipal === 'forbidden')) {
    reader.refuse('forbidden-element', member.key.span, { element: name, policyType: reader.policyType })
  }
  return parsePrincipal(reader, member, name)
}

/** Values that can never match; IAM refuses most of them. */
const malformedAction = (value: string) => value !== '*' && !/^[^:\s,]+:[^\s,]+$/.test(value)

function actionOf(reader: Reader, members: Members, node: JsonNode): Statement['action'] {
  const found = oneOf<'Action' | 'NotAction'>(reader, members, 'Action', 'NotAction')
  const element = list(reader, found)
  if (!element || !found) {
    reader.refuse('missing-element', node.span, { element: 'Action' })
    return undefined
  }
  if (element.name === 'NotAction' && reader.grammar.notAction === 'forbidden') {
    reader.refuse('forbidden-element', found.member.key.span, { element: 'NotAction', policyType: reader.policyType })
  }
  const service = reader.grammar.actionService
  for (const value of element.values) {
    if (service && !value.value.toLowerCase().startsWith(`${service}:`))
      reader.refuse('non-sts-action', value.span, { action: value.value })
    else if (malformedAction(value.value)) reader.note('malformed-action', 'warning', value.span, { action: value.value })
  }
  return element
}

function resourceOf(reader: Reader, members: Members, node: JsonNode): Statement['resource'] {
  const found = oneOf<'Resource' | 'NotResource'>(reader, members, 'Resource', 'NotResource')
  const { resource } = reader.grammar
  if (!found) {
    if (resource === 'required') reader.refuse('missing-element', node.span, { element: 'Resource' })
    return undefined
  }
  if (resource === 'forbidden') {
    reader.refuse('forbidden-element', found.member.key.span, { element: found.name, policyType: reader.policyType })
  }
  return list(reader, found)
}

function sidOf(reader: Reader, members: Members): Located<string> | undefined {
  const member = members.get('Sid')
  if (!member) return undefined
  if (member.value.kind !== 'string') {
    reader.wrongType('Sid', member.value, 'string')
    return undefined
  }
  const { value, span } = member.value
  // A Sid has no effect on evaluation: IAM refuses such a policy, but what it means is clear.
  if (reader.grammar.sid === 'strict' && !/^[A-Za-z0-9]*$/.test(value)) reader.note('invalid-sid', 'error', span, { sid: value })
  return { value, span }
}

/** Reads one statement. What IAM would refuse is kept and marked `usable: false`; such a statement never matches. */
export function parseStatement(reader: Reader, node: JsonNode, index: number): Statement {
  reader.broken = false
  const empty = {
    index,
    span: node.span,
    sid: undefined,
    effect: undefined,
    principal: undefined,
    action: undefined,
    resource: undefined,
    conditions: [],
  }
  if (node.kind !== 'object') {
    reader.wrongType('Statement', node, 'object')
    return { ...empty, usable: false }
  }
  const members = reader.members(node.members, statementElements, 'Statement')
  const condition = members.get('Condition')
  const statement = {
    index,
    span: node.span,
    sid: sidOf(reader, members),
    effect: effectOf(reader, members, node),
    principal: principalOf(reader, members, node),
    action: actionOf(reader, members, node),
    resource: resourceOf(reader, members, node),
    conditions: condition ? parseCondition(reader, condition) : [],
  }
  return { ...statement, usable: !reader.broken }
}
