import type { PolicyType } from '../../iam'
import type { Span } from '../../lib/span'
import type { Check, Documents, RunResult } from '../trace'

/** What a stretch of the message is: drawn in its principal's colour, with the number of the station that it speaks of. */
export type PartKind = 'code' | 'operation' | 'caller' | 'refused' | 'action' | 'resource' | 'role' | 'reason' | 'encoded'

export interface ErrorPart {
  readonly kind: PartKind
  /** Offsets into the text as it was pasted. Parts do not overlap and come in order. */
  readonly span: Pick<Span, 'start' | 'end'>
  readonly station: 1 | 2 | 3 | 5 | undefined
}

/** Which kind of policy AWS blames, and how; `unsaid`: the older form of the message, without a reason. */
export type ErrorReason =
  | {
      readonly kind: 'implicit-deny' | 'explicit-deny'
      /** A VPC endpoint's policy is nothing that a scene can have. */
      readonly policyType: PolicyType | 'vpc-endpoint'
    }
  /** `denies`: whether a Deny matched, where that is all that is said. */
  | { readonly kind: 'unsaid'; readonly denies?: boolean }
  /** The role belongs to another account: no policy was read. */
  | { readonly kind: 'other-account' }
  /** Refused for what the request says, before any policy was read; `refusal`: the catalogue's word for it. */
  | { readonly kind: 'refused'; readonly refusal: string }

/** What the message says, and nothing that it does not. */
export interface ErrorFacts {
  readonly code: string | undefined
  /** `RunTask`; where the message has the action only (`ecs:RunTask` refused by itself), its second half. */
  readonly operation: string | undefined
  readonly callerArn: string | undefined
  /** The action that was refused: `iam:PassRole`, `sts:AssumeRole`, `ecs:RunTask`, … */
  readonly action: string | undefined
  readonly resource: string | undefined
  readonly roleArn: string | undefined
  /** Catalogue ids of the calls that it may be about, the likeliest first; empty: none that is known. */
  readonly calls: readonly string[]
  readonly check: Check
  readonly reason: ErrorReason
}

/** A pasted text, read. */
export type ErrorReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
  | { readonly kind: 'read'; readonly parts: readonly ErrorPart[]; readonly facts: ErrorFacts }
  /** An encoded authorization message: only AWS can decode it. `command`: how. What stands around it is read as far as it goes. */
  | { readonly kind: 'encoded'; readonly parts: readonly ErrorPart[]; readonly command: string }
  /** No message that is known; the closest forms, best first, at most three. */
  | { readonly kind: 'unknown'; readonly closest: readonly string[] }

/** Something that the message cannot tell, of which the scene has to suppose something. */
export type GuessId = 'call' | 'policy' | 'passed-to' | 'trust' | 'layers'

export interface ErrorGuess {
  readonly id: GuessId
  /** Stable words; their sentences are the page's. One option: nothing to choose, but it is still a guess. */
  readonly options: readonly string[]
  readonly chosen: string
}

export type ChosenGuesses = Readonly<Partial<Record<GuessId, string>>>

/** A scene built for a message, judged by the engine like any other. */
export interface ErrorScene {
  readonly documents: Documents
  readonly run: RunResult
  readonly guesses: readonly ErrorGuess[]
  /** The error in which its run ends, as AWS would print it; undefined: it ends in none. */
  readonly message: string | undefined
  /** Does its run end in exactly the pasted message (white space, quotes and account swaps apart)? */
  readonly exact: boolean
}
