/** How sure we are of a fact: AWS says so; several public places show it; or one source, conflicting sources, or inferred. */
export type Confidence = 'documented' | 'widely-reported' | 'unsure'

/** What kind of value the API parameter takes. `role-arn-or-caller`: also `arn:aws:iam::*:user/*`, the caller's own authority. */
export type RoleParameterKind = 'role-arn' | 'role-name-or-arn' | 'instance-profile' | 'role-arn-or-caller' | 'any-role-arn'

/** Which of a workload's roles this is. An `execution` role is assumed before a `task` role; the workload's code runs as `workload`. */
export type RoleUse = 'workload' | 'task' | 'execution'

/** When the run shows a role being taken on. `call`: while the API call runs; `later`: when the workload starts. */
export type AssumedWhen = 'call' | 'later'

/**
 * When AWS takes the role on. `run`: only when the workload starts; `both`: at the call and again at each run; `launch`: an instance
 * gets it through its metadata service; `elsewhere`: this call only stores the link, another one puts it to use.
 */
export type RoleTiming = 'call' | 'run' | 'both' | 'launch' | 'elsewhere' | 'not-known'

/** Where a failure of the service to assume the role shows, when it is not the API call itself. `none`: nowhere. */
export type LaterPlace =
  | 'service-event'
  | 'instance-metadata'
  | 'build-log'
  | 'stack-event'
  | 'pipeline-execution'
  | 'job-status'
  | 'status-reason'
  | 'execution-log'
  | 'query-error'
  | 'later-caller'
  | 'none'
  | 'not-known'

/** Who takes the role on, and with which actions. */
export type Assumer =
  /** The service principal. `TagSession` and `SetSourceIdentity` are permissions of their own that the trust policy must give too. */
  | { readonly kind: 'service'; readonly actions: readonly string[] }
  /** The role of another pass site of the same call: role chaining, so nothing is passed when this role lives in another account. */
  | { readonly kind: 'role'; readonly passSiteId: string }
  /** A web identity, with no signature of AWS: `AssumeRoleWithWebIdentity` for a federated principal. */
  | { readonly kind: 'web-identity'; readonly provider: string }

/** A text AWS prints, with `<caller-arn>`, `<role-arn>`, `<region>`, `<account>` … left as placeholders. */
export interface ErrorTemplate {
  readonly code: string
  readonly message: string
  readonly confidence: Confidence
}

/** A context key that the service sends when it assumes the role. `value` has the placeholders of ErrorTemplate. */
export interface SentKey {
  readonly key: string
  readonly value: string
  /** `unsure`: not documented that this service sends the key; a verdict that depends on it says which was assumed. */
  readonly confidence: Confidence
}

/** An API parameter through which a role is passed. */
export interface PassSite {
  readonly id: string
  /** Paths into the API's request body; alternatives are tried in order. `[]` steps into every array element. */
  readonly paths: readonly string[]
  /** The same, looked up in the request document's `resolved` (task definition, launch template). */
  readonly resolvedPaths: readonly string[]
  readonly kind: RoleParameterKind
  readonly use: RoleUse
  readonly servicePrincipal: string
  /** Principals that serve as well as `servicePrincipal`, such as a regional one; `<region>` stands for the request's. */
  readonly otherPrincipals: readonly string[]
  readonly assumer: Assumer
  /** Undefined: the service is not known to send `iam:PassedToService`. */
  readonly passedToService: string | undefined
  /** Values that may be sent instead, where the call has several and it is not documented which goes with this role. */
  readonly otherPassedToServices: readonly string[]
  readonly associatedResourceArn: { readonly value: string; readonly confidence: Confidence } | undefined
  readonly assumed: AssumedWhen
  readonly timing: RoleTiming
  /** Whether the service tries the trust policy while the call runs; undefined: not known. */
  readonly triedAtCall: boolean | undefined
  readonly sentKeys: readonly SentKey[]
  readonly sessionName: string
  /** Code and message are empty where AWS's words are not known. */
  readonly trustFailure: ErrorTemplate & { readonly place: 'call' | LaterPlace }
  readonly confidence: Readonly<Record<string, Confidence>>
  readonly docs: Readonly<Record<string, string>>
}

/** How the AWS CLI and the API protocol spell things for one call. */
export interface ServiceCall {
  /** The IAM action, `ecs:RunTask`. */
  readonly action: string
  readonly operation: string
  /** The CLI's words, `ecs run-task`. */
  readonly cliCommand: string
  readonly serviceId: string
  readonly passSites: readonly PassSite[]
  /** Default ARN of what the call acts on, with placeholders; undefined: the action has no resource types (`*`). */
  readonly resource: string | undefined
  readonly accessDenied: { readonly code: string; readonly wrap: 'plain' | 'ec2'; readonly confidence: Confidence }
  /** How it is refused before any policy is read, by the reason; placeholder text. Widely reported, all of it. */
  readonly refusals?: Readonly<Record<string, { readonly code: string; readonly message: string }>>
  /** What the call returns at that moment when it succeeds: JSON text with placeholders. */
  readonly returns: string
  /** What comes back by name for the stage's "returned: app:8" label; placeholder text. */
  readonly returnsLabel: string
  /** A realistic request body. */
  readonly exampleParameters: Readonly<Record<string, unknown>>
  /** What names in the example stand for, as the request's `resolved`. */
  readonly exampleResolved?: Readonly<Record<string, unknown>>
  /** An action that the role of this call typically needs, for the example workload. */
  readonly typicalAction?: string
  /** Why a call that has to do with roles passes none. */
  readonly contrast?: 'role-already-there' | 'fixed-role-name' | 'service-linked-role' | 'direct'
  /** What the stage says instead of the service's own name and noun. */
  readonly speaksAs?: Partial<Pick<CatalogService, 'name' | 'shortName' | 'workload'>>
}

/** A service as the stage names it. */
export interface CatalogService {
  readonly id: string
  /** "Amazon ECS" */
  readonly name: string
  /** "ECS" */
  readonly shortName: string
  /** Message-key stem for the workload noun: `task`, `function`, `instance`, `build`, `pipeline-run`, `stack-operation`. */
  readonly workload: WorkloadNoun
  readonly calls: readonly ServiceCall[]
}

export type WorkloadNoun =
  | 'task'
  | 'function'
  | 'instance'
  | 'build'
  | 'pipeline-run'
  | 'stack-operation'
  | 'caller-session'
  | 'agent'
  | 'app-user'
  | 'automation'
  | 'cluster'
  | 'data-source'
  | 'database'
  | 'delivery'
  | 'deployment'
  | 'environment'
  | 'execution'
  | 'file-transfer'
  | 'fleet'
  | 'group'
  | 'job'
  | 'node'
  | 'notebook'
  | 'outside-workload'
  | 'pipe'
  | 'pod'
  | 'query'
  | 'recorder'
  | 'replication'
  | 'request'
  | 'rule'
  | 'schedule'
  | 'service-instance'
  | 'session'
  | 'studio'
  | 'workload'
