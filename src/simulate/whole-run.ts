import { fullCatalogue } from '../catalog'
import { createRunDocuments, type RunDocuments } from './create-run-documents'

/** Judges with every service, and gives no advice. Of its own, so that a bundler can leave it to be fetched later. */
export const wholeRun: RunDocuments = createRunDocuments(fullCatalogue, () => [])
