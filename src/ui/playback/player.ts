import type { StoreApi } from 'zustand/vanilla'
import { settledAfter, type Timeline } from '../../present'
import type { PlaybackState } from '../../state'

/** Longest step the clock takes at once, in ms: a tab that slept does not leap. */
const longestStep = 100

/** With reduced motion a step stands this long, in ms at speed 1. */
const stillStep = 4000

/** Calls back once, later: an animation frame or a timer. Returns what calls it off. */
export type Schedule = (task: (now: number) => void, delay: number) => () => void

/**
 * Moves the playhead frame by frame while it plays; asks for nothing once it stands. Returns what stops it.
 * @param taken True when the frame to come is full without it: the playhead stands still for that one, and makes up for it in the next.
 */
export function playByFrames(playback: StoreApi<PlaybackState>, schedule: Schedule, taken: () => boolean): () => void {
  let last: number | undefined
  let stood = false
  let cancel = () => {}
  const tick = (now: number) => {
    stood = !stood && last !== undefined && taken()
    if (!stood) {
      if (last !== undefined) playback.getState().advance(Math.min(longestStep, Math.max(0, now - last)))
      last = now
    }
    if (playback.getState().playing) cancel = schedule(tick, 0)
  }
  cancel = schedule(tick, 0)
  return () => cancel()
}

/** Goes from one settled point to the next and lets each stand: nothing moves in between. */
export function playBySteps(playback: StoreApi<PlaybackState>, timeline: () => Timeline, schedule: Schedule): () => void {
  let cancel = () => {}
  const step = () => {
    const { t, speed, advance } = playback.getState()
    advance((settledAfter(timeline(), t) - t) / speed)
    if (playback.getState().playing) cancel = schedule(step, stillStep / speed)
  }
  cancel = schedule(step, 0)
  return () => cancel()
}
