import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { callerName, type EditorHighlight, type TerminalPanel } from '../../present'
import { whoCalls } from '../../simulate'
import { usePreferences, useTranslate, useWorkspace } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { type Evidence, useEvidence } from '../editor/use-evidence'
import { columnsOf, landscapeColumn, pageColumns } from '../stage/plan'
import { useSaid } from '../use-derived'
import { useLayout } from '../use-viewport'
import { DocumentPane, moveInTabs } from './DocumentPane'
import { useHighlights } from './use-highlights'
import './documents.css'

const ColumnSplitters = lazy(async () => ({ default: (await import('../columns/ColumnSplitters')).ColumnSplitters }))

const nothing = { panels: [] as readonly TerminalPanel[], output: false }

/** What the terminals show now, and whether anything was printed. */
export function usePanels(evidence: Evidence | undefined): { panels: readonly TerminalPanel[]; output: boolean } {
  const translate = useTranslate()
  const layout = useLayout()
  const short = layout === 'landscape' || layout === 'phone'
  return useSaid(
    useCallback(
      (timeline, t) =>
        evidence ? { panels: evidence.terminalPanels(timeline, t, translate, short), output: evidence.hasOutput(timeline, t) } : nothing,
      [evidence, translate, short],
    ),
  )
}

type Shown = 'request' | 'terminal' | 'goals'

const isWriting = () => document.querySelector('[data-document=request]')?.contains(document.activeElement) === true

/** The first column: whether request and terminals share it behind tabs, and which of them is shown then. */
function useFirstColumn(evidence: Evidence | undefined) {
  const layout = useLayout()
  const { panels, output } = usePanels(evidence)
  const [shown, setShown] = useState<Shown>('request')
  const count = panels.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second terminal is output too.
  useEffect(() => {
    // Whoever is writing the request is not interrupted.
    if (output && !isWriting()) setShown('terminal')
    if (!output) setShown('request')
  }, [output, count])
  const opened = useWorkspace((state) => state.opened)
  useEffect(() => {
    if (opened?.documentId === 'request') setShown('request')
  }, [opened])
  const challenge = useChallenge()
  const solved = challenge?.active.judged.solved
  useEffect(() => {
    if (solved && !isWriting()) setShown('goals')
  }, [solved])
  // Two terminals need the whole column; the request waits behind a tab, as on a short screen.
  // In the narrowest column a third tab has no place: the goals beside the headline have to do.
  const withGoals = layout === 'landscape' ? undefined : challenge
  const face: Shown = shown === 'goals' && !withGoals ? 'terminal' : shown
  return {
    panels,
    shown: face,
    setShown,
    tabbed: layout === 'short' || layout === 'landscape' || count > 1 || challenge !== undefined,
    challenge: withGoals,
  }
}

type FirstColumn = ReturnType<typeof useFirstColumn>

interface RequestProps {
  readonly column: FirstColumn
  readonly user: string
  readonly highlights: readonly EditorHighlight[]
  readonly evidence: Evidence | undefined
}

