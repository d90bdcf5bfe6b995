import { type ParsedPolicy, type PolicyDocument, type PolicyType, type Problem, parsePolicy, readPolicy, refusesPolicy } from '../iam'
import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'
import type { DocumentId, Documents, PassedRole } from './trace'

/** One document, read: its policies, and whether IAM would save every one of them. */
export interface ReadDocument<T> {
  readonly documentId: DocumentId
  readonly value: T
  readonly problems: readonly Problem[]
  readonly broken: boolean
}

/** The trust policy and permissions of one role named in `roles`. */
interface RoleEntry {
  readonly trust: PolicyDocument | undefined
  readonly permissions: readonly PolicyDocument[]
}

/** The policies inside whatever a document was read into. */
function policiesIn(value: unknown): readonly PolicyDocument[] {
  if (Array.isArray(value)) return value.flatMap(policiesIn)
  if (value instanceof Map)
    return [...value.values()].flatMap((entry: RoleEntry) => [...(entry.trust ? [entry.trust] : []), ...entry.permissions])
  return value === undefined ? [] : [value as PolicyDocument]
}

function finished<T>(documentId: DocumentId, value: T, problems: readonly Problem[]): ReadDocument<T> {
  return { documentId, value, problems, broken: problems.some(refusesPolicy) }
}

class Collector {
  readonly problems: Problem[] = []

  policy(node: JsonNode, type: PolicyType, documentId: DocumentId): PolicyDocument | undefined {
    const parsed: ParsedPolicy = readPolicy(node, type, documentId)
    this.problems.push(...parsed.problems)
    return parsed.document
  }

  error(code: string, node: JsonNode, facts: Record<string, string> = {}): void {
    this.problems.push({ code, severity: 'error', span: node.span, facts })
  }

  root(text: string, documentId: DocumentId): JsonNode | undefined {
    const tree = parseJson(text, documentId)
    for (const { code, span, facts } of tree.problems) {
      if (code !== 'json-duplicate-key') this.problems.push({ code, severity: 'error', span, facts })
    }
    return tree.valid ? tree.root : undefined
  }
}

const present = <T>(value: T | undefined): value is T => value !== undefined

/** One policy or an array of them. */
function policyList(documentId: DocumentId, text: string, type: PolicyType): ReadDocument<readonly PolicyDocument[]> {
  const start = text.trimStart()
  if (!start.startsWith('[')) {
    const { document, problems } = parsePolicy(text, type, documentId)
    return finished(documentId, document ? [document] : [], problems)
  }
  const collector = new Collector()
  const root = collector.root(text, documentId)
  const documents = root?.kind === 'array' ? root.items.map((node) => collector.policy(node, type, documentId)).filter(present) : []
  return finished(documentId, documents, collector.problems)
}

/** One policy (one level), or an array of levels, each an array of policies, from the root down. */
function policyLevels(documentId: DocumentId, text: string, type: PolicyType): ReadDocument<readonly (readonly PolicyDocument[])[]> {
  const collector = new Collector()
  const root = collector.root(text, documentId)
  if (!root) return finished(documentId, [], collector.problems)
  if (root.kind === 'object') {
    const document = collector.policy(root, type, documentId)
    return finished(documentId, [document ? [document] : []], collector.problems)
  }
  if (root.kind !== 'array') {
    collector.error('levels-expected', root)
    return finished(documentId, [], collector.problems)
  }
  const levels = root.items.map((level) => {
    if (level.kind !== 'array') {
      collector.error('levels-expected', level)
      return []
    }
    return level.items.map((node) => collector.policy(node, type, documentId)).filter(present)
  })
  return finished(documentId, levels, collector.problems)
}

