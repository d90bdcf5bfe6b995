import { useRef } from 'react'
import { type EditorHighlight, editorHighlights } from '../../present'
import { usePlayback, usePreferences, useTranslate, useWorkspace } from '../AppStores'
import { sameShape } from '../same-shape'

/** What is lit in the documents now. The array stays the same for as long as it looks the same. */
export function useHighlights(): readonly EditorHighlight[] {
  const timeline = useWorkspace((state) => state.timeline)
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const kept = useRef<readonly EditorHighlight[]>([])
  return usePlayback((state) => {
    const next = editorHighlights(timeline, state.t, translate, reduced)
    if (!sameShape(kept.current, next)) kept.current = next
    return kept.current
  })
}
