import { useCallback } from 'react'
import type { Timeline } from '../../present'
import { useWorkspace } from '../AppStores'
import { useDerived } from '../use-derived'

/** What is shown at the playhead of the timeline as it stands. `compute` has to stay the same for as long as its inputs do. */
export function useAt<T>(compute: (timeline: Timeline, t: number) => T): T {
  const timeline = useWorkspace((state) => state.timeline)
  return useDerived(useCallback((t: number) => compute(timeline, t), [compute, timeline]))
}
