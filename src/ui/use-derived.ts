import { useRef } from 'react'
import { usePlayback } from './AppStores'
import { sameShape } from './same-shape'

/**
 * What is said beside the stage at the playhead. It stays the same object for as long as it looks the same, and is computed once for each
 * position, however often React asks. `compute` has to stay the same for as long as its inputs do. While it plays it follows the stage by
 * one frame, so that no frame draws all that a step changes.
 */
export function useDerived<T>(compute: (t: number) => T): T {
  const kept = useRef<{ readonly compute: (t: number) => T; readonly t: number; readonly value: T } | undefined>(undefined)
  return usePlayback((state) => {
    const t = state.playing ? state.before : state.t
    const before = kept.current
    if (before && before.compute === compute && before.t === t) return before.value
    const next = compute(t)
    const value = before && sameShape(before.value, next) ? before.value : next
    kept.current = { compute, t, value }
    return value
  })
}
