export type { ShareError, ShareResult } from './errors'
export { readScenarioFile, writeScenarioFile } from './scenario-file'
export { decodeScenario, encodeScenario } from './share-link'
export { type SharedScenario, type SharedText, textIn } from './shared-scenario'
