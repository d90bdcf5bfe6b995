import { type CSSProperties, useCallback, useMemo } from 'react'
import { callerName, editorHighlights, type TerminalSpan, terminalPanels } from '../../present'
import { whoCalls } from '../../simulate'
import { usePreferences, useTranslate, useWorkspace } from '../AppStores'
import { documentTabs } from '../documents/document-tabs'
import { Glyph } from '../icons/Glyph'
import type { Columns } from '../stage/plan'
import { useAt, useSaid } from '../use-derived'
import { abridge } from './abridge'
import { Line } from './StatementLine'
import { type StatementLine, statementLines, statementPlace } from './statement-lines'

const toneClass = { plain: undefined, dim: 'd', error: 'x', good: 'o', option: undefined, link: 'd' } as const

function Span({ span }: { span: TerminalSpan }) {
  if (span.tone === 'good-key') return <u className="o">{span.text}</u>
  return span.tone === 'key' ? <u>{span.text}</u> : <span className={toneClass[span.tone]}>{span.text}</span>
}

/** AWS's own words, shortened: the caller's terminal, or the place where a later failure shows. */
function ShortTerminal() {
  const translate = useTranslate()
  const panel = useSaid(useCallback((timeline, t) => terminalPanels(timeline, t, translate).at(-1), [translate]))
  if (!panel) return null
  return (
    <section className="term" aria-label={panel.title}>
      <header>
        <Glyph name={panel.id === 'caller' ? 'user' : 'event'} />
        <b>{panel.title}</b>
      </header>
      <pre lang="en">
        {abridge(panel).map((line, index) => (
          <span key={`${String(index)}${line[0]?.text}`}>
            {line.map((span, at) => (
              <Span key={`${String(at)}${span.text}`} span={span} />
            ))}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  )
}

/** The least size of code, relative to the full one: what the smallest text on the page has. */
const leastCode = 17 / 26

interface DocumentProps {
  /** From the document's left edge to the third column, where the second gate stands. In px. */
  readonly third: number
  readonly scale: number
  /** Rows of code that have room at full size. */
  readonly rows: number
}

/** Down from the gate to the statement's bracket; `share` is how much of it is drawn. */
function GateThread({ tone, share, from, scale }: { tone: string; share: number; from: number; scale: number }) {
  const [x, top, width] = [34, 34, 5].map((length) => length * scale) as [number, number, number]
  // To where the statement's bracket begins, behind the number and through the header.
  const height = 96 * scale
  return (
    <svg className={`gate-thread ${tone}`} aria-hidden="true" width={from + 2 * x} height={height} style={{ top: -top }}>
      <path
        d={from === 0 ? `M${x} 0V${height}` : `M${from + x} 0V${top * 0.55}H${x}V${height}`}
        pathLength={1}
        strokeWidth={width}
        strokeDasharray={1}
        strokeDashoffset={1 - share}
      />
    </svg>
  )
}

/** A missing statement's box is twice as high as a line. */
const rowsOf = (lines: readonly StatementLine[]): number => lines.reduce((sum, line) => sum + (line.kind === 'missing' ? 2 : 1), 0)

/** The statement that is being read or that decided, and nothing else of its document. */
function DecidingStatement({ third, scale, rows }: DocumentProps) {
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const highlight = useAt(useCallback((timeline, t) => editorHighlights(timeline, t, translate, reduced).at(-1), [translate, reduced]))
  const documentId = highlight?.documentId ?? 'request'
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const situation = useWorkspace((state) => state.timeline.trace?.situation)
  const lines = useMemo(() => statementLines(text, highlight), [text, highlight])
  const tab = documentTabs.find((candidate) => candidate.id === documentId)
  if (!tab) return null
  const user = situation ? callerName(tab.pane === 'request' ? whoCalls(situation) : situation.caller, translate) : translate('name.caller')
  const at = highlight?.statement?.start
  const place = at === undefined ? undefined : statementPlace(text, at)
  const sub = [
    tab.pane === 'request' ? translate('document.what-asks', { user }) : '',
    tab.pane === 'caller' && tab.id !== 'serviceControlPolicies' ? translate('document.attached', { user }) : '',
    place ? translate('presenter.statement', place) : '',
  ].filter((part) => part !== '')
  const tone = highlight?.tone ?? ''
  const size = Math.max(leastCode, Math.min(1, rows / rowsOf(lines)))
  const insideRows = lines.filter((line) => line.kind === 'no' || (line.kind === 'code' && line.inside)).length
  const isGate = highlight !== undefined && !highlight.dotted
  return (
    <section className={`ed${highlight ? ` lit-${tone}` : ''}`} aria-label={translate(tab.name)} data-document={documentId}>
      {isGate && <GateThread tone={tone} share={highlight.thread} from={tab.pane === 'role' ? third : 0} scale={scale} />}
      <header>
        <span className="dn" aria-hidden="true">
          {highlight?.station ?? tab.station}
        </span>
        <b>{translate(tab.name)}</b>
        <span className="sub">{sub.join(' · ')}</span>
      </header>
      <div className="code" style={{ '--size': size } as CSSProperties}>
        {insideRows > 0 && <span className={`br ${tone}`} style={{ '--rows': insideRows } as CSSProperties} />}
        {lines.map((line, index) => (
          <Line key={`${String(index)}${line.kind}`} line={line} tone={tone} />
        ))}
      </div>
    </section>
  )
}

/** What the person sees, and why: under the stage, in its columns. */
export function Evidence({ columns, ...sizes }: { columns: Columns } & Omit<DocumentProps, 'third'>) {
  return (
    <div className="ev" style={{ gridTemplateColumns: `${columns.column1}px minmax(0, 1fr)` }}>
      <ShortTerminal />
      <DecidingStatement third={columns.column3X - columns.column2X} {...sizes} />
    </div>
  )
}
