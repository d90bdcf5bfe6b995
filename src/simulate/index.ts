export { documentIds } from './document-ids'
export { type RunOptions, runDocuments } from './run-documents'
export type * from './situation'
export type * from './trace'
