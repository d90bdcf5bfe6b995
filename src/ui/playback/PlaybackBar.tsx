import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type Segment, segmentIndexAt, type Timeline } from '../../present'
import type { PlaybackState } from '../../state'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { Mark } from '../stage/GateNode'
import { segmentName } from './segment-name'
import { usePlayer } from './use-player'
import './playback.css'

const speeds: readonly PlaybackState['speed'][] = [0.5, 1, 1.5, 2]
const speedText: Readonly<Record<PlaybackState['speed'], string>> = { 0.5: '½', 1: '1', 1.5: '1½', 2: '2' }

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** The needle's place in the bar (0 to 1), whose cells are as wide as their weights. */
export function positionOf(timeline: Timeline, t: number): number {
  const total = timeline.segments.reduce((sum, segment) => sum + segment.weight, 0)
  let before = 0
  for (const segment of timeline.segments) {
    if (!segment.reached) return before / total
    if (t < segment.end) return (before + (Math.max(0, t - segment.start) / (segment.end - segment.start)) * segment.weight) / total
    before += segment.weight
  }
  return total === 0 ? 0 : before / total
}

/** The time at a place of the bar; past what was reached it is the end. */
export function timeAt(timeline: Timeline, share: number): number {
  const total = timeline.segments.reduce((sum, segment) => sum + segment.weight, 0)
  let left = share * total
  for (const segment of timeline.segments) {
    if (!segment.reached) return timeline.end
    if (left <= segment.weight) return segment.start + (left / segment.weight) * (segment.end - segment.start)
    left -= segment.weight
  }
  return timeline.end
}

const markOf = { allow: 'ok', deny: 'no', unreadable: 'unreadable', fault: 'unreadable' } as const

function Cell({ segment, timeline, t, started }: { segment: Segment; timeline: Timeline; t: number; started: boolean }) {
  const translate = useTranslate()
  const unknown = !started
  const done = segment.reached && t >= segment.end
  const current = segmentIndexAt(timeline, t) === timeline.segments.indexOf(segment)
  const share =
    segment.reached && segment.end > segment.start ? Math.max(0, Math.min(1, (t - segment.start) / (segment.end - segment.start))) : 0
  const missing = !segment.reached && !unknown
  const lastMissing = missing && timeline.segments.at(-1) === segment
  const name = segmentName(segment, timeline, translate)
  const parts = segment.parts.filter((part) => part.letter !== undefined)
  const classes = ['st', missing ? 'nr' : '', current ? 'cur' : done ? 'done' : '', segment.id === 'wait' ? 'gap' : '']
    .filter(Boolean)
    .join(' ')
  const glyph = segment.id === 'error' ? '!' : segment.station
  return (
    <div className={classes} style={{ '--c': `var(--${segment.speaker})` } as CSSProperties}>
      {parts.length > 1 && segment.reached ? (
        <div className="bar sub">
          {parts.map((part) => (
            <em
              key={part.letter}
              className={t >= part.end && part.end > part.start ? 'on' : ''}
              style={{ flexGrow: Math.max(part.end - part.start, 1200) }}
            />
          ))}
        </div>
      ) : (
        <div className="bar">
          <i style={{ transform: `scaleX(${share.toFixed(4)})` }} />
        </div>
      )}
      <div className="t">
        {segment.id === 'wait' ? (
          <Glyph name="clock" />
        ) : segment.id === 'return' ? (
          <Mark state={done || current ? 'ok' : 'wait'} />
        ) : (
          <span className="d">{glyph}</span>
        )}
        {missing ? lastMissing ? translate('station.not-reached') : '' : <span className="nm">{name}</span>}
        {started &&
          parts.length > 1 &&
          parts.map((part) => (
            <span className="ab" key={part.letter}>
              {part.letter}
              {part.verdict && t >= part.end && <Mark state={markOf[part.verdict]} />}
            </span>
          ))}
        {started && parts.length <= 1 && segment.verdict && segment.id !== 'error' && (done || (current && t >= segment.end - 1600)) && (
          <Mark state={markOf[segment.verdict]} />
        )}
      </div>
    </div>
  )
}

