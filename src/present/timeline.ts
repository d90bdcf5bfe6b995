import type { RunResult, Trace } from '../simulate'

/** Numbers that name the stations everywhere; never renumbered. */
export type Station = 1 | 2 | 3 | 4 | 5

/** What the player plays: a finished run, a run that met an unreadable document, or a fault of ours (never a guess). */
export type Playable = RunResult | { readonly kind: 'fault'; readonly message: string }

/** `assume-later` and `credentials-later`: stations 3 and 4 once more, where some roles are tried at the call and others wait. */
export type SegmentId =
  | 'call'
  | 'pass'
  | 'assume'
  | 'credentials'
  | 'return'
  | 'wait'
  | 'assume-later'
  | 'credentials-later'
  | 'act'
  | 'error'

/** One check inside a segment; with several roles a segment has one per letter, in the order in which they are asked. */
export interface SegmentPart {
  readonly letter: string | undefined
  readonly roleArn: string | undefined
  /** Index in `trace.steps`; undefined when the trace stopped before it. */
  readonly stepIndex: number | undefined
  readonly start: number
  readonly end: number
  readonly verdict: 'allow' | 'deny' | 'unreadable' | 'fault' | undefined
}

/** One cell of the playback bar: a stretch of time, in ms at speed 1. */
export interface Segment {
  readonly id: SegmentId
  readonly station: Station | undefined
  readonly speaker: 'user' | 'service' | 'role' | 'allow' | 'deny'
  readonly start: number
  readonly end: number
  readonly parts: readonly SegmentPart[]
  /** False: the run stopped before it. Such a cell is drawn dashed, takes no time (start = end) and cannot be sought. */
  readonly reached: boolean
  /** Width in the bar, in ms of the drawn scale. */
  readonly weight: number
  readonly verdict: 'allow' | 'deny' | 'unreadable' | 'fault' | undefined
  /** Nothing had to be said here: the other side's yes is enough. */
  readonly spared?: boolean
}

/** When everything is shown. All times in ms at speed 1. */
export interface Timeline {
  readonly playable: Playable
  readonly trace: Trace | undefined
  readonly segments: readonly Segment[]
  /** Ascending times to which ← and → step: 0, each stamp landed with its answer up, each step's end. */
  readonly settled: readonly number[]
  readonly end: number
  /** Named instants, by owner: exported so that every reader of the timeline agrees on them. */
  readonly cues: Cues
}

/** The instants inside one gate's reading of one role (or of one check). */
export interface GateCues {
  readonly ask: number
  readonly dock: number
  readonly thread: number
  /** One per row of that role's rows. */
  readonly rows: readonly number[]
  readonly stamp: number
  readonly answer: number
  readonly end: number
}

export interface Cues {
  readonly callLeaves: number
  readonly callArrives: number
  readonly serviceLights: number
  /** One per role in the order asked; with no role, one for the call's own check. */
  readonly pass: readonly GateCues[]
  readonly returns: number | undefined
  readonly waitEnds: number | undefined
  readonly assumeRail: number | undefined
  /** One per role in the order asked, whether at the call or later. */
  readonly assume: readonly GateCues[]
  /** Per role that got credentials. */
  readonly credentials: readonly {
    readonly roleArn: string
    readonly letter: string | undefined
    readonly up: number
    readonly at: number
    readonly worn: number
    readonly end: number
  }[]
  readonly act: { readonly go: number; readonly hit: number; readonly end: number } | undefined
  readonly error: { readonly start: number; readonly back: number; readonly shown: number; readonly end: number } | undefined
}
