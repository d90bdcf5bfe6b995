import { useRef } from 'react'
import type { Timeline } from '../../present'
import { usePlayback, useWorkspace } from '../AppStores'
import { sameShape } from '../same-shape'

/** What is shown at the playhead. It stays the same object for as long as it looks the same. `compute` has to stay the same too. */
export function useAt<T>(compute: (timeline: Timeline, t: number) => T): T {
  const timeline = useWorkspace((state) => state.timeline)
  const kept = useRef<{ value: T } | undefined>(undefined)
  return usePlayback((state) => {
    const value = compute(timeline, state.t)
    if (!kept.current || !sameShape(kept.current.value, value)) kept.current = { value }
    return kept.current.value
  })
}
