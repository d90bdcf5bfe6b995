import { fullCatalogue, knownActions, knownContextKeys } from '../catalog'
import { type KnownNames, lintPolicy } from '../iam'
import { createRunDocuments, type RunDocuments } from './create-run-documents'

const sites = fullCatalogue.services.flatMap((service) => service.calls.flatMap((call) => call.passSites))
const known: KnownNames = {
  actions: knownActions(fullCatalogue.services),
  contextKeys: knownContextKeys,
  sourceKeySenders: sites
    .filter((site) => site.sentKeys.some(({ key, confidence }) => key === 'aws:SourceAccount' && confidence === 'documented'))
    .map((site) => site.servicePrincipal),
}

/**
 * Runs a scenario from its texts. A document is needed when a check first reads it: one that is not JSON, or that IAM would refuse to
 * save, makes the run `invalid` there; one that the flow never reaches changes nothing but the list of problems. Never throws on bad input.
 */
export const runDocuments: RunDocuments = createRunDocuments(fullCatalogue, (document, text) => lintPolicy(document, text, known))
