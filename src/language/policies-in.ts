import { type PolicyDocument, type PolicyType, readPolicy } from '../iam'
import { type JsonNode, memberOf, parseJson } from '../lib/json-tree'
import type { DocumentId } from '../simulate'
import { policyTypeOf } from './policy-place'

const read = (node: JsonNode, type: PolicyType, documentId: DocumentId): readonly PolicyDocument[] => {
  if (node.kind === 'array') return node.items.flatMap((item) => read(item, type, documentId))
  const { document } = readPolicy(node, type, documentId)
  return document ? [document] : []
}

/** The policies in a document's text: one, a list, levels of lists, or those of the roles that `roles` names. */
export function policiesIn(documentId: DocumentId, text: string): readonly PolicyDocument[] {
  const { root } = parseJson(text, documentId)
  if (!root || documentId === 'request') return []
  if (documentId !== 'roles') return read(root, policyTypeOf[documentId], documentId)
  return (root.kind === 'object' ? root.members : []).flatMap(({ value }) => {
    const trust = memberOf(value, 'trustPolicy')?.value
    const permissions = memberOf(value, 'rolePolicy')?.value
    return [...(trust ? read(trust, 'trust', documentId) : []), ...(permissions ? read(permissions, 'identity-based', documentId) : [])]
  })
}
