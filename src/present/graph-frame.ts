import type { EdgeId, LineKind } from './scene'

export type RowState = 'wait' | 'now' | 'ok' | 'no' | 'skip'
export type StampKind = 'allow' | 'deny' | 'not-reached' | 'unreadable' | 'fault' | 'not-needed'

export interface GateFrame {
  /** `on`: being read (ink border, raised). `off`: not reached. `spared`: not needed. */
  readonly state: 'idle' | 'on' | 'allow' | 'deny' | 'off' | 'unreadable' | 'spared'
  readonly stamp: { readonly kind: StampKind /** 1.6 → 1 */; readonly scale: number } | undefined
  /** Index into the scene's `gates.*.roles` of the role being read or last read. */
  readonly selected: number
  /** Per role of the scene, the state of each row. */
  readonly rows: readonly (readonly RowState[])[]
  /** Per role: its verdict once stamped. `skip`: never asked. */
  readonly marks: readonly (RowState | 'unreadable')[]
}

export interface EdgeFrame {
  /** `track`: not travelled yet; `not-reached`: dots; `hidden`: not drawn at all. */
  readonly base: 'track' | 'not-reached' | 'hidden'
  readonly kind: LineKind
  /** 0 to 1 of the line drawn in `kind`. */
  readonly progress: number
  readonly head: boolean
  readonly label: boolean
  /** Label beside the line when it differs from the scene's (an answer): text is ready to show. */
  readonly answer: { readonly text: string; readonly kind: LineKind } | undefined
  readonly barrier: boolean
}

export interface PacketFrame {
  readonly edge: EdgeId
  /** 0 to 1 along the edge. */
  readonly progress: number
  readonly text: string | undefined
}

export type LaneState = 'idle' | 'on' | 'role' | 'off' | 'bare'

/** All that is drawn at time t. A pure function of (timeline, scene, t, reduced): see `graphFrame`. */
export interface GraphFrame {
  readonly t: number
  /** Index into `timeline.segments` of the segment being shown; -1 before the start. */
  readonly segment: number
  readonly over: boolean
  readonly user: 'waiting' | 'on-user' | 'on-deny'
  readonly frame: 'idle' | 'on'
  readonly controlPlane: 'idle' | 'on'
  readonly badge: 'idle' | 'on' | 'off'
  readonly lanes: readonly LaneState[]
  readonly resource: 'waiting' | 'on-role' | 'on-deny' | 'off'
  readonly gates: { readonly iam: GateFrame; readonly sts: GateFrame }
  readonly edges: Readonly<Record<EdgeId, EdgeFrame>>
  readonly packets: readonly PacketFrame[]
  /** Colour of each station number on the rail; undefined: not yet. */
  readonly stations: Readonly<Record<1 | 2 | 3 | 4 | 5, LineKind | undefined>>
  /** The output plate of a later failure is shown. */
  readonly output: boolean
  readonly timingLit: boolean
  /** A direct call has been allowed to the end: its session may go on. */
  readonly chain: boolean
}
