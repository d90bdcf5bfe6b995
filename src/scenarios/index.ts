export type * from './scenario'
