import type { Span } from '../lib/span'

/** The kinds of policy that take part in an evaluation, in AWS's words. */
export type PolicyType =
  | 'identity-based'
  | 'resource-based'
  | 'trust'
  | 'permissions-boundary'
  | 'session'
  | 'service-control'
  | 'resource-control'

export type Effect = 'Allow' | 'Deny'

export type PolicyVersion = '2012-10-17' | '2008-10-17'

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'

export type Severity = 'error' | 'security' | 'warning' | 'suggestion' | 'info'

/**
 * Something noticed in a text. `code` is stable and kebab-case; `facts` are what a sentence about it needs.
 * Found by the reader, `error` means that IAM would refuse to save the policy, or that the text cannot be read at all. What the lint finds
 * is advice, however grave: it never keeps a policy from being evaluated. `refusesPolicy` tells the two apart.
 */
export interface Problem {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  readonly facts: Readonly<Record<string, string>>
  /** Absent: the reader of the text. */
  readonly foundBy?: 'lint'
}
