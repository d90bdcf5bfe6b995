import { useRef } from 'react'
import type { EditorHighlight } from '../../present'
import { usePlayback, usePreferences, useTranslate, useWorkspace } from '../AppStores'
import type { Evidence } from '../editor/use-evidence'
import { sameShape } from '../same-shape'

/** What is lit in the documents now. The array stays the same for as long as it looks the same. */
export function useHighlights(evidence: Evidence | undefined): readonly EditorHighlight[] {
  const timeline = useWorkspace((state) => state.timeline)
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const kept = useRef<readonly EditorHighlight[]>([])
  return usePlayback((state) => {
    const next = !evidence ? kept.current : evidence.editorHighlights(timeline, state.t, translate, reduced)
    if (!sameShape(kept.current, next)) kept.current = next
    return kept.current
  })
}
