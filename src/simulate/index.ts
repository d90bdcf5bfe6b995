export type * from './situation'
export type * from './trace'
