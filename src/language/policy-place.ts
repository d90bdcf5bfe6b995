import { type PolicyType, policyGrammar } from '../iam'
import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'
import type { DocumentId } from '../simulate'
import type { ElementAt } from './element-at'

/** The kind of policy in each document; `roles` holds two kinds, by member. */
export const policyTypeOf: Readonly<Record<Exclude<DocumentId, 'request' | 'roles'>, PolicyType>> = {
  identityPolicy: 'identity-based',
  trustPolicy: 'trust',
  rolePolicy: 'identity-based',
  permissionsBoundary: 'permissions-boundary',
  sessionPolicy: 'session',
  serviceControlPolicies: 'service-control',
  resourceControlPolicies: 'resource-control',
}

/** Whose policy it is: which of the run's checks read it. */
export type Side = 'caller' | 'trust' | 'role'

const sideOf: Readonly<Record<Exclude<DocumentId, 'request' | 'roles'>, Side>> = {
  identityPolicy: 'caller',
  permissionsBoundary: 'caller',
  sessionPolicy: 'caller',
  serviceControlPolicies: 'caller',
  trustPolicy: 'trust',
  resourceControlPolicies: 'trust',
  rolePolicy: 'role',
}

/** A place inside one policy. */
export interface PolicyPlace {
  readonly type: PolicyType
  readonly side: Side
  /** From the policy's own root: `['Statement', 0, 'Action', 1]`. */
  readonly path: readonly (string | number)[]
  /** The role that `roles` names; undefined in every other document. */
  readonly roleArn: string | undefined
  /** The statement around the place, as far as it can be read. */
  readonly statement: JsonNode | undefined
}

function nodeAt(node: JsonNode | undefined, path: readonly (string | number)[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (at, step) => (typeof step === 'number' ? (at?.kind === 'array' ? at.items[step] : undefined) : memberOf(at, step)?.value),
    node,
  )
}

/** Which policy of a document a place belongs to. Undefined in the request, and in `roles` outside of any policy. */
export function policyPlace(documentId: DocumentId, text: string, element: ElementAt): PolicyPlace | undefined {
  if (documentId === 'request') return undefined
  let skip = 0
  let type: PolicyType
  let side: Side
  let roleArn: string | undefined
  if (documentId === 'roles') {
    const [arn, member] = element.path
    if (typeof arn !== 'string' || (member !== 'trustPolicy' && member !== 'rolePolicy')) return undefined
    type = member === 'trustPolicy' ? 'trust' : 'identity-based'
    side = member === 'trustPolicy' ? 'trust' : 'role'
    roleArn = arn
    skip = 2
  } else {
    type = policyTypeOf[documentId]
    side = sideOf[documentId]
  }
  while (typeof element.path[skip] === 'number') skip++
  const path = element.path.slice(skip)
  const depth = path[0] !== 'Statement' ? 0 : typeof path[1] === 'number' ? 2 : 1
  const statement = depth === 0 ? undefined : nodeAt(parseJson(text, documentId).root, element.path.slice(0, skip + depth))
  return { type, side, path, roleArn, statement: statement?.kind === 'object' ? statement : undefined }
}

/** The place inside a statement: `['Action', 1]`; undefined outside of any. */
export function insideStatement({ path }: PolicyPlace): readonly (string | number)[] | undefined {
  if (path[0] !== 'Statement') return undefined
  return path.slice(typeof path[1] === 'number' ? 2 : 1)
}

/** The strings of a statement's element: one, or a list. */
export function stringsOf(statement: JsonNode | undefined, ...elements: readonly string[]): readonly string[] {
  return elements.flatMap((element) => {
    const value = memberOf(statement, element)?.value
    if (value?.kind === 'string') return [value.value]
    return value?.kind === 'array' ? value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])) : []
  })
}

/** The elements that a statement of this kind of policy may have, in the order in which people write them. */
export function statementElements(type: PolicyType): readonly string[] {
  const grammar = policyGrammar[type]
  return [
    'Sid',
    'Effect',
    ...(grammar.principal === 'required' ? ['Principal'] : []),
    ...(grammar.notPrincipal === 'allowed' ? ['NotPrincipal'] : []),
    'Action',
    ...(grammar.notAction === 'allowed' ? ['NotAction'] : []),
    ...(grammar.resource === 'forbidden' ? [] : ['Resource', 'NotResource']),
    'Condition',
  ]
}
