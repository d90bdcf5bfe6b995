import { type CSSProperties, useEffect, useState } from 'react'
import { segmentName } from '../../present'
import { isScenarioId, loadTrainerNotes, scenarioIds, type TrainerNotes } from '../../scenarios'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { GlyphSprite } from '../icons/GlyphSprite'
import { LateGlyphs } from '../icons/LateGlyphs'
import { usePlayer } from '../playback/use-player'
import { Brand } from '../topbar/Brand'
import { useReducedMotion } from '../use-reduced-motion'
import { clockText } from './clock-text'
import { NoteText } from './NoteText'
import { PresenterView, stepAt, useScenarioName } from './PresenterView'
import type { PresentCommand } from './present-command'
import type { Presented } from './trainer-messages'
import { usePresentKeys } from './use-present-keys'
import { type Presence, usePresented } from './use-presented'
import './trainer.css'

/** How long a session is meant to last, in ms. */
const planned = 45 * 60_000
const previewWidth = 640

function Clock({ presence, onRestart }: { presence: Presence; onRestart: () => void }) {
  const translate = useTranslate()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const handle = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(handle)
  }, [])
  if (presence.kind !== 'presented') return null
  const elapsed = presence.presented.elapsed + Math.max(0, now - presence.received)
  return (
    <div className={`clock${elapsed > planned ? ' late' : ''}`}>
      <time>{clockText(elapsed)}</time>
      <span>{translate('trainer.elapsed', { planned: clockText(planned) })}</span>
      <button
        type="button"
        className="ib"
        aria-label={translate('trainer.restart')}
        title={translate('trainer.restart')}
        onClick={onRestart}
      >
        <Glyph name="undo" />
      </button>
    </div>
  )
}

/** The presenting window, small: as wide as it is there, drawn to scale. */
function Preview({ presented }: { presented: Presented }) {
  const translate = useTranslate()
  const { width, height, theme, blank } = presented
  const scale = previewWidth / width
  return (
    <figure className="preview" style={{ height: height * scale }} aria-label={translate('trainer.preview')} data-theme={theme}>
      <div inert style={{ width, height, transform: `scale(${scale})` } as CSSProperties}>
        <PresenterView size={{ width, height }} />
      </div>
      {blank && <p role="status">{translate('trainer.dark')}</p>}
    </figure>
  )
}

/** Where the presentation is, and what the next step brings. */
function Schedule() {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const { index, name } = useScenarioName()
  const at = usePlayback((state) => stepAt(timeline, state.t)?.index ?? -1)
  const ended = usePlayback((state) => state.t >= timeline.end)
  const reached = timeline.segments.filter((segment) => segment.reached)
  const steps = reached.length
  const current = reached[at]
  const now = current
    ? translate('trainer.step', { scenario: name, step: at + 1, steps, name: segmentName(current, timeline, translate) })
    : translate('trainer.idle', { scenario: name })
  const following = ended ? undefined : reached[at + 1]
  const nextId = scenarioIds[index + 1]
  const next = following
    ? translate('trainer.next-step', { step: at + 2, steps, name: segmentName(following, timeline, translate) })
    : nextId
      ? `${String(index + 2).padStart(2, '0')} ${translate(`scenario.${nextId}.title`)}`
      : translate('trainer.last')
  return (
    <dl className="schedule">
      <dt>{translate('trainer.now')}</dt>
      <dd>{now}</dd>
      <dt>{translate('trainer.next')}</dt>
      <dd>{next}</dd>
    </dl>
  )
}

function Notes() {
  const translate = useTranslate()
  const id = useWorkspace((state) => state.scenario?.id)
  const [notes, setNotes] = useState<{ readonly id: string; readonly notes: TrainerNotes }>()
  useEffect(() => {
    let live = true
    if (id !== undefined && isScenarioId(id))
      void loadTrainerNotes(id).then((found) => {
        if (live) setNotes({ id, notes: found })
      })
    return () => {
      live = false
    }
  }, [id])
  if (id === undefined) return <p className="notes">{translate('trainer.no-notes')}</p>
  if (notes?.id !== id) return <div className="notes" />
  const { ask, say, question } = notes.notes
  const { language } = translate
  return (
    <section className="notes">
      <h2>{translate('trainer.ask')}</h2>
      <p>
        <NoteText text={ask[language]} />
      </p>
      <h2>{translate('trainer.say')}</h2>
      <ul>
        {say.map((item) => (
          <li key={item.en}>
            <NoteText text={item[language]} />
          </li>
        ))}
      </ul>
      <h2>{translate('trainer.question')}</h2>
      <p>
        <NoteText text={question[language]} />
      </p>
    </section>
  )
}

function Remote({ blank, ask }: { blank: boolean; ask: (command: PresentCommand) => void }) {
  const translate = useTranslate()
  const playing = usePlayback((state) => state.playing)
  return (
    <footer>
      <button type="button" className="btn" onClick={() => ask({ kind: 'back' })}>
        <Glyph name="prev" />
        {translate('playback.previous')}
      </button>
      <button type="button" className="btn solid" onClick={() => ask({ kind: 'toggle' })}>
        <Glyph name={playing ? 'pause' : 'play'} />
        {translate(playing ? 'playback.pause' : 'playback.play')}
      </button>
      <button type="button" className="btn" onClick={() => ask({ kind: 'forward' })}>
        {translate('playback.next')}
        <Glyph name="next" />
      </button>
      <span className="sp" />
      <button type="button" className="btn" onClick={() => ask({ kind: 'previous-scenario' })}>
        <Glyph name="left" />
        {translate('topbar.previous')}
      </button>
      <button type="button" className="btn" onClick={() => ask({ kind: 'next-scenario' })}>
        {translate('topbar.next')}
        <Glyph name="right" />
      </button>
      <span className="sp" />
      <button type="button" className="btn" aria-pressed={blank} onClick={() => ask({ kind: 'blank' })}>
        {translate(blank ? 'trainer.show' : 'presenter.blank')} <kbd>B</kbd>
      </button>
    </footer>
  )
}

/** The trainer's window: what the room sees, what comes next, what to say, and the controls. It commands; the presentation has the state. */
export function Trainer({ presentation }: { presentation: string }) {
  usePlayer()
  useReducedMotion()
  const translate = useTranslate()
  const { presence, ask } = usePresented(presentation)
  usePresentKeys(ask)
  useEffect(() => {
    // Dark whatever the room sees: the two windows are not mistaken for each other, and a desk in a dark room stays dark.
    document.documentElement.dataset.theme = 'dark'
    document.documentElement.lang = translate.language
    document.title = `${translate('trainer.title')} · ${translate('app.name')}`
  }, [translate])
  return (
    <main className="trainer">
      <GlyphSprite />
      <LateGlyphs />
      <header>
        <Brand />
        <h1>{translate('trainer.title')}</h1>
        <span className="sp" />
        <Clock presence={presence} onRestart={() => ask({ kind: 'restart-timer' })} />
      </header>
      {presence.kind === 'presented' ? (
        <>
          <div className="room">
            <Preview presented={presence.presented} />
            <Schedule />
          </div>
          <Notes />
          <Remote blank={presence.presented.blank} ask={ask} />
        </>
      ) : (
        <p className="absent" role="status">
          {translate(presence.kind === 'over' ? 'trainer.over' : 'trainer.waiting')}
        </p>
      )}
    </main>
  )
}
