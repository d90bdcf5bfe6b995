import type { EditorHighlight } from '../../present'
import type { ActiveChallenge } from '../../state'

/**
 * What is lit in the documents while a challenge goes on: a document for which something is proposed is read, not blamed, and what is wider
 * than needed is not marked as a match.
 */
export function shownHighlights(highlights: readonly EditorHighlight[], { proposal, judged }: ActiveChallenge): readonly EditorHighlight[] {
  const changes = (highlight: EditorHighlight) => proposal?.documents[highlight.documentId] !== undefined
  const isWide = (id: string, { start, end }: { start: number; end: number }) =>
    judged.solved && judged.wides.some(({ documentId, span }) => documentId === id && span && span.start < end && start < span.end)
  if (!proposal && judged.wides.length === 0) return highlights
  return highlights.flatMap((highlight): EditorHighlight[] => {
    if (changes(highlight)) {
      if (!highlight.statement) return []
      return [{ ...highlight, tone: 'scan', elements: highlight.elements.filter(({ state }) => state !== 'no') }]
    }
    return [{ ...highlight, elements: highlight.elements.filter(({ span }) => !isWide(highlight.documentId, span)) }]
  })
}
