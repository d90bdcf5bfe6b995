import { memberOf, parseJson } from '../../lib/json-tree'
import type { DocumentId, Documents, PassedRole, Situation } from '../../simulate'

/** A document that a scenario may do without. */
export type AddableId = Extract<
  DocumentId,
  'permissionsBoundary' | 'sessionPolicy' | 'serviceControlPolicies' | 'resourceControlPolicies' | 'roles'
>

const statement = (...lines: readonly string[]) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [{\n${lines.map((line) => `    ${line}`).join(',\n')}\n  }]\n}`

const allowAll = (sid: string) => statement(`"Sid": "${sid}"`, '"Effect": "Allow"', '"Action": "*"', '"Resource": "*"')

/** The policy that AWS attaches at every level before anybody writes one. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
export const fullAccess = allowAll('FullAWSAccess')

/**
 * RCPs can only deny (RCPFullAWSAccess is implied), so a first one denies what nobody sends: requests without TLS.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
 */
export const denyPlainHttp = statement(
  '"Sid": "DenyWithoutTls"',
  '"Effect": "Deny"',
  '"Principal": "*"',
  '"Action": "sts:*"',
  '"Resource": "*"',
  '"Condition": { "Bool": {\n      "aws:SecureTransport": "false"\n    } }',
)

const deeper = (text: string, by: string) => text.trim().replaceAll(/\r?\n/g, `\n${by}`)
const isJson = (text: string | undefined): text is string => text !== undefined && parseJson(text, '').valid

/** The roles of the request that have no documents of their own yet. */
export function rolesWithoutEntry(documents: Documents, roles: readonly PassedRole[]): readonly PassedRole[] {
  const { root } = parseJson(documents.roles ?? '{}', 'roles')
  return roles.filter((role) => !memberOf(root, role.roleArn))
}

/** One role's own documents, which begin as copies of those that served it so far. */
function entryOf({ roleArn }: PassedRole, { trustPolicy, rolePolicy }: Documents): string {
  const members = [
    ...(isJson(trustPolicy) ? [`"trustPolicy": ${deeper(trustPolicy, '    ')}`] : []),
    ...(isJson(rolePolicy) ? [`"rolePolicy": ${deeper(rolePolicy, '    ')}`] : []),
  ]
  const body = members.length === 0 ? '{}' : `{\n    ${members.join(',\n    ')}\n  }`
  return `${JSON.stringify(roleArn)}: ${body}`
}

/** The text of `roles` with entries for more roles; what was there stays letter by letter. Undefined when that text is not an object. */
export function withEntries(documents: Documents, roles: readonly PassedRole[]): string | undefined {
  const entries = roles.map((role) => entryOf(role, documents)).join(',\n  ')
  const { roles: text } = documents
  if (text === undefined) return `{\n  ${entries}\n}`
  const { root, valid } = parseJson(text, 'roles')
  if (!valid || root?.kind !== 'object' || entries === '') return undefined
  const last = root.members.at(-1)
  if (!last) return `${text.slice(0, root.span.start)}{\n  ${entries}\n}${text.slice(root.span.end)}`
  const { end } = last.span
  return `${text.slice(0, end)},\n  ${entries}${text.slice(end)}`
}

/** The text of `roles` without one role's entry; undefined when nothing would be left. */
export function withoutEntry(text: string, roleArn: string): string | undefined {
  const { root } = parseJson(text, 'roles')
  const members = root?.kind === 'object' ? root.members : []
  const index = members.findIndex(({ key }) => key.value === roleArn)
  const member = members[index]
  if (!member || members.length < 2) return undefined
  const next = members[index + 1]
  if (next) return text.slice(0, member.span.start) + text.slice(next.span.start)
  return text.slice(0, (members[index - 1] ?? member).span.end) + text.slice(member.span.end)
}

/** With which text a document begins: one that changes no verdict. */
export function firstText(id: AddableId, documents: Documents, roles: readonly PassedRole[]): string | undefined {
  switch (id) {
    case 'permissionsBoundary':
      return allowAll('BoundaryAllowsAll')
    case 'sessionPolicy':
      return allowAll('SessionAllowsAll')
    case 'serviceControlPolicies':
      return fullAccess
    case 'resourceControlPolicies':
      return denyPlainHttp
    case 'roles':
      return withEntries(documents, rolesWithoutEntry(documents, roles))
  }
}

export type Offer = 'new' | 'added' | 'needs-session' | 'nobody'

/** Whether a document can be added now. */
export function offerOf(id: AddableId, documents: Documents, situation: Situation | undefined): Offer {
  if (id === 'roles') {
    const roles = situation?.roles ?? []
    if (roles.length > 0 && rolesWithoutEntry(documents, roles).length > 0 && firstText(id, documents, roles) !== undefined) return 'new'
    return documents.roles === undefined ? 'nobody' : 'added'
  }
  if (documents[id] !== undefined) return 'added'
  if (id === 'sessionPolicy' && situation?.caller.kind !== 'role-session') return 'needs-session'
  return 'new'
}
