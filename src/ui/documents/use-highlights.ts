import { useCallback } from 'react'
import type { EditorHighlight } from '../../present'
import { usePreferences, useTranslate } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import type { Evidence } from '../editor/use-evidence'
import { useAt } from '../use-derived'

const nothing: readonly EditorHighlight[] = []

/** What is lit in the documents now. The array stays the same for as long as it looks the same. */
export function useHighlights(evidence: Evidence | undefined): readonly EditorHighlight[] {
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const challenge = useChallenge()
  const highlights = useAt(
    useCallback((timeline, t) => evidence?.editorHighlights(timeline, t, translate, reduced) ?? nothing, [evidence, translate, reduced]),
  )
  return challenge ? challenge.parts.shownHighlights(highlights, challenge.active) : highlights
}
