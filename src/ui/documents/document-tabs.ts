import type { MessageKey } from '../../i18n'
import type { DocumentId, Documents } from '../../simulate'

/** One document's place: which column, which number, and its name. */
export interface DocumentTab {
  readonly id: DocumentId
  readonly pane: 'request' | 'caller' | 'role'
  readonly station: 1 | 2 | 3 | 5
  readonly name: MessageKey
  /** There whether or not the scenario has a text for it. */
  readonly always: boolean
}

/** The documents in the order of their tabs. A new kind of policy is a row here. */
export const documentTabs: readonly DocumentTab[] = [
  { id: 'request', pane: 'request', station: 1, name: 'document.request', always: true },
  { id: 'identityPolicy', pane: 'caller', station: 2, name: 'document.identityPolicy', always: true },
  { id: 'permissionsBoundary', pane: 'caller', station: 2, name: 'document.permissionsBoundary', always: false },
  { id: 'sessionPolicy', pane: 'caller', station: 2, name: 'document.sessionPolicy', always: false },
  { id: 'serviceControlPolicies', pane: 'caller', station: 2, name: 'document.serviceControlPolicies', always: false },
  { id: 'trustPolicy', pane: 'role', station: 3, name: 'document.trustPolicy', always: true },
  { id: 'rolePolicy', pane: 'role', station: 5, name: 'document.rolePolicy', always: true },
  { id: 'roles', pane: 'role', station: 3, name: 'document.roles', always: false },
  { id: 'resourceControlPolicies', pane: 'role', station: 3, name: 'document.resourceControlPolicies', always: false },
]

export function tabsOf(pane: DocumentTab['pane'], documents: Documents): readonly DocumentTab[] {
  return documentTabs.filter((tab) => tab.pane === pane && (tab.always || documents[tab.id] !== undefined))
}
