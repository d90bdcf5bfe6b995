/** Keys and values as the request carries them. Names compare without regard to case; an array is a multivalued key. */
export type ContextKeys = Readonly<Record<string, string | readonly string[]>>

/** One request to be judged: who, what, on what, and in which context. */
export interface RequestContext {
  /** A principal ARN, a service principal (`ecs-tasks.amazonaws.com`) or `anonymous`. */
  readonly principal: string
  readonly action: string
  /** The resource's ARN, or `*` for an action without resource types. */
  readonly resource: string
  /** The account that owns the resource. Default: the account in the ARN, else the principal's. */
  readonly resourceAccount?: string
  readonly contextKeys: ContextKeys
}
