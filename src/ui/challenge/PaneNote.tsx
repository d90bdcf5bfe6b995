import type { DocumentId } from '../../simulate'
import type { ActiveChallenge } from '../../state'
import { useTranslate, useWorkspace } from '../AppStores'
import { lineDiff } from './line-diff'

/** Beside a document's name: that something is proposed for it, or how far it is from what the lesson began with; else what always stands there. */
export function PaneNote({ active, documentId, otherwise }: { active: ActiveChallenge; documentId: DocumentId; otherwise: string }) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const start = useWorkspace((state) => state.start[documentId] ?? '')
  if (active.proposal?.documents[documentId] !== undefined) return translate('challenge.sub.proposed')
  if (text === start) return otherwise
  if (!active.judged.least) return translate('challenge.sub.own')
  const count = lineDiff(start, text).reduce((sum, { added, removed }) => sum + Math.max(added.length, removed.length), 0)
  return count === 1 ? translate('challenge.sub.line') : translate('challenge.sub.lines', { count })
}
