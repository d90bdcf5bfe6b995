/** Of its own, so that a bundler can leave it to be fetched later while the door still has it for everybody else. */
export { runDocuments } from './run-documents'
