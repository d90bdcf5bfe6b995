import { useRef } from 'react'
import { usePlayback } from './AppStores'
import { sameShape } from './same-shape'

/**
 * What is shown at the playhead. It stays the same object for as long as it looks the same, and is computed once for each position,
 * however often React asks. `compute` has to stay the same for as long as its inputs do.
 */
export function useDerived<T>(compute: (t: number) => T): T {
  const kept = useRef<{ readonly compute: (t: number) => T; readonly t: number; readonly value: T } | undefined>(undefined)
  return usePlayback(({ t }) => {
    const before = kept.current
    if (before && before.compute === compute && before.t === t) return before.value
    const next = compute(t)
    const value = before && sameShape(before.value, next) ? before.value : next
    kept.current = { compute, t, value }
    return value
  })
}
