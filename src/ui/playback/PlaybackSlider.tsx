import { useMemo } from 'react'
import { segmentName } from '../../present'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import { useLayout } from '../use-viewport'
import { cellsOf, narrowestBar, positionOf, timeAt } from './bar-position'
import { Needle } from './Needle'
import { SegmentCell } from './SegmentCell'
import { useSeekBar } from './use-seek-bar'

/** The bar itself: drag or click anywhere on it; arrows go step by step. */
export function PlaybackSlider() {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const started = usePlayback((state) => state.started)
  const layout = useLayout()
  const room = layout === 'tablet' ? narrowestBar.tablet : narrowestBar.columns
  // A phone has no room for names: there every stretch is as wide as the others.
  const even = layout === 'phone'
  const cells = useMemo(() => {
    const made = cellsOf(timeline, started, (segment) => segmentName(segment, timeline, translate), room)
    return even ? made.map((cell) => ({ ...cell, weight: 1 / made.length })) : made
  }, [timeline, started, translate, room, even])
  const bar = useSeekBar(timeline.end, (share) => timeAt(cells, share, timeline.end))
  return (
    <div
      {...bar}
      className="tl"
      style={{ gridTemplateColumns: cells.map((cell) => `minmax(0,${(cell.weight * 1000).toFixed(1)}fr)`).join(' ') }}
    >
      {cells.map((cell) => (
        <SegmentCell key={cell.id} segment={cell} timeline={timeline} started={started} />
      ))}
      <Needle placeAt={(t) => positionOf(cells, t)} />
    </div>
  )
}
