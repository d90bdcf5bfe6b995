export type * from './stores'
