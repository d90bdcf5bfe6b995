import { useCallback } from 'react'
import type { MarkedLayer } from '../../present'
import type { Evidence } from '../editor/use-evidence'
import { useSaid } from '../use-derived'

const nothing: readonly MarkedLayer[] = []

/** What each document has said up to now. The array stays the same for as long as it says the same. */
export function useLayerMarks(evidence: Pick<Evidence, 'layerMarks'> | undefined): readonly MarkedLayer[] {
  return useSaid(useCallback((timeline, t) => evidence?.layerMarks(timeline, t) ?? nothing, [evidence]))
}
