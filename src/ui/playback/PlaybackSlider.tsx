import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import { segmentIndexAt } from '../../present'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { segmentName } from '../segment-name'
import { useLayout } from '../use-viewport'
import { cellsOf, narrowestBar, positionOf, timeAt } from './bar-position'
import { SegmentCell } from './SegmentCell'

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** Where the playhead is, in words: what the slider says of itself. */
export function usePositionText(): string {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const t = usePlayback((state) => state.t)
  const index = segmentIndexAt(timeline, t)
  const segment = timeline.segments[index]
  const total = seconds(timeline.end)
  if (!segment) return translate('playback.value-idle', { total })
  const name = segmentName(segment, timeline, translate)
  const steps = timeline.segments.filter((candidate) => candidate.reached).length
  return translate('playback.value', { step: index + 1, steps, name, at: seconds(t), total })
}

/** The bar itself: drag or click anywhere on it; arrows go step by step. */
export function PlaybackSlider() {
  const { playback } = useStores()
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const t = usePlayback((state) => state.t)
  const started = usePlayback((state) => state.started)
  const text = usePositionText()
  const layout = useLayout()
  const room = layout === 'tablet' ? narrowestBar.tablet : narrowestBar.columns
  const bar = useRef<HTMLDivElement>(null)
  // A phone has no room for names: there every stretch is as wide as the others.
  const even = layout === 'phone'
  const cells = useMemo(() => {
    const made = cellsOf(timeline, started, (segment) => segmentName(segment, timeline, translate), room)
    return even ? made.map((cell) => ({ ...cell, weight: 1 / made.length })) : made
  }, [timeline, started, translate, room, even])
  const seekTo = (event: PointerEvent) => {
    const rect = bar.current?.getBoundingClientRect()
    if (rect && rect.width > 0) playback.getState().seek(timeAt(cells, (event.clientX - rect.left) / rect.width, timeline.end))
  }
  const { stepForward, stepBack, seek, toStart, toEnd } = playback.getState()
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: stepForward,
    ArrowUp: stepForward,
    ArrowLeft: stepBack,
    ArrowDown: stepBack,
    PageUp: () => seek(t + 1000),
    PageDown: () => seek(t - 1000),
    Home: toStart,
    End: toEnd,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
    const command = plain ? keys[event.key] : undefined
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    command()
  }
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
      style={{ gridTemplateColumns: cells.map((cell) => `minmax(0,${(cell.weight * 1000).toFixed(1)}fr)`).join(' ') }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        seekTo(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event)
      }}
    >
      {cells.map((cell) => (
        <SegmentCell key={cell.id} segment={cell} timeline={timeline} t={t} started={started} />
      ))}
      <span className="needle" style={{ left: `${(positionOf(cells, t) * 100).toFixed(3)}%` }} />
    </div>
  )
}
