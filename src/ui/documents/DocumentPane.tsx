import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { EditorHighlight } from '../../present'
import type { PassedRole } from '../../simulate'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { PlainText } from '../editor/PlainText'
import type { Evidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { type DocumentTab, shows, stationOf, type TabView, tabsAt, turned, viewAt, viewOfKey, viewsOf } from './document-tabs'
import { TabLabel } from './TabLabel'
import { useLayerMarks } from './use-layer-marks'

const GainsPanel = lazy(async () => ({ default: (await import('../gains/GainsPanel')).GainsPanel }))

/** Tabs that hold no document: what the role may do that the caller may not, and what an instance profile holds. */
const gainsKey = 'gains'
const profileKey = 'profile'

/** Arrow keys inside a row of tabs. */
export function moveInTabs(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  event.stopPropagation()
  const tabs = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[role=tab]')]
  const at = tabs.indexOf(document.activeElement as HTMLButtonElement)
  const next = tabs[(at + step + tabs.length) % tabs.length]
  next?.focus()
  next?.click()
}

/** Scrolls a row of tabs so far that the selected one is seen whole. */
function showSelected(row: HTMLElement | null): void {
  const tab = row?.querySelector('[aria-selected=true]')?.getBoundingClientRect()
  if (!row || !tab) return
  const { left, right } = row.getBoundingClientRect()
  if (tab.left < left) row.scrollLeft += tab.left - left
  else if (tab.right > right) row.scrollLeft += tab.right - right
}

const none: readonly PassedRole[] = []

interface DocumentPaneProps {
  readonly pane: DocumentTab['pane']
  readonly sub: string
  readonly highlights: readonly EditorHighlight[]
  readonly evidence: Evidence | undefined
  /** Which document to show, where it is chosen outside. */
  readonly show?: DocumentTab['id']
}

/** What a view is called: with several roles, whose it is too. */
export function useViewName(): (view: TabView) => string {
  const translate = useTranslate()
  return ({ tab, role }) => {
    if (!role?.side) return translate(tab.name)
    const name = translate(role.side === 'trust' ? 'document.trustPolicy' : 'document.rolePolicy')
    return translate('document.of-role', { name, role: role.name })
  }
}

/** One column of documents: number, tabs, editor. It follows the playhead: what is lit is shown. */
export function DocumentPane({ pane, sub, highlights, evidence, show }: DocumentPaneProps) {
  const translate = useTranslate()
  const stores = useStores()
  const documents = useWorkspace((state) => state.documents)
  const roles = useWorkspace((state) => state.timeline.trace?.situation.roles ?? none)
  const end = useWorkspace((state) => state.timeline.end)
  const unreadable = useWorkspace((state) => (state.playable.kind === 'invalid' ? state.playable.documentId : undefined))
  const succeeds = useWorkspace(
    (state) =>
      pane === 'role' &&
      evidence !== undefined &&
      state.timeline.trace?.outcome === 'allowed' &&
      // Of what somebody else gains nothing is known: their policies are not here.
      !state.timeline.trace.owner &&
      roles.length > 0,
  )
  const atEnd = usePlayback((state) => state.t > 0 && state.t >= end)
  const views = useMemo(() => viewsOf(pane, documents, roles), [pane, documents, roles])
  const [chosen, setChosen] = useState<string>()
  const lit = highlights.filter((highlight) => views.some((view) => shows(view, highlight))).at(-1)
  const litKey = lit && views.find((view) => shows(view, lit))?.key
  const litStation = lit?.station
  // biome-ignore lint/correctness/useExhaustiveDependencies: which role is open counts at the moment at which another document is asked for.
  useEffect(() => {
    if (show === undefined) return
    const open = viewOfKey(views, chosen)
    setChosen((open && turned(views, open, show === 'rolePolicy' ? 'permissions' : 'trust')?.key) ?? show)
  }, [show])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another station in the same document brings it back too.
  useEffect(() => {
    if (litKey !== undefined) setChosen(litKey)
  }, [litKey, litStation])
  const unreadableKey = atEnd ? views.find((view) => view.tab.id === unreadable)?.key : undefined
  useEffect(() => {
    if (unreadableKey !== undefined) setChosen(unreadableKey)
  }, [unreadableKey])
  const opened = useWorkspace((state) => state.opened)
  const openedKey = opened && viewAt(views, opened, chosen)?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place asked for again opens it again.
  useEffect(() => {
    if (openedKey !== undefined) setChosen(openedKey)
  }, [opened])
  const row = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab was selected.
  useEffect(() => showSelected(row.current), [chosen])
  const challenge = useChallenge()
  const allMarks = useLayerMarks(evidence)
  const nameOf = useViewName()
  // The request shows the place that was asked for, else where it names the role.
  const asked = opened?.documentId === 'request' ? opened.at : undefined
  const named = pane === 'request' ? (asked ?? roles.find(({ span }) => span !== undefined)?.span?.start) : undefined
  const view = viewOfKey(views, chosen)
  if (!view) return null
  const current = view.tab
  const profiled = pane === 'role' && evidence !== undefined && roles.some(({ instanceProfile }) => instanceProfile !== undefined)
  const extra = chosen === gainsKey && succeeds ? gainsKey : chosen === profileKey && profiled ? profileKey : undefined
  const highlight = extra === profileKey ? undefined : highlights.filter((candidate) => shows(view, candidate)).at(-1)
  const name = extra === profileKey ? translate('profile.tab') : nameOf(view)
  const unread = highlight !== undefined && !highlight.statement && !highlight.missing
  const marks = views.every((entry) => entry.tab.always) ? undefined : allMarks
  const bad = unreadable === current.id && extra !== profileKey
  const own = unread ? translate('document.not-read', { sub }) : sub
  const said = extra ? (
    translate('gains.sub')
  ) : challenge ? (
    <challenge.parts.PaneNote active={challenge.active} documentId={current.id} otherwise={own} />
  ) : (
    own
  )
  const station = extra === gainsKey ? '5' : (highlight?.station ?? String(stationOf(view)))
  const tabs = tabsAt(views, view)
  const several = view.role?.side !== undefined
  const placeOfProfile = tabs.findLastIndex((entry) => entry.tab.always || entry.role?.side !== undefined)
  const extraTab = (key: string, label: string) => (
    <button
      key={key}
      type="button"
      role="tab"
      className="extra"
      aria-selected={extra === key}
      tabIndex={extra === key ? 0 : -1}
      onClick={() => setChosen(key)}
    >
      {label}
    </button>
  )
  const tab = (entry: TabView) => (
    <button
      key={entry.role?.side ? (entry.role.letter ?? '') : entry.key}
      type="button"
      role="tab"
      aria-selected={entry === view && !extra}
      tabIndex={entry === view && !extra ? 0 : -1}
      title={entry.role?.side && entry.role.name}
      onClick={() => {
        setChosen(entry.key)
        evidence?.turnTo(stores, entry, highlights)
      }}
    >
      {entry.role?.side && evidence ? (
        <evidence.RoleTabLabel view={entry} selected={entry === view && !extra} count={roles.length} open={current.id} />
      ) : (
        <TabLabel view={entry} selected={entry.tab.id === current.id} marks={marks} evidence={evidence} />
      )}
    </button>
  )
  return (
    // Focusable from code: Esc leaves the editor to here.
    <section
      className={`ed${highlight ? ` lit-${highlight.tone}` : ''}${bad ? ' bad' : ''}${extra === gainsKey ? ' gaining' : ''}${unread ? ' unread' : ''}`}
      aria-label={name}
      tabIndex={-1}
      data-document={extra === profileKey ? extra : current.id}
    >
      <header className={several ? 'several' : undefined}>
        <span className={`dn${station.length > 1 ? ' two' : ''}`} aria-hidden="true">
          {station}
        </span>
        {views.length === 1 ? (
          <b>{name}</b>
        ) : (
          <div ref={row} className="tabs" role="tablist" onKeyDown={moveInTabs}>
            {tabs.slice(0, placeOfProfile + 1).map(tab)}
            {profiled && extraTab(profileKey, translate('profile.tab'))}
            {tabs.slice(placeOfProfile + 1).map(tab)}
            {(extra === gainsKey || (succeeds && atEnd)) && extraTab(gainsKey, translate('gains.tab'))}
          </div>
        )}
        {(extra === gainsKey || views.length === 1) && <span className="sub">{said}</span>}
        {evidence && !extra && pane !== 'request' && <evidence.PaneTools pane={pane} view={view} />}
        <span className="sp" />
        {evidence && pane === 'request' && <evidence.PaneTools pane={pane} view={view} />}
        {evidence && !extra && <evidence.ProblemCount documentId={current.id} />}
        {evidence && !extra && several && <evidence.Sides views={views} view={view} onChoose={setChosen} />}
        {!extra && (
          <button
            type="button"
            className="ib"
            aria-label={translate('document.reset', { name: translate(current.name) })}
            onClick={() => stores.workspace.getState().resetDocument(current.id)}
          >
            <Glyph name="undo" />
          </button>
        )}
      </header>
      {extra === gainsKey ? (
        <Suspense>
          <GainsPanel />
        </Suspense>
      ) : extra && evidence ? (
        <evidence.ProfilePanel />
      ) : evidence ? (
        <evidence.PolicyEditor documentId={current.id} label={name} highlight={highlight} at={view.role?.span?.start ?? named} />
      ) : (
        <PlainText text={documents[current.id] ?? ''} label={translate('document.loading', { name })} />
      )}
    </section>
  )
}
