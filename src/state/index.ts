export { createAppStores, type Ports } from './app-stores'
export { type StoragePort, sameTexts } from './keep'
export type { ProgressState, ScenarioProgress } from './progress-store'
export type * from './stores'
