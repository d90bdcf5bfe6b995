import type { MessageKey } from '../../i18n'
import { memberOf, parseJson } from '../../lib/json-tree'
import type { Span } from '../../lib/span'
import type { EditorHighlight, LayerMark, LayerPlace, MarkedLayer } from '../../present'
import type { DocumentId, Documents, PassedRole } from '../../simulate'

/** One document's place: which column, which number, and its name. */
export interface DocumentTab {
  readonly id: DocumentId
  readonly pane: 'request' | 'caller' | 'role'
  readonly station: 1 | 2 | 3 | 5
  readonly name: MessageKey
  /** Beside other tabs, where room is short. */
  readonly short?: MessageKey
  /** There whether or not the scenario has a text for it. */
  readonly always: boolean
}

/** The documents in the order of their tabs. A new kind of policy is a row here. */
export const documentTabs: readonly DocumentTab[] = [
  { id: 'request', pane: 'request', station: 1, name: 'document.request', always: true },
  { id: 'identityPolicy', pane: 'caller', station: 2, name: 'document.identityPolicy', short: 'layer.identity', always: true },
  { id: 'permissionsBoundary', pane: 'caller', station: 2, name: 'document.permissionsBoundary', short: 'layer.boundary', always: false },
  { id: 'sessionPolicy', pane: 'caller', station: 2, name: 'document.sessionPolicy', short: 'layer.session', always: false },
  { id: 'serviceControlPolicies', pane: 'caller', station: 2, name: 'document.serviceControlPolicies', short: 'layer.scp', always: false },
  { id: 'trustPolicy', pane: 'role', station: 3, name: 'document.trustPolicy', always: true },
  { id: 'rolePolicy', pane: 'role', station: 5, name: 'document.rolePolicy', always: true },
  { id: 'roles', pane: 'role', station: 3, name: 'document.roles', always: false },
  { id: 'resourceControlPolicies', pane: 'role', station: 3, name: 'document.resourceControlPolicies', short: 'layer.rcp', always: false },
]

function tabsOf(pane: DocumentTab['pane'], documents: Documents): readonly DocumentTab[] {
  return documentTabs.filter((tab) => tab.pane === pane && (tab.always || documents[tab.id] !== undefined))
}

/** One tab: a document, or the part of `roles` that belongs to one of the roles in play. */
export interface TabView {
  readonly key: string
  readonly tab: DocumentTab
  readonly role: { readonly roleArn: string; readonly name: string; readonly letter: string | undefined; readonly span: Span } | undefined
}

/** Each role in play that has an entry of its own, with the entry's place. */
function ownEntries(text: string, roles: readonly PassedRole[]): NonNullable<TabView['role']>[] {
  const { root } = parseJson(text, 'roles')
  return roles.flatMap(({ roleArn, name, letter }) => {
    const member = root && memberOf(root, roleArn)
    return member ? [{ roleArn, name, letter, span: member.span }] : []
  })
}

/** The tabs of a pane. `roles` has one for each role in play, and one for all while none of them is named in it. */
export function viewsOf(pane: DocumentTab['pane'], documents: Documents, roles: readonly PassedRole[]): readonly TabView[] {
  return tabsOf(pane, documents).flatMap((tab): TabView[] => {
    const own = tab.id === 'roles' ? ownEntries(documents.roles ?? '', roles) : []
    if (own.length === 0) return [{ key: tab.id, tab, role: undefined }]
    return own.map((role) => ({ key: `roles ${role.name} ${role.letter ?? ''}`, tab, role }))
  })
}

/** Whether what is lit lies in this tab's part of its document. */
export function shows({ tab, role }: TabView, highlight: EditorHighlight): boolean {
  if (highlight.documentId !== tab.id) return false
  const at = highlight.statement?.start ?? highlight.missing?.at
  return role === undefined || at === undefined || (at >= role.span.start && at <= role.span.end)
}

/** The tab in which a place lies. */
export function viewAt(views: readonly TabView[], { documentId, at }: LayerPlace): TabView | undefined {
  const own = views.filter((view) => view.tab.id === documentId)
  return own.find(({ role }) => role === undefined || (at !== undefined && at >= role.span.start && at <= role.span.end)) ?? own[0]
}

/** What the part of a tab has said to the checks: one denial is enough. */
export function marksOf({ tab, role }: TabView, marks: readonly MarkedLayer[]): readonly LayerMark[] {
  return marks.flatMap((entry) =>
    entry.documentId === tab.id && (role === undefined || entry.roleArn === role.roleArn) ? [entry.mark] : [],
  )
}
