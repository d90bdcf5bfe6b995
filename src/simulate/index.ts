export { type RunOptions, runDocuments } from './run-documents'
export type * from './situation'
export type * from './trace'
