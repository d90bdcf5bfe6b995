import { fullCatalogue, knownActions, knownContextKeys, type PassSite } from '../catalog'
import { type KnownNames, lintPolicy } from '../iam'
import { createRunDocuments, type RunDocuments } from './create-run-documents'
import { lintRequest } from './lint-request'
import { lintScene } from './scene-lint/lint-scene'

const sites = fullCatalogue.services.flatMap((service) => service.calls.flatMap((call) => call.passSites))
const accountKey = (site: PassSite) => site.sentKeys.find(({ key }) => key === 'aws:SourceAccount')

/** Documented to name the account, and for no call known to come without it. */
const namesAccount = (principal: string): boolean => {
  const own = sites.filter((site) => site.servicePrincipal === principal)
  return own.every(accountKey) && own.some((site) => accountKey(site)?.confidence === 'documented')
}

const known: KnownNames = {
  actions: knownActions(fullCatalogue.services),
  contextKeys: knownContextKeys,
  sourceKeySenders: [...new Set(sites.map((site) => site.servicePrincipal))].filter(namesAccount),
  externalIdSenders: sites
    .filter(({ sentKeys }) => sentKeys.some(({ key }) => key === 'sts:ExternalId'))
    .map((site) => site.servicePrincipal),
}

/**
 * Runs a scenario from its texts. A document is needed when a check first reads it: one that is not JSON, or that IAM would refuse to
 * save, makes the run `invalid` there; one that the flow never reaches changes nothing but the list of problems. Never throws on bad input.
 */
export const runDocuments: RunDocuments = createRunDocuments(
  fullCatalogue,
  (document, text) => lintPolicy(document, text, known),
  lintScene,
  lintRequest,
)
