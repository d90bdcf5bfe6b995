import { withCondition } from '../iam'
import { placeOfMember, withoutMember } from '../lib/json-edit'
import { type DocumentId, type Documents, documentIds } from '../simulate'
import { deputyFacts } from './deputy-facts'
import type { AsideAction } from './narration'
import type { Timeline } from './timeline'

/** One document as it would be. */
export interface DocumentEdit {
  readonly documentId: DocumentId
  readonly text: string
}

/** A request without `confusedDeputy`: the caller's own call. Undefined where the text has no such member, or is not JSON. */
export function ownRequest(text: string): string | undefined {
  const place = placeOfMember(text, 'confusedDeputy')
  return place === undefined ? undefined : withoutMember(text, place)
}

const edit = (documentId: DocumentId | undefined, text: string | undefined): DocumentEdit | undefined =>
  documentId === undefined || text === undefined ? undefined : { documentId, text }

/** What a move of the confused deputy's scene writes into the documents. Undefined: there is nothing that it could change. */
export function deputyEdit(action: AsideAction, { trace }: Timeline, documents: Documents): DocumentEdit | undefined {
  if (action === 'own-call') return edit('request', ownRequest(documents.request ?? ''))
  const facts = trace && deputyFacts(trace)
  const deciding = facts?.step?.evaluation?.verdict.statement
  const documentId = documentIds.find((id) => id === deciding?.document.documentId)
  if (!facts || !deciding || documentId === undefined) return undefined
  const text = documents[documentId] ?? ''
  if (action === 'add-condition')
    return edit(documentId, withCondition(text, deciding.statement.span.start, 'aws:SourceAccount', facts.owner.accountId))
  const asked = deciding.statement.conditions.find(({ key }) => key.value === facts.asked)
  return edit(documentId, asked && withoutMember(text, asked.key.span.start))
}
