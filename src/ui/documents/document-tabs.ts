import type { MessageKey } from '../../i18n'
import { type JsonNode, memberOf, parseJson } from '../../lib/json-tree'
import type { Span } from '../../lib/span'
import type { EditorHighlight, LayerMark, LayerPlace, MarkedLayer } from '../../present'
import { type DocumentId, type Documents, inOrderOfAssumption, type PassedRole } from '../../simulate'

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

/** Which of a role's two documents a tab is open at. */
export type Side = 'trust' | 'permissions'

/** The role that a tab belongs to. */
export interface TabRole {
  readonly roleArn: string
  readonly name: string
  readonly letter: string | undefined
  /** Where several roles are passed: its trust policy or its permissions. Undefined: the tab holds both. */
  readonly side: Side | undefined
  /** Its part of `roles`; undefined where the document serves several roles. */
  readonly span: Span | undefined
}

/** One view of a pane: a document, or one role's part of it. */
export interface TabView {
  readonly key: string
  readonly tab: DocumentTab
  readonly role: TabRole | undefined
}

const tabOf = (id: DocumentId): DocumentTab[] => documentTabs.filter((tab) => tab.id === id)
const memberOfSide = { trust: 'trustPolicy', permissions: 'rolePolicy' } as const

/** Each role in play that has an entry of its own in `roles`: one tab. */
function ownEntries(root: JsonNode | undefined, roles: readonly PassedRole[]): TabView[] {
  return roles.flatMap(({ roleArn, name, letter }) => {
    const member = memberOf(root, roleArn)
    if (!member) return []
    const role = { roleArn, name, letter, side: undefined, span: member.span }
    return tabOf('roles').map((tab) => ({ key: `roles ${roleArn}`, tab, role }))
  })
}

/** Several roles, in the order in which ③ asks them: the trust policy and the permissions of each, wherever they stand. */
function viewsOfRoles(root: JsonNode | undefined, roles: readonly PassedRole[]): TabView[] {
  return inOrderOfAssumption(roles).flatMap(({ roleArn, name, letter }) => {
    const entry = memberOf(root, roleArn)
    return (['trust', 'permissions'] as const).flatMap((side) => {
      const role = { roleArn, name, letter, side, span: entry && (memberOf(entry.value, memberOfSide[side]) ?? entry).span }
      return tabOf(entry ? 'roles' : memberOfSide[side]).map((tab) => ({ key: `${tab.id} ${letter ?? ''} ${side}`, tab, role }))
    })
  })
}

/**
 * The views of a pane, in the order of its tabs. With one role: each document, and its own entry in `roles`. With several: two for each
 * role, which share a tab. `roles` is a tab by itself where it has an entry of no role in play, or cannot be read.
 */
export function viewsOf(pane: DocumentTab['pane'], documents: Documents, roles: readonly PassedRole[]): readonly TabView[] {
  const { root } = parseJson(documents.roles ?? '', 'roles')
  const several = pane === 'role' && roles.length > 1
  const arns = new Set(roles.map(({ roleArn }) => roleArn))
  const named = root?.kind === 'object' ? root.members.filter(({ key }) => arns.has(key.value)).length : 0
  const others = named === 0 || (several && root?.kind === 'object' && root.members.length > named)
  const rest = tabsOf(pane, documents).flatMap((tab): TabView[] => {
    if (several && tab.always) return []
    if (tab.id !== 'roles') return [{ key: tab.id, tab, role: undefined }]
    return [...(several ? [] : ownEntries(root, roles)), ...(others ? [{ key: tab.id, tab, role: undefined }] : [])]
  })
  return several ? [...viewsOfRoles(root, roles), ...rest] : rest
}

/** What has a tab when the chosen view is open: of a role's two views the one on that side. */
export const tabsAt = (views: readonly TabView[], { role }: TabView): readonly TabView[] =>
  views.filter((view) => view.role?.side === undefined || view.role.side === (role?.side ?? 'trust'))

/** The same role's other document; a view without sides has none. */
export const turned = (views: readonly TabView[], { role }: TabView, side: Side): TabView | undefined =>
  role?.side && views.find((view) => view.role?.letter === role.letter && view.role?.side === side)

/** The view that was chosen. While the name of its role's entry is being written: all of `roles`; once that is gone, what serves the role now. */
export function viewOfKey(views: readonly TabView[], key: string | undefined): TabView | undefined {
  const [id, ...rest] = key?.split(' ') ?? []
  const exact = views.find((view) => view.key === key)
  const whole = id === 'roles' ? views.find((view) => view.key === 'roles') : undefined
  return exact ?? whole ?? views.find((view) => rest.length > 0 && view.key.endsWith(` ${rest.join(' ')}`)) ?? views[0]
}

/** The station that reads it. */
export const stationOf = ({ tab, role }: TabView): DocumentTab['station'] => (role?.side === 'permissions' ? 5 : tab.station)

const holds = (span: Span | undefined, at: number | undefined) =>
  span === undefined || (at !== undefined && at >= span.start && at <= span.end)

/** Whether what is lit is shown by this view: it lies in its part of the document, and was read for its role. */
export function shows({ tab, role }: TabView, highlight: EditorHighlight): boolean {
  if (highlight.documentId !== tab.id) return false
  if (role?.side) return highlight.letter === role.letter && highlight.station.startsWith('5') === (role.side === 'permissions')
  const at = highlight.statement?.start ?? highlight.missing?.at
  return at === undefined || holds(role?.span, at)
}

/** The view in which a place lies: the open one where that serves it too. */
export function viewAt(views: readonly TabView[], { documentId, at }: LayerPlace, open?: string): TabView | undefined {
  const own = views.filter((view) => view.tab.id === documentId)
  const fitting = own.filter(({ role }) => holds(role?.span, at))
  return fitting.find(({ key }) => key === open) ?? fitting[0] ?? own[0]
}

/** What the part of a tab has said to the checks: one denial is enough. */
export function marksOf({ tab, role }: TabView, marks: readonly MarkedLayer[]): readonly LayerMark[] {
  return marks.flatMap((entry) =>
    entry.documentId === tab.id && (role === undefined || entry.roleArn === role.roleArn) ? [entry.mark] : [],
  )
}
