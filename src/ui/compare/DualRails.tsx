import { type Segment, segmentName, type Timeline } from '../../present'
import { usePlayback, useTranslate } from '../AppStores'
import { Fill } from '../playback/Fill'
import { Needle } from '../playback/Needle'
import { useSeekBar } from '../playback/use-seek-bar'

interface Rail {
  readonly id: 'pass' | 'take'
  readonly name: string
  readonly timeline: Timeline
  /** The playhead's position at which this rail shows a time of its own. */
  readonly toShared: (t: number) => number
}

/** The colour of a stretch: whose authority it is, red for the error that comes back. */
const colourOf = (segment: Segment) => (segment.id === 'error' ? 'deny' : segment.speaker)

function RailLine({ rail, end }: { rail: Rail; end: number }) {
  const translate = useTranslate()
  const started = usePlayback((state) => state.started)
  const { timeline, toShared } = rail
  const reached = timeline.segments.filter((segment) => segment.reached && segment.end > segment.start)
  const last = reached.at(-1)
  const over = last ? toShared(last.end) : 0
  const missing = started && timeline.segments.some((segment) => !segment.reached) && over < end - 1
  const share = (time: number) => `${((time / end) * 100).toFixed(3)}%`
  return (
    <div className="r">
      {reached.map((segment) => {
        const from = toShared(segment.start)
        const to = toShared(segment.end)
        return (
          <i
            key={segment.id}
            title={segmentName(segment, timeline, translate)}
            style={{ left: share(from), width: `calc(${share(to - from)} - 3px)` }}
          >
            <Fill start={from} end={to} style={{ background: `var(--${colourOf(segment)})` }} />
          </i>
        )
      })}
      {missing && <i className="nr" style={{ left: share(over), right: 0 }} />}
    </div>
  )
}

/** Two rails under one needle: drag or click anywhere, arrows go step by step of the request in the editor. */
export function DualRails({ rails, end }: { rails: readonly Rail[]; end: number }) {
  const bar = useSeekBar(end, (share) => share * end)
  return (
    <div className="dual">
      <div className="names" aria-hidden="true">
        {rails.map((rail) => (
          <code key={rail.id}>{rail.name}</code>
        ))}
      </div>
      <div {...bar} className="rails">
        {rails.map((rail) => (
          <RailLine key={rail.id} rail={rail} end={end} />
        ))}
        <Needle placeAt={(t) => t / Math.max(end, 1)} />
      </div>
    </div>
  )
}
