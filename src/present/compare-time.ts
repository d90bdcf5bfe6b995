import type { Segment, Timeline } from './timeline'

/** A place in one run and the place in the other that is shown with it, in ms. */
type Knot = readonly [own: number, other: number]

const reached = (timeline: Timeline, id: Segment['id']) => timeline.segments.find((segment) => segment.id === id && segment.reached)

const settledIn = ({ settled }: Timeline, start: number, end: number) => settled.filter((time) => time > start && time <= end)

/** Pairs what stands still in one stretch with what stands still in the other, in order. */
function pairStops(own: readonly number[], other: readonly number[]): Knot[] {
  return own.flatMap((time, index): Knot[] => {
    const partner = other[Math.round(((index + 1) * other.length) / own.length) - 1]
    return partner === undefined ? [] : [[time, partner]]
  })
}

function knotsOf(own: Timeline, other: Timeline): readonly Knot[] {
  const knots: Knot[] = [[0, 0]]
  let from: Knot = [0, 0]
  for (const segment of own.segments) {
    const partner = segment.reached && segment.id !== 'error' ? reached(other, segment.id) : undefined
    if (!partner) continue
    // The last stretch takes with it whatever else the other run still has to show.
    if (segment.end >= own.end && partner.end < other.end) break
    const to: Knot = [segment.end, partner.end]
    knots.push(...pairStops(settledIn(own, segment.start, segment.end), settledIn(other, partner.start, partner.end)), to)
    from = to
  }
  const [ownLeft, otherLeft] = [own.end - from[0], other.end - from[1]]
  if (ownLeft <= 0) return knots
  // What is left goes on at its own pace and then stands; only where there is too much of it does it hurry.
  if (otherLeft < ownLeft) knots.push([from[0] + otherLeft, other.end])
  else knots.push(...pairStops(settledIn(own, from[0], own.end), settledIn(other, from[1], other.end)))
  knots.push([own.end, other.end])
  return knots
}

/** Two runs on one clock: `toOther` says what the other shows at a time of the own, `toOwn` the reverse (the earliest such time). */
export interface SharedClock {
  readonly toOther: (t: number) => number
  readonly toOwn: (t: number) => number
}

function through(knots: readonly Knot[], from: 0 | 1, t: number): number {
  const to = from === 0 ? 1 : 0
  const index = knots.findIndex((knot) => knot[from] >= t)
  const next = knots[index]
  const before = knots[index - 1]
  if (index < 0) return knots.at(-1)?.[to] ?? 0
  if (!next || !before) return next?.[to] ?? 0
  const length = next[from] - before[from]
  return length === 0 ? before[to] : before[to] + ((t - before[from]) / length) * (next[to] - before[to])
}

/**
 * Lays two runs under one needle: the same stretch is shown at the same time on both sides, however long it takes there, what stands
 * still does so together, and both are over by the end. Monotone, so that each side stays a pure function of t.
 */
export function shareClock(own: Timeline, other: Timeline): SharedClock {
  const knots = knotsOf(own, other)
  return { toOther: (t) => through(knots, 0, t), toOwn: (t) => through(knots, 1, t) }
}
