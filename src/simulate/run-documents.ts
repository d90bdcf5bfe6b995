import { fullCatalogue, knownActions, knownContextKeys, type PassSite } from '../catalog'
import { type KnownNames, lintPolicy } from '../iam'
import { createRunDocuments, type RunDocuments } from './create-run-documents'

const sites = fullCatalogue.services.flatMap((service) => service.calls.flatMap((call) => call.passSites))
const sendsAccount = (site: PassSite) =>
  site.sentKeys.some(({ key, confidence }) => key === 'aws:SourceAccount' && confidence === 'documented')

const known: KnownNames = {
  actions: knownActions(fullCatalogue.services),
  contextKeys: knownContextKeys,
  // A principal sends the key for some of its calls only: the advice is kept to those of which every call is documented to.
  sourceKeySenders: sites
    .map((site) => site.servicePrincipal)
    .filter((principal) => sites.every((site) => site.servicePrincipal !== principal || sendsAccount(site))),
}

/**
 * Runs a scenario from its texts. A document is needed when a check first reads it: one that is not JSON, or that IAM would refuse to
 * save, makes the run `invalid` there; one that the flow never reaches changes nothing but the list of problems. Never throws on bad input.
 */
export const runDocuments: RunDocuments = createRunDocuments(fullCatalogue, (document, text) => lintPolicy(document, text, known))
