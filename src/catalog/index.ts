export type * from './pass-site'
