/** Of its own, so that a bundler can leave the lint to be fetched with the editors, while the door still has it for everybody else. */
export { runDocuments } from './run-documents'
