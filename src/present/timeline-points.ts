import { perObject } from '../lib/per-object'
import type { Cues, GateCues, Segment, Station, Timeline } from './timeline'

/** The segment being shown at t: the one that contains it; at a border the later one; at the end the last that was reached. */
export function segmentIndexAt(timeline: Timeline, t: number): number {
  if (t <= 0) return -1
  const index = timeline.segments.findIndex((segment) => segment.reached && t >= segment.start && t < segment.end)
  return index >= 0 ? index : timeline.segments.findLastIndex((segment) => segment.reached)
}

/** `data-step`: `idle`, the station's number, or `error`. */
export function stepName(timeline: Timeline, t: number): string {
  const segment = timeline.segments[segmentIndexAt(timeline, t)]
  if (!segment) return 'idle'
  if (segment.id === 'error') return 'error'
  if (segment.id === 'wait') return '3'
  // The call returns: nothing has been asked since the last station.
  return String(segment.station ?? timeline.segments.findLast(({ station, end }) => station !== undefined && end <= segment.start)?.station)
}

/** Is this a station that the run goes past without asking anybody there? */
export const isPassedBy = ({ segments }: Timeline, { id, reached }: Segment): boolean =>
  !reached && segments.slice(segments.findIndex((other) => other.id === id)).some((later) => later.reached)

/** The next settled point after t, or the end. */
export const settledAfter = (timeline: Timeline, t: number): number => timeline.settled.find((time) => time > t + 0.5) ?? timeline.end

/** The settled point before t, or the start. */
export const settledBefore = (timeline: Timeline, t: number): number => timeline.settled.findLast((time) => time < t - 0.5) ?? 0

/**
 * Where a jump to a station lands: at its first settled point; where the run comes to it twice, and stands at the first, at the other.
 * Undefined when the run did not reach it.
 */
export function stationTime(timeline: Timeline, station: Station, t = 0): number | undefined {
  const times = timeline.segments
    .filter((segment) => segment.station === station && segment.reached)
    .map(({ start, end }) => timeline.settled.find((time) => time > start && time <= end) ?? end)
  const standing = times.findIndex((time) => Math.abs(time - t) < 0.5)
  return times[(standing + 1) % times.length]
}

/** The instant at which a station ("3", or "2b" with several roles) has answered; undefined where the run never came. */
export function timeOfStation(timeline: Timeline, station: string): number | undefined {
  const segments = timeline.segments.filter((candidate) => String(candidate.station) === station.charAt(0) && candidate.reached)
  const letter = station.slice(1)
  const parts = segments.flatMap((segment) => segment.parts)
  const place = letter === '' ? segments[0] : parts.find((part) => part.letter === letter && part.end > part.start)
  if (!place) return undefined
  return timeline.settled.find((time) => time > place.start && time <= place.end) ?? place.end
}

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []

/** Every instant at which something begins, ends or is said, ascending: the start, just after it, each cue, each border. */
const instantsOf = perObject(({ segments, cues, end }: Timeline): readonly number[] => {
  const borders = [...segments, ...segments.flatMap(({ parts }) => parts)].flatMap((part) => [part.start, part.end])
  return [...new Set([0, Number.MIN_VALUE, ...borders, ...numbersIn(cues), end])].sort((a, b) => a - b)
})

/** The last instant up to t: between two of them the stage and the threads move, but nothing else is said. */
export const instantAt = (timeline: Timeline, t: number): number => instantsOf(timeline).findLast((instant) => instant <= t) ?? 0

/** The visits of ③ in one stretch of time, and the keys that came of them. A run has two such turns when some roles wait. */
export interface Turn {
  readonly start: number
  readonly visits: readonly GateCues[]
  readonly keys: Cues['credentials']
}

/** The turns in which the service takes roles on. */
export function turnsOf({ segments, cues }: Timeline): readonly Turn[] {
  const asked = segments.filter(({ station, reached }) => station === 3 && reached)
  return asked.map(({ start }, index) => {
    const next = asked[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const within = (time: number) => time >= start && time < next
    return { start, visits: cues.assume.filter(({ stamp }) => within(stamp)), keys: cues.credentials.filter(({ up }) => within(up)) }
  })
}
