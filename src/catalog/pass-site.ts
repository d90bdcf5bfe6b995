/** How sure we are of a fact: AWS says so; several public places show it; or one source, conflicting sources, or inferred. */
export type Confidence = 'documented' | 'widely-reported' | 'unsure'

/** What kind of value the API parameter takes. */
export type RoleParameterKind = 'role-arn' | 'role-name-or-arn' | 'instance-profile'

/** Which of a workload's roles this is. An `execution` role is assumed before a `task` role; the workload's code runs as `workload`. */
export type RoleUse = 'workload' | 'task' | 'execution'

/** When the service takes the role on. `call`: while the API call runs; `later`: when the workload starts. */
export type AssumedWhen = 'call' | 'later'

/** Where a failure of the service to assume the role shows, when it is not the API call itself. */
export type LaterPlace = 'service-event' | 'instance-metadata' | 'build-log' | 'stack-event' | 'pipeline-execution' | 'none'

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
  /** Undefined: the service is not known to send `iam:PassedToService`. */
  readonly passedToService: string | undefined
  readonly associatedResourceArn: { readonly value: string; readonly confidence: Confidence } | undefined
  readonly assumed: AssumedWhen
  readonly sentKeys: readonly SentKey[]
  readonly sessionName: string
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
  /** What the call returns at that moment when it succeeds: JSON text with placeholders. */
  readonly returns: string
  /** What comes back by name for the stage's "returned: app:8" label; placeholder text. */
  readonly returnsLabel: string
  /** A realistic request body. */
  readonly exampleParameters: Readonly<Record<string, unknown>>
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

export type WorkloadNoun = 'task' | 'function' | 'instance' | 'build' | 'pipeline-run' | 'stack-operation' | 'caller-session'
