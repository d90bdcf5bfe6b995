import { fullCatalogue, knownActions, knownContextKeys } from '../catalog'
import { nearMisses } from '../iam'
import { createRunDocuments, type RunDocuments } from './create-run-documents'

const known = { actions: knownActions(fullCatalogue.services), contextKeys: knownContextKeys }

/**
 * Runs a scenario from its texts. A document is needed when a check first reads it: one that is not JSON, or that IAM would refuse to
 * save, makes the run `invalid` there; one that the flow never reaches changes nothing but the list of problems. Never throws on bad input.
 */
export const runDocuments: RunDocuments = createRunDocuments(fullCatalogue, (document) => nearMisses(document, known))
