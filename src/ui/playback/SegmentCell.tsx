import { type CSSProperties, memo } from 'react'
import { instantAt, isPassedBy, type Segment, segmentIndexAt, segmentName, type Timeline } from '../../present'
import { usePlayback, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { Mark } from '../stage/GateNode'
import { Fill } from './Fill'

const markOf = { allow: 'ok', deny: 'no', unreadable: 'unreadable', fault: 'unreadable' } as const

/** How long before its end a check's mark appears: with its stamp. */
const markLead = 1600
/** The least width of a role's part in the bar, in ms: one that was never asked still has its place. */
const leastPart = 1200

function Badge({ segment, reachedNow }: { segment: Segment; reachedNow: boolean }) {
  if (segment.id === 'wait') return <Glyph name="clock" />
  if (segment.id === 'return') return <Mark state={reachedNow ? 'ok' : 'wait'} />
  return <span className="d">{segment.id === 'error' ? '!' : segment.station}</span>
}

interface SegmentCellProps {
  readonly segment: Segment
  readonly timeline: Timeline
  /** False before the first play: the bar keeps to itself how it ends. */
  readonly started: boolean
}

/** One stretch of the bar: its colour is the speaker's, its mark the verdict once it has fallen. */
export const SegmentCell = memo(function SegmentCell({ segment, timeline, started }: SegmentCellProps) {
  const translate = useTranslate()
  const marksAt = segment.end - markLead
  const t = usePlayback((state) => {
    // What happens outside of its own stretch does not draw it anew; what fills it moves without it.
    const own = Math.max(segment.start - 1, Math.min(state.t, segment.end))
    return Math.max(instantAt(timeline, own), own >= marksAt ? marksAt : 0)
  })
  const done = segment.reached && t >= segment.end
  const current = timeline.segments[segmentIndexAt(timeline, t)]?.id === segment.id
  // What waits for a text that cannot be read yet may still be reached.
  const passedBy = isPassedBy(timeline, segment)
  const missing = passedBy || (!segment.reached && started && timeline.playable.kind !== 'invalid')
  const name = segmentName(segment, timeline, translate)
  const parts = segment.parts.filter((part) => part.letter !== undefined)
  const lettered = parts.length > 0
  const marked = segment.verdict && segment.id !== 'error' && (done || (current && t >= marksAt))
  const state = missing ? 'nr' : current ? 'cur' : done ? 'done' : ''
  const notReached = translate(passedBy ? 'deputy.station.not-asked' : 'station.not-reached')
  return (
    <div
      className={`st ${state}${segment.id === 'wait' ? ' gap' : ''}`}
      style={{ '--c': `var(--${segment.speaker})` } as CSSProperties}
      title={missing ? `${name}: ${notReached}` : name}
    >
      {lettered && segment.reached ? (
        <div className="bar sub">
          {parts.map((part) => (
            <em key={part.letter} style={{ flexGrow: Math.max(part.end - part.start, leastPart) }}>
              <Fill start={part.start} end={part.end} />
            </em>
          ))}
        </div>
      ) : (
        <div className="bar">
          <Fill start={segment.start} end={segment.end} reached={segment.reached} />
        </div>
      )}
      <div className="t">
        <Badge segment={segment} reachedNow={done || current} />
        {!missing && <span className="nm">{name}</span>}
        {missing && (passedBy || timeline.segments.at(-1)?.id === segment.id) && <span className="nm">{notReached}</span>}
        {started &&
          lettered &&
          parts.map((part) => (
            <span className="ab" key={part.letter}>
              {part.letter}
              {part.verdict && t >= part.end && <Mark state={markOf[part.verdict]} />}
            </span>
          ))}
        {started && !lettered && marked && segment.verdict && <Mark state={segment.spared ? 'skip' : markOf[segment.verdict]} />}
      </div>
    </div>
  )
})
