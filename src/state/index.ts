export { createAppStores, linkProblem, type Ports } from './app-stores'
export type { StoragePort } from './keep'
export type * from './stores'
