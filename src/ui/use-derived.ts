import { useCallback, useRef } from 'react'
import { instantAt, type Timeline } from '../present'
import { usePlayback, useWorkspace } from './AppStores'
import { sameShape } from './same-shape'

/**
 * What is shown beside the stage at the playhead. It stays the same object for as long as it looks the same, and is computed once for each
 * position, however often React asks. `compute` has to stay the same for as long as its inputs do. While it plays it follows the stage by
 * one frame, so that no frame draws all that a step changes.
 */
function useDerived<T>(compute: (t: number) => T, at: (t: number) => number = (t) => t): T {
  const kept = useRef<{ readonly compute: (t: number) => T; readonly t: number; readonly value: T } | undefined>(undefined)
  return usePlayback((state) => {
    const t = at(state.playing ? state.before : state.t)
    const before = kept.current
    if (before && before.compute === compute && before.t === t) return before.value
    const next = compute(t)
    const value = before && sameShape(before.value, next) ? before.value : next
    kept.current = { compute, t, value }
    return value
  })
}

/**
 * What is shown beside the stage at the playhead of the timeline as it stands. `compute` has to stay the same for as long as its inputs do.
 */
export function useAt<T>(compute: (timeline: Timeline, t: number) => T): T {
  const timeline = useWorkspace((state) => state.timeline)
  return useDerived(useCallback((t: number) => compute(timeline, t), [compute, timeline]))
}

/** The same for what changes at the timeline's instants only, as words do: between two of them nothing is computed. */
export function useSaid<T>(compute: (timeline: Timeline, t: number) => T): T {
  const timeline = useWorkspace((state) => state.timeline)
  const at = useCallback((t: number) => instantAt(timeline, t), [timeline])
  return useDerived(
    useCallback((t: number) => compute(timeline, t), [compute, timeline]),
    at,
  )
}
