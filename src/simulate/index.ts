import { firstCatalogue } from '../catalog'
import { createRunDocuments, type RunDocuments } from './create-run-documents'

export { type AskedDocuments, askDocuments } from './ask-again'
export { type Authority, authorityOf } from './authority'
export { chainedDocuments } from './chain-documents'
export { type ChainLink, chainLinkOf } from './chain-link'
export type { RunDocuments, RunOptions } from './create-run-documents'
export { directTwin, handOverTwin, type Twin } from './direct-twin'
export { documentIds } from './document-ids'
export { whoCalls } from './other-caller'
export { directAssumeKeys, passRoleKeys, serviceActionKeys, serviceAssumeKeys, workloadKeys } from './request-contexts'
export { runDocuments } from './run-documents'
export { type SceneLintCode, sceneLintCodes } from './scene-lint/scene-lint-codes'
export { inOrderOfAssumption } from './simulate'
export type * from './situation'
export type * from './trace'

/** What runs before the first paint: the services of a fresh visit only, and no lint. */
export const firstRunDocuments: RunDocuments = createRunDocuments(firstCatalogue, () => [])

/** Fetches the whole of the catalogue, in a bundle that has not got it yet. */
export const loadRunDocuments = async (): Promise<RunDocuments> => (await import('./whole-run')).wholeRun

/** Fetches the same with the lint, whose advice is shown in the editors only. */
export const loadAdvisingRun = async (): Promise<RunDocuments> => (await import('./advising-run')).runDocuments
export type * from './error-text/error-reading'
export { exampleNumbers } from './error-text/example-numbers'
export { longestErrorText, looksLikeError, readErrorText } from './error-text/read-error-text'
export { sceneOfError } from './error-text/scene-of-error'
