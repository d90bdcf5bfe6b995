export { createAppStores, type Ports } from './app-stores'
export type { StoragePort } from './keep'
export type * from './stores'