/** The request, over the terminals or behind a tab beside them. */
function RequestColumn({ column: { panels, shown, setShown, tabbed, challenge }, user, highlights, evidence }: RequestProps) {
  const translate = useTranslate()
  const layout = useLayout()
  const names: readonly (readonly [Shown, string | undefined])[] = [
    ['request', translate('document.request')],
    ['terminal', layout === 'landscape' && panels.length <= 1 ? translate('terminal.caller.short', { user }) : panels[0]?.title],
    ...(challenge ? [['goals', translate('challenge.tab')] as const] : []),
  ]
  // The request keeps its place among the children, so that its editor outlives the change from one form to the other.
  return (
    <div className={`col ${tabbed ? 'tabbed' : 'tall'}`}>
      {tabbed && (
        <div className="switch" role="tablist" aria-label={translate('documents.name')} onKeyDown={moveInTabs}>
          {names.map(([id, name]) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={shown === id}
              tabIndex={shown === id ? 0 : -1}
              onClick={() => setShown(id)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
      {tabbed && shown !== 'request' && (
        <span className="dn" aria-hidden="true">
          1
        </span>
      )}
      <div className="face" hidden={tabbed && shown !== 'request'}>
        <DocumentPane pane="request" sub={translate('document.what-asks', { user })} highlights={highlights} evidence={evidence} />
      </div>
      {challenge && shown === 'goals' && <challenge.parts.GoalsPanel active={challenge.active} />}
    </div>
  )
}

/** The terminals. They stand in the first column, and come after all documents for whoever goes from one to the next by keyboard. */
function TerminalColumn({ column: { panels, shown, tabbed }, evidence }: { column: FirstColumn; evidence: Evidence | undefined }) {
  const count = panels.length
  if (tabbed && shown !== 'terminal') return null
  return (
    <div className={`col out ${tabbed ? 'tabbed' : 'tall'}`}>
      <div className={`face terms${count > 1 ? ' two' : ''}`}>
        {/* The first has its header in that of the column. */}
        {evidence && panels.map((panel, index) => <evidence.Terminal key={panel.id} panel={panel} bare={tabbed && index === 0} />)}
        {count === 0 && <div className="term-place" />}
      </div>
    </div>
  )
}

/** The caller's name as a person's: with a capital. */
export function useCallerName(): string {
  const translate = useTranslate()
  const name = useWorkspace((state) => {
    const situation = state.timeline.trace?.situation
    return situation ? whoCalls(situation).name : ''
  })
  return name === '' ? translate('name.caller') : name.charAt(0).toUpperCase() + name.slice(1)
}

/** Whose policies document 2 holds, where the call is somebody else's. */
function useOwnerName(): string | undefined {
  const translate = useTranslate()
  const situation = useWorkspace((state) => state.timeline.trace?.situation)
  return situation?.otherCaller && callerName(situation.caller, translate)
}

/** What the identity policy answers: which letters, when several roles are passed. */
function useCallerSub(user: string, owner: string | undefined): string {
  const translate = useTranslate()
  const letters = useWorkspace((state) =>
    (state.timeline.trace?.situation.roles ?? []).flatMap(({ letter }) => (letter === undefined ? [] : [letter])).join(' '),
  )
  // The policies of a session are those of its role.
  const role = useWorkspace((state) => state.timeline.trace?.situation.caller.roleArn?.split('/').at(-1))
  if (owner !== undefined) return translate('deputy.attached', { user, owner })
  if (letters === '') return translate('document.attached', { user: role ?? user })
  const answered = letters.split(' ').map((letter) => `2${letter}`)
  const stations =
    answered.length > 2
      ? translate('document.answers-range', { first: answered[0] ?? '', last: answered.at(-1) ?? '' })
      : new Intl.ListFormat(translate.language).format(answered)
  return translate('document.answers', { stations })
}

/** The documents that decide, each under the check that reads it. */
export function Documents() {
  const translate = useTranslate()
  const evidence = useEvidence()
  const highlights = useHighlights(evidence)
  const column = useFirstColumn(evidence)
  const user = useCallerName()
  const owner = useOwnerName()
  const layout = useLayout()
  const shares = usePreferences((state) => state.columns)
  const callerSub = useCallerSub(user, owner)
  const [width, setWidth] = useState(() => document.documentElement.clientWidth)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width + 32))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const columns = layout === 'landscape' ? columnsOf(width, undefined, landscapeColumn) : pageColumns(width, shares)
  return (
    <section
      id="documents"
      ref={box}
      className="docs"
      tabIndex={-1}
      aria-label={translate('documents.name')}
      style={{ gridTemplateColumns: `${columns.column1}px ${columns.column2Width}px minmax(0,1fr)` }}
    >
      <RequestColumn column={column} user={user} highlights={highlights} evidence={evidence} />
      <DocumentPane pane="caller" sub={callerSub} highlights={highlights} evidence={evidence} />
      <DocumentPane pane="role" sub="" highlights={highlights} evidence={evidence} />
      <TerminalColumn column={column} evidence={evidence} />
      {evidence && layout !== 'landscape' && (
        <Suspense>
          <ColumnSplitters columns={columns} width={width} />
        </Suspense>
      )}
    </section>
  )
}
