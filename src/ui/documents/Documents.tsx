import { useEffect, useRef, useState } from 'react'
import { type EditorHighlight, hasOutput, type TerminalPanel, terminalPanels } from '../../present'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import { sameShape } from '../same-shape'
import { columnsOf } from '../stage/geometry'
import { Terminal } from '../terminal/Terminal'
import { useDensity } from '../use-viewport'
import { DocumentPane, moveInTabs } from './DocumentPane'
import { useHighlights } from './use-highlights'
import './documents.css'

function usePanels(): { panels: readonly TerminalPanel[]; output: boolean } {
  const timeline = useWorkspace((state) => state.timeline)
  const translate = useTranslate()
  const kept = useRef<{ panels: readonly TerminalPanel[]; output: boolean }>({ panels: [], output: false })
  return usePlayback((state) => {
    const next = { panels: terminalPanels(timeline, state.t, translate), output: hasOutput(timeline, state.t) }
    if (!sameShape(kept.current, next)) kept.current = next
    return kept.current
  })
}

/** Request and terminals: one above the other, or in tabs where the screen is short. */
function CallerColumn({ user, highlights }: { user: string; highlights: readonly EditorHighlight[] }) {
  const translate = useTranslate()
  const density = useDensity()
  const { panels, output } = usePanels()
  const [shown, setShown] = useState<'request' | 'terminal'>('request')
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Whoever is writing the request is not interrupted.
    if (output && !column.current?.querySelector('[data-document=request]')?.contains(document.activeElement)) setShown('terminal')
    if (!output) setShown('request')
  }, [output])
  const [caller] = panels
  const request = <DocumentPane pane="request" sub={translate('document.what-asks', { user })} highlights={highlights} />
  if (density !== 'short') {
    return (
      <div className={`col tall${panels.length > 1 ? ' two' : ''}`} ref={column}>
        {panels.length > 1 ? null : request}
        {panels.map((panel) => (
          <Terminal key={panel.id} panel={panel} />
        ))}
      </div>
    )
  }
  return (
    <div className="col tabbed" ref={column}>
      <div className="switch" role="tablist" aria-label={translate('documents.name')} onKeyDown={moveInTabs}>
        <button
          type="button"
          role="tab"
          aria-selected={shown === 'request'}
          tabIndex={shown === 'request' ? 0 : -1}
          onClick={() => setShown('request')}
        >
          {translate('document.request')}
        </button>
        <button
          type="button"
          role="tab"
          aria-selected={shown === 'terminal'}
          tabIndex={shown === 'terminal' ? 0 : -1}
          onClick={() => setShown('terminal')}
        >
          {caller?.title}
        </button>
      </div>
      <div className="face" hidden={shown !== 'request'}>
        {request}
      </div>
      {shown === 'terminal' && (
        <div className={`face terms${panels.length > 1 ? ' two' : ''}`}>
          {panels.map((panel) => (
            <Terminal key={panel.id} panel={panel} />
          ))}
        </div>
      )}
    </div>
  )
}

/** The documents that decide, each under the check that reads it. */
export function Documents() {
  const translate = useTranslate()
  const highlights = useHighlights()
  const name = useWorkspace((state) => state.timeline.trace?.situation.caller.name ?? '')
  const user = name === '' ? translate('name.caller') : name.charAt(0).toUpperCase() + name.slice(1)
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
  return (
    <section
      id="documents"
      ref={box}
      className="docs"
      tabIndex={-1}
      aria-label={translate('documents.name')}
      style={{ gridTemplateColumns: `${columnsOf(width).column1}px minmax(0,1fr) minmax(0,1fr)` }}
    >
      <CallerColumn user={user} highlights={highlights} />
      <DocumentPane pane="caller" sub={translate('document.attached', { user })} highlights={highlights} />
      <DocumentPane pane="role" sub="" highlights={highlights} />
    </section>
  )
}
