import { type KeyboardEvent, useEffect, useState } from 'react'
import type { EditorHighlight } from '../../present'
import type { DocumentId } from '../../simulate'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { PlainText } from '../editor/PlainText'
import type { Evidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { type DocumentTab, tabsOf } from './document-tabs'

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

interface DocumentPaneProps {
  readonly pane: DocumentTab['pane']
  readonly sub: string
  readonly highlights: readonly EditorHighlight[]
  readonly evidence: Evidence | undefined
}

/** One column of documents: number, tabs, editor. It follows the playhead: what is lit is shown. */
export function DocumentPane({ pane, sub, highlights, evidence }: DocumentPaneProps) {
  const translate = useTranslate()
  const { workspace } = useStores()
  const documents = useWorkspace((state) => state.documents)
  const unreadable = useWorkspace((state) => (state.playable.kind === 'invalid' ? state.playable.documentId : undefined))
  const tabs = tabsOf(pane, documents)
  const [chosen, setChosen] = useState<DocumentId>()
  const lit = highlights.filter((highlight) => tabs.some((tab) => tab.id === highlight.documentId)).at(-1)
  const litId = lit?.documentId
  const litStation = lit?.station
  // biome-ignore lint/correctness/useExhaustiveDependencies: another station in the same document brings it back too.
  useEffect(() => {
    if (litId !== undefined) setChosen(litId)
  }, [litId, litStation])
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0]
  if (!current) return null
  const highlight = highlights.filter((candidate) => candidate.documentId === current.id).at(-1)
  const name = translate(current.name)
  const bad = unreadable === current.id
  const station = highlight?.station ?? String(current.station)
  return (
    // Focusable from code: Esc leaves the editor to here.
    <section
      className={`ed${highlight ? ` lit-${highlight.tone}` : ''}${bad ? ' bad' : ''}`}
      aria-label={name}
      tabIndex={-1}
      data-document={current.id}
    >
      <header>
        <span className={`dn${station.length > 1 ? ' two' : ''}`} aria-hidden="true">
          {station}
        </span>
        {tabs.length === 1 ? (
          <b>{name}</b>
        ) : (
          <div className="tabs" role="tablist" onKeyDown={moveInTabs}>
            {tabs.map((tab) => (
              <button
                key={tab.id}
                type="button"
                role="tab"
                aria-selected={tab.id === current.id}
                tabIndex={tab.id === current.id ? 0 : -1}
                onClick={() => setChosen(tab.id)}
              >
                {translate(tab.name)}
              </button>
            ))}
          </div>
        )}
        <span className="sub">{tabs.length === 1 ? sub : ''}</span>
        <span className="sp" />
        <button
          type="button"
          className="ib"
          aria-label={translate('document.reset', { name })}
          onClick={() => workspace.getState().resetDocument(current.id)}
        >
          <Glyph name="undo" />
        </button>
      </header>
      {evidence ? (
        <evidence.PolicyEditor documentId={current.id} label={name} highlight={highlight} />
      ) : (
        <PlainText text={documents[current.id] ?? ''} label={translate('document.loading', { name })} />
      )}
    </section>
  )
}
