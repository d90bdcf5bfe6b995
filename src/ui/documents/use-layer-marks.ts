import { useRef } from 'react'
import type { MarkedLayer } from '../../present'
import { usePlayback, useWorkspace } from '../AppStores'
import type { Evidence } from '../editor/use-evidence'
import { sameShape } from '../same-shape'

/** What each document has said up to now. The array stays the same for as long as it says the same. */
export function useLayerMarks(evidence: Pick<Evidence, 'layerMarks'> | undefined): readonly MarkedLayer[] {
  const timeline = useWorkspace((state) => state.timeline)
  const kept = useRef<readonly MarkedLayer[]>([])
  return usePlayback((state) => {
    const next = evidence ? evidence.layerMarks(timeline, state.t) : kept.current
    if (!sameShape(kept.current, next)) kept.current = next
    return kept.current
  })
}