function Slider({ timeline }: { timeline: Timeline }) {
  const t = usePlayback((state) => state.t)
  const started = usePlayback((state) => state.started)
  const { playback } = useStores()
  const translate = useTranslate()
  const bar = useRef<HTMLDivElement>(null)
  const index = segmentIndexAt(timeline, t)
  const segment = timeline.segments[index]
  const reached = timeline.segments.filter((candidate) => candidate.reached).length
  const text = segment
    ? translate('playback.value', {
        step: index + 1,
        steps: reached,
        name: segmentName(segment, timeline, translate),
        at: seconds(t),
        total: seconds(timeline.end),
      })
    : translate('playback.value-idle', { total: seconds(timeline.end) })
  const seekTo = (event: PointerEvent) => {
    const rect = bar.current?.getBoundingClientRect()
    if (rect) playback.getState().seek(timeAt(timeline, Math.max(0, Math.min(1, (event.clientX - rect.left) / rect.width))))
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => playback.getState().stepForward(),
    ArrowUp: () => playback.getState().stepForward(),
    ArrowLeft: () => playback.getState().stepBack(),
    ArrowDown: () => playback.getState().stepBack(),
    PageUp: () => playback.getState().seek(t + 1000),
    PageDown: () => playback.getState().seek(t - 1000),
    Home: () => playback.getState().toStart(),
    End: () => playback.getState().toEnd(),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.shiftKey ? undefined : keys[event.key]
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command()
  }
  const shown = started ? timeline.segments : timeline.segments.filter((candidate) => candidate.id !== 'error')
  return (
    <div
      ref={bar}
      className="tl"
      role="slider"
      tabIndex={0}
      aria-label={translate('playback.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(timeline.end)}
      aria-valuenow={Math.round(t)}
      aria-valuetext={text}
      style={{ gridTemplateColumns: shown.map((cell) => `minmax(0,${cell.weight}fr)`).join(' ') }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event)
      }}
    >
      {shown.map((cell) => (
        <Cell key={cell.id} segment={cell} timeline={timeline} t={t} started={started} />
      ))}
      <span className="needle" style={{ left: `${(positionOf(timeline, t) * 100).toFixed(3)}%` }} />
    </div>
  )
}

/** Play, step, scrub and speed. */
export function PlaybackBar() {
  usePlayer()
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const playing = usePlayback((state) => state.playing)
  const speed = usePlayback((state) => state.speed)
  const { playback } = useStores()
  const nextSpeed = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1
  return (
    <section id="playback" className="pb" aria-label={translate('playback.name')} tabIndex={-1}>
      <div className="ctl">
        <button type="button" className="ib" aria-label={translate('playback.previous')} onClick={() => playback.getState().stepBack()}>
          <Glyph name="prev" />
        </button>
        <button
          type="button"
          className="pp"
          aria-label={translate(playing ? 'playback.pause' : 'playback.play')}
          onClick={() => playback.getState().toggle()}
        >
          <Glyph name={playing ? 'pause' : 'play'} />
        </button>
        <button type="button" className="ib" aria-label={translate('playback.next')} onClick={() => playback.getState().stepForward()}>
          <Glyph name="next" />
        </button>
      </div>
      <Slider timeline={timeline} />
      <div className="rt">
        <span aria-hidden="true">
          <kbd>Space</kbd> <kbd>←</kbd> <kbd>→</kbd>
        </span>
        <button
          type="button"
          className="speed"
          aria-label={translate('playback.speed', { speed: speedText[speed] })}
          onClick={() => playback.getState().setSpeed(nextSpeed)}
        >
          {speedText[speed]}×
        </button>
      </div>
    </section>
  )
}
