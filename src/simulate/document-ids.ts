import type { DocumentId } from './trace'

/** Every document, in the order in which they are read. */
export const documentIds: readonly DocumentId[] = [
  'request',
  'identityPolicy',
  'trustPolicy',
  'rolePolicy',
  'permissionsBoundary',
  'sessionPolicy',
  'serviceControlPolicies',
  'resourceControlPolicies',
  'roles',
]
