export * from './judge'
export * from './narrow'
export type { Probe, ProbeKind } from './probe'
export type { Wide } from './wide'
