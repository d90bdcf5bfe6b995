import type { PolicyType } from '../iam'
import type { AuthorizationStep, DocumentId, PassedRole } from '../simulate'

/** The caller's layers, in the order of their tabs, and their documents. */
export const callerDocuments = {
  'identity-based': 'identityPolicy',
  'permissions-boundary': 'permissionsBoundary',
  session: 'sessionPolicy',
  'service-control': 'serviceControlPolicies',
} as const satisfies Partial<Record<PolicyType, DocumentId>>

/** The document in which a layer of a check stands; undefined where it has none of its own (the session policy of a direct call). */
export function documentOfLayer(type: PolicyType, check: AuthorizationStep['check'], role: PassedRole | undefined): DocumentId | undefined {
  if (type === 'trust' || type === 'resource-based') return role?.trustDocumentId ?? 'trustPolicy'
  if (type === 'resource-control') return 'resourceControlPolicies'
  if (check !== 'role-permission') return callerDocuments[type]
  if (type === 'identity-based') return role?.permissionsDocumentId ?? 'rolePolicy'
  return type === 'service-control' ? 'serviceControlPolicies' : undefined
}
