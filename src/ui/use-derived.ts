import { useRef } from 'react'
import { instantAt, type Timeline } from '../present'
import { usePlayback, useWorkspace } from './AppStores'
import { sameShape } from './same-shape'

type Compute<T> = (timeline: Timeline, t: number) => T

/**
 * What is shown beside the stage at the playhead of the timeline as it stands. It stays the same object for as long as it looks the same,
 * and is computed once for each position, however often React asks. `compute` has to stay the same for as long as its inputs do. While it
 * plays it follows the stage by one frame, so that no frame draws all that a step changes.
 */
export function useAt<T>(compute: Compute<T>, at: Compute<number> = (_, t) => t): T {
  const timeline = useWorkspace((state) => state.timeline)
  const kept = useRef<{ readonly inputs: readonly unknown[]; readonly value: T } | undefined>(undefined)
  return usePlayback((state) => {
    const t = at(timeline, state.playing ? state.before : state.t)
    const before = kept.current
    const inputs = [compute, timeline, t]
    if (before && inputs.every((input, index) => input === before.inputs[index])) return before.value
    const next = compute(timeline, t)
    const value = before && sameShape(before.value, next) ? before.value : next
    kept.current = { inputs, value }
    return value
  })
}

/** The same for what changes at the timeline's instants only, as words do: between two of them nothing is computed. */
export const useSaid = <T>(compute: Compute<T>): T => useAt(compute, instantAt)
