import type { Translate } from '../i18n'
import type { DocumentId } from '../simulate'
import type { EditorSituation } from './editor-situation'
import { elementAt } from './element-at'
import { policyCandidates } from './policy-candidates'
import { policyPlace, stringsOf } from './policy-place'
import { type Proposal, proposalsAt } from './proposal'
import { requestCandidates } from './request-candidates'

/** What could be written at an offset: what this request needs first. Reads texts that are still being typed. */
export function complete(text: string, offset: number, here: EditorSituation, translate: Translate): readonly Proposal[] {
  const element = elementAt(text, offset)
  if (!element) return []
  if (here.documentId === 'request') return proposalsAt(text, element, requestCandidates(text, element, here, translate))
  const place = policyPlace(here.documentId, text, element)
  return place ? proposalsAt(text, element, policyCandidates(element, place, here, translate)) : []
}

const prefixOf = (action: string) => (action.includes(':') ? action.slice(0, action.indexOf(':')).toLowerCase() : '')

/** The service prefixes of which the actions are needed to speak about an offset. The empty one stands for the list of all services. */
export function servicesAt(documentId: DocumentId, text: string, offset: number): readonly string[] {
  const element = elementAt(text, offset)
  if (!element) return []
  const place = policyPlace(documentId, text, element)
  const named = place ? stringsOf(place.statement, 'Action', 'NotAction') : []
  const trust = place?.type === 'trust' ? ['sts'] : []
  return [...new Set(['', prefixOf(element.value), ...named.map(prefixOf), ...trust])].filter((prefix) => !/[*?]/.test(prefix))
}
