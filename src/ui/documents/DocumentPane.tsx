import { type KeyboardEvent, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { EditorHighlight } from '../../present'
import type { PassedRole } from '../../simulate'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { PlainText } from '../editor/PlainText'
import type { Evidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { type DocumentTab, shows, viewAt, viewsOf } from './document-tabs'
import { TabLabel } from './TabLabel'
import { useLayerMarks } from './use-layer-marks'

const GainsPanel = lazy(async () => ({ default: (await import('../gains/GainsPanel')).GainsPanel }))

/** A tab that holds no document: what the role may do that the caller may not. */
const gainsKey = 'gains'

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

const none: readonly PassedRole[] = []

interface DocumentPaneProps {
  readonly pane: DocumentTab['pane']
  readonly sub: string
  readonly highlights: readonly EditorHighlight[]
  readonly evidence: Evidence | undefined
  /** Which document to show, where it is chosen outside. */
  readonly show?: DocumentTab['id']
}

/** One column of documents: number, tabs, editor. It follows the playhead: what is lit is shown. */
export function DocumentPane({ pane, sub, highlights, evidence, show }: DocumentPaneProps) {
  const translate = useTranslate()
  const { workspace } = useStores()
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
  useEffect(() => {
    if (show !== undefined) setChosen(show)
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
  const openedKey = opened && viewAt(views, opened)?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place asked for again opens it again.
  useEffect(() => {
    if (openedKey !== undefined) setChosen(openedKey)
  }, [openedKey, opened])
  const allMarks = useLayerMarks(evidence)
  // The request shows where it names the role.
  const named = pane === 'request' ? roles.find(({ span }) => span !== undefined)?.span?.start : undefined
  const view = views.find((candidate) => candidate.key === chosen) ?? views[0]
  if (!view) return null
  const current = view.tab
  const gaining = chosen === gainsKey && succeeds
  const highlight = highlights.filter((candidate) => shows(view, candidate)).at(-1)
  const name = translate(current.name)
  const unread = highlight !== undefined && !highlight.statement && !highlight.missing
  const marks = views.every((entry) => entry.tab.always) ? undefined : allMarks
  const bad = unreadable === current.id
  const station = gaining ? '5' : (highlight?.station ?? `${current.station}${view.role?.letter ?? ''}`)
  return (
    // Focusable from code: Esc leaves the editor to here.
    <section
      className={`ed${highlight ? ` lit-${highlight.tone}` : ''}${bad ? ' bad' : ''}${gaining ? ' gaining' : ''}${unread ? ' unread' : ''}`}
      aria-label={name}
      tabIndex={-1}
      data-document={current.id}
    >
      <header>
        <span className={`dn${station.length > 1 ? ' two' : ''}`} aria-hidden="true">
          {station}
        </span>
        {views.length === 1 ? (
          <b>{name}</b>
        ) : (
          <div className="tabs" role="tablist" onKeyDown={moveInTabs}>
            {views.map((entry) => (
              <button
                key={entry.key}
                type="button"
                role="tab"
                aria-selected={entry === view && !gaining}
                tabIndex={entry === view && !gaining ? 0 : -1}
                onClick={() => setChosen(entry.key)}
              >
                <TabLabel view={entry} selected={entry.tab.id === current.id} marks={marks} evidence={evidence} />
              </button>
            ))}
            {(gaining || (succeeds && atEnd)) && (
              <button type="button" role="tab" aria-selected={gaining} tabIndex={gaining ? 0 : -1} onClick={() => setChosen(gainsKey)}>
                {translate('gains.tab')}
              </button>
            )}
          </div>
        )}
        {(gaining || views.length === 1) && (
          <span className="sub">{gaining ? translate('gains.sub') : unread ? translate('document.not-read', { sub }) : sub}</span>
        )}
        {evidence && !gaining && pane !== 'request' && <evidence.PaneTools pane={pane} view={view} />}
        <span className="sp" />
        {evidence && pane === 'request' && <evidence.PaneTools pane={pane} view={view} />}
        {evidence && !gaining && <evidence.ProblemCount documentId={current.id} />}
        {!gaining && (
          <button
            type="button"
            className="ib"
            aria-label={translate('document.reset', { name })}
            onClick={() => workspace.getState().resetDocument(current.id)}
          >
            <Glyph name="undo" />
          </button>
        )}
      </header>
      {gaining ? (
        <Suspense>
          <GainsPanel />
        </Suspense>
      ) : evidence ? (
        <evidence.PolicyEditor documentId={current.id} label={name} highlight={highlight} at={view.role?.span.start ?? named} />
      ) : (
        <PlainText text={documents[current.id] ?? ''} label={translate('document.loading', { name })} />
      )}
    </section>
  )
}
