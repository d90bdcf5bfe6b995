import { type DocumentId, type Documents, documentIds } from '../../simulate'
import type { Proposal } from '../../state'
import { type Hunk, lineDiff } from './line-diff'

/** One change of a proposal, and the document in which it is made. */
export interface ProposedHunk extends Hunk {
  readonly documentId: DocumentId
}

/** All changes of a proposal, document by document, each from the top down. */
export const proposedHunks = (proposal: Proposal, documents: Documents): readonly ProposedHunk[] =>
  documentIds.flatMap((documentId) => {
    const text = proposal.documents[documentId]
    return text === undefined ? [] : lineDiff(documents[documentId] ?? '', text).map((hunk) => ({ ...hunk, documentId }))
  })
