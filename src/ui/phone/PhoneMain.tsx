import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslate } from '../AppStores'
import { useChallenge, usePageNarration } from '../challenge/use-challenge'
import { usePanels } from '../documents/Documents'
import { OneDocument } from '../documents/OneDocument'
import { useEvidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { Aside, actionLabel, solid, useAsideCommands } from '../narration/Aside'
import { NarrationPanel } from '../narration/NarrationPanel'
import { PlaybackBar } from '../playback/PlaybackBar'
import { Route } from './Route'
import { Sheet } from './Sheet'
import './phone.css'
import './route.css'
import './sheet.css'
import './phone-zoom.css'

/** The move that leads on, beside the controls. */
function NextMove({ onNextScenario }: { onNextScenario: () => void }) {
  const translate = useTranslate()
  const { aside } = usePageNarration()
  const challenge = useChallenge()
  const commands = useAsideCommands(onNextScenario, () => undefined)
  if (challenge) return <challenge.parts.ChallengeMove active={challenge.active} onNextScenario={onNextScenario} />
  const action = aside?.actions.find((candidate) => solid.includes(candidate))
  if (!action) return null
  return (
    <button type="button" className="btn solid" onClick={commands[action]}>
      {actionLabel(action, aside, translate)}
    </button>
  )
}

/** What opens the document has the focus once that is closed again, unless something else took it. */
function useFocusBack(editing: boolean) {
  const opener = useRef<HTMLButtonElement>(null)
  const edited = useRef(editing)
  useEffect(() => {
    const closed = edited.current && !editing
    edited.current = editing
    if (!closed) return
    const handle = requestAnimationFrame(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body || focused.closest('[inert]')) opener.current?.focus()
    })
    return () => cancelAnimationFrame(handle)
  }, [editing])
  return opener
}

/** The page on a phone: the route, what the caller sees, and a sheet with everything about the moment. */
export function PhoneMain({ onNextScenario }: { onNextScenario: () => void }) {
  const translate = useTranslate()
  const evidence = useEvidence()
  const narration = usePageNarration()
  const { panels } = usePanels(evidence)
  const waiting = narration.guesses.length > 0
  const scroller = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState(false)
  // What is proposed stands in its document.
  const proposed = useChallenge()?.active.proposal !== undefined
  const [followed, setFollowed] = useState(proposed)
  // At once: what is inert cannot take the focus, and the two answers want it.
  if (proposed !== followed) {
    setFollowed(proposed)
    setEditing(proposed)
  }
  const opener = useFocusBack(editing)
  const close = () => setEditing(false)
  const onKeyDown = (event: KeyboardEvent) => {
    // Esc in the editor leads out of it first; from its frame it closes.
    if (event.key === 'Escape' && !(event.target instanceof Element && event.target.closest('.monaco-editor'))) close()
  }
  return (
    <div className="phone">
      <div className="along" ref={scroller} inert={editing}>
        <Route scroller={scroller} />
        {/* Where it failed comes first: what the caller saw before that is scrolled to. */}
        <div className="terms">
          {evidence && !waiting && panels.toReversed().map((panel) => <evidence.Terminal key={panel.id} panel={panel} />)}
        </div>
        {!waiting && <Aside narration={narration} onNextScenario={onNextScenario} />}
      </div>
      <Sheet>
        <div className="said" inert={editing}>
          <NarrationPanel onNextScenario={onNextScenario} withAside={false} />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only Esc, and only while it covers the screen. */}
        <div className={`excerpt${editing ? ' editing' : ''}`} onKeyDown={editing ? onKeyDown : undefined}>
          {editing && (
            <button type="button" className="btn close" onClick={close}>
              <Glyph name="close" />
              {translate('dialog.close')}
            </button>
          )}
          <section id="documents" tabIndex={-1} aria-label={translate('documents.name')}>
            <OneDocument short evidence={evidence} reading={!editing} />
          </section>
          {!editing && (
            <button ref={opener} type="button" className="tap" aria-label={translate('phone.edit')} onClick={() => setEditing(true)} />
          )}
        </div>
        <div className={`pctl${waiting ? ' first' : ''}`} inert={editing}>
          <PlaybackBar />
          {waiting && <p className="hint">{translate('phone.hint')}</p>}
          <NextMove onNextScenario={onNextScenario} />
        </div>
      </Sheet>
    </div>
  )
}