function furtherRoles(text: string): ReadDocument<ReadonlyMap<string, RoleEntry>> {
  const collector = new Collector()
  const root = collector.root(text, 'roles')
  const entries = new Map<string, RoleEntry>()
  if (root && root.kind !== 'object') collector.error('roles-not-object', root, { found: root.kind })
  for (const { key, value } of root?.kind === 'object' ? root.members : []) {
    if (value.kind !== 'object') {
      collector.error('roles-not-object', value, { found: value.kind })
      continue
    }
    const trust = memberOf(value, 'trustPolicy')?.value
    const permissions = memberOf(value, 'rolePolicy')?.value
    const nodes = !permissions ? [] : permissions.kind === 'array' ? permissions.items : [permissions]
    entries.set(key.value, {
      trust: trust && collector.policy(trust, 'trust', 'roles'),
      permissions: nodes.map((node) => collector.policy(node, 'identity-based', 'roles')).filter(present),
    })
  }
  return finished('roles', entries, collector.problems)
}

/** The policy documents of a scenario, each read once. `undefined`: the document is absent. */
export interface PolicyDocuments {
  readonly identityPolicy: ReadDocument<readonly PolicyDocument[]> | undefined
  readonly trustPolicy: ReadDocument<PolicyDocument | undefined> | undefined
  readonly rolePolicy: ReadDocument<readonly PolicyDocument[]> | undefined
  readonly permissionsBoundary: ReadDocument<readonly PolicyDocument[]> | undefined
  readonly sessionPolicy: ReadDocument<readonly PolicyDocument[]> | undefined
  readonly serviceControlPolicies: ReadDocument<readonly (readonly PolicyDocument[])[]> | undefined
  readonly resourceControlPolicies: ReadDocument<readonly (readonly PolicyDocument[])[]> | undefined
  readonly roles: ReadDocument<ReadonlyMap<string, RoleEntry>> | undefined
}

function readTrust(text: string): ReadDocument<PolicyDocument | undefined> {
  const { document, problems } = parsePolicy(text, 'trust', 'trustPolicy')
  return finished('trustPolicy', document, problems)
}

/** Reads every policy document; what is wrong with one is kept with it, and matters only when a check needs it. */
export function readPolicyDocuments(texts: Documents): PolicyDocuments {
  const read = <T>(id: DocumentId, reader: (text: string) => T): T | undefined => {
    const text = texts[id]
    return text === undefined ? undefined : reader(text)
  }
  return {
    identityPolicy: read('identityPolicy', (text) => policyList('identityPolicy', text, 'identity-based')),
    trustPolicy: read('trustPolicy', readTrust),
    rolePolicy: read('rolePolicy', (text) => policyList('rolePolicy', text, 'identity-based')),
    permissionsBoundary: read('permissionsBoundary', (text) => policyList('permissionsBoundary', text, 'permissions-boundary')),
    sessionPolicy: read('sessionPolicy', (text) => policyList('sessionPolicy', text, 'session')),
    serviceControlPolicies: read('serviceControlPolicies', (text) => policyLevels('serviceControlPolicies', text, 'service-control')),
    resourceControlPolicies: read('resourceControlPolicies', (text) => policyLevels('resourceControlPolicies', text, 'resource-control')),
    roles: read('roles', furtherRoles),
  }
}

/** What can be said of a policy that IAM would save: slips and risks. Never changes a verdict. */
export type Lint = (document: PolicyDocument, text: string) => readonly Problem[]

/** Every problem of every document, in the order of the documents; what the lint finds comes after what is broken. */
export function allProblems(documents: PolicyDocuments, texts: Documents, lint: Lint): readonly Problem[] {
  return Object.values(documents).flatMap((document: ReadDocument<unknown> | undefined) =>
    document
      ? [...document.problems, ...policiesIn(document.value).flatMap((policy) => lint(policy, texts[document.documentId] ?? ''))]
      : [],
  )
}

/** Says for each role whether its policies stand in `roles` or in the documents that serve all others. */
export function withDocumentIds(roles: readonly PassedRole[], documents: PolicyDocuments): readonly PassedRole[] {
  return roles.map((role) =>
    documents.roles?.value.has(role.roleArn) ? { ...role, trustDocumentId: 'roles', permissionsDocumentId: 'roles' } : role,
  )
}
