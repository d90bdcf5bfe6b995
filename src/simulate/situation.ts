import type { CatalogService, ServiceCall } from '../catalog'
import type { ContextKeys } from '../iam'
import type { Span } from '../lib/span'
import type { PassedRole } from './trace'

/** Who calls: a user, a role session or the account root. */
export interface Caller {
  readonly arn: string
  readonly kind: 'user' | 'role-session' | 'root'
  readonly accountId: string
  /** `aya`, or the session's name. */
  readonly name: string
  /** For a session: its role's ARN with path. */
  readonly roleArn: string | undefined
}

/** What then runs as the role. */
export interface Workload {
  readonly action: string
  readonly resource: string
  /** The role it runs as. */
  readonly roleArn: string | undefined
}

/** The request document, read: what is asked of whom. Everything the stage and the sentences name comes from here. */
export interface Situation {
  readonly caller: Caller
  /**
   * Somebody of another account who names the caller's role to the same service, through a hole in the service (`confusedDeputy`): the run
   * is the call of theirs, and nobody asks IAM whether they may pass the role.
   */
  readonly otherCaller: Caller | undefined
  /** `direct`: the caller takes the role on with `sts:AssumeRole`. */
  readonly mode: 'service' | 'direct'
  readonly action: string
  readonly actionSpan: Span | undefined
  readonly region: string
  readonly resource: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly service: CatalogService
  readonly call: ServiceCall
  /** The call is known by its name at most: when and as whom the service takes the role on is not known. */
  readonly generic: boolean
  /** In the order of the pass sites. Empty: the call passes no role. */
  readonly roles: readonly PassedRole[]
  readonly workload: Workload | undefined
  readonly contextKeys: ContextKeys
  readonly serviceContextKeys: Readonly<Record<string, string | readonly string[] | null>>
  readonly organization: { readonly id: string | undefined; readonly managementAccount: string | undefined } | undefined
  /** Direct call only: minutes of validity asked for. */
  readonly sessionMinutes: number | undefined
  /** Direct call only: the role's MaxSessionDuration in seconds, where `resolved` says it. */
  readonly maxSessionDuration: number | undefined
}
