import type { LaterPlace, PassSite } from '../catalog'
import type { Evaluation, Problem } from '../iam'
import type { Span } from '../lib/span'
import type { Situation } from './situation'

/** The documents of a scenario. Texts are kept letter by letter, whether or not they are JSON. */
export type DocumentId =
  | 'request'
  | 'identityPolicy'
  | 'trustPolicy'
  | 'rolePolicy'
  | 'permissionsBoundary'
  | 'sessionPolicy'
  | 'serviceControlPolicies'
  | 'resourceControlPolicies'
  | 'roles'

export type Documents = Partial<Record<DocumentId, string>>

/** The checks, in the order in which they are made. */
export type Check = 'service-action' | 'pass-role' | 'assume-role' | 'role-permission'

/** Whose authority a step travels under. */
export type Speaker = 'caller' | 'service' | 'role'

/** Where a denial shows: the API call fails, or it succeeded and the workload fails. */
export type SeenAt = 'call' | 'later'

/** A role that the request hands over (or, in the direct call, takes on). */
export interface PassedRole {
  readonly roleArn: string
  /** Last path segment, `app-task`. */
  readonly name: string
  readonly accountId: string
  /** `a`, `b`, … in the order of the pass sites; undefined when there is one role only. The letter belongs to the role. */
  readonly letter: string | undefined
  /** Undefined in the direct call. */
  readonly passSite: PassSite | undefined
  /** Where the request names it; undefined when it was derived (`resolved` names count as named). */
  readonly span: Span | undefined
  readonly instanceProfile: string | undefined
  /** Where the request says that the instance profile holds it; undefined: assumed. */
  readonly profileTold?: Span | undefined
  /** The document that holds its trust policy and permissions: `trustPolicy`/`rolePolicy`, or `roles` when named there. */
  readonly trustDocumentId: 'trustPolicy' | 'roles'
  readonly permissionsDocumentId: 'rolePolicy' | 'roles'
}

/** An error as AWS prints it, placeholders filled in. Always English: AWS does not translate them. */
export interface AwsError {
  /** Empty, with an empty message: AWS's words are not known. */
  readonly code: string
  readonly operation: string
  readonly message: string
  readonly confidence: 'documented' | 'widely-reported' | 'unsure'
  /** `call`: the terminal prints it. Otherwise the place where the workload's failure shows. */
  readonly place: 'call' | 'workload-log' | LaterPlace
}

export interface CallStep {
  readonly kind: 'call'
  readonly action: string
}

/** Why a request was refused before any policy was read. */
export type Refusal =
  | 'role-in-other-account'
  | 'root-caller'
  /** Longer than the role allows, or than the hour of a role chain. */
  | 'session-duration'
  | 'session-name'
  /** The session policy in the call is not one that STS takes. */
  | 'session-policy'

/** One check. `iam:PassRole` is one of these and never a call: a permission that is checked inside another call. */
export interface AuthorizationStep {
  readonly kind: 'authorization'
  readonly check: Check
  readonly speaker: Speaker
  readonly action: string
  readonly roleArn: string | undefined
  readonly letter: string | undefined
  readonly verdict: 'allow' | 'deny'
  /** Undefined when the request was refused before any policy was read (`refusal`). */
  readonly evaluation: Evaluation | undefined
  readonly refusal: Refusal | undefined
  /** Set when the verdict depends on a key of which it is not documented that the service sends it. */
  readonly assumption: 'key-sent' | 'key-not-sent' | undefined
  readonly assumedKey: string | undefined
  /** A key of the passed role's tags that a statement about this role reads: AWS says that `iam:PassRole` does not judge those reliably. */
  readonly unreliableKey: string | undefined
  readonly seenAt: SeenAt
}

/** The API call returned although the roles are assumed only later. */
export interface ReturnStep {
  readonly kind: 'return'
  /** What came back, short: `app:8`, `i-0abc…`. */
  readonly label: string
}

/** Time passes until the service assumes the role. */
export interface WaitStep {
  readonly kind: 'wait'
}

export interface CredentialsStep {
  readonly kind: 'credentials'
  readonly roleArn: string
  readonly letter: string | undefined
  readonly sessionArn: string
}

/** The workload acted as the role and was allowed. */
export interface ActStep {
  readonly kind: 'act'
  readonly action: string
  readonly resource: string
}

export interface ErrorStep {
  readonly kind: 'error'
  readonly seenAt: SeenAt
  readonly error: AwsError
}

export type Step = CallStep | AuthorizationStep | ReturnStep | WaitStep | CredentialsStep | ActStep | ErrorStep

/** What happened, in order, up to the first denial. */
export interface Trace {
  readonly situation: Situation
  readonly steps: readonly Step[]
  readonly outcome: 'allowed' | 'denied' | undefined
  readonly stoppedAt: Check | undefined
  readonly seenAt: SeenAt | undefined
  /** Set where the call is somebody else's (`confusedDeputy`). */
  readonly owner: OwnersSide | undefined
}

/** What becomes of the owner's own call with the same documents, beside somebody else's. It decides nothing. */
export interface OwnersSide {
  readonly run: Trace
  /** Each role's answer to the service when it works for the owner, whether or not the owner's run comes to it; empty: unreadable. */
  readonly assume: readonly AuthorizationStep[]
}

/** A text that the flow came to could not be used; the trace holds the steps before it. */
export interface InvalidRun {
  readonly kind: 'invalid'
  readonly documentId: DocumentId
  readonly trace: Trace | undefined
  readonly problems: readonly Problem[]
}

export interface ReadyRun {
  readonly kind: 'ready'
  readonly trace: Trace
  /** Warnings only. */
  readonly problems: readonly Problem[]
}

export type RunResult = ReadyRun | InvalidRun
