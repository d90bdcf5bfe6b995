import type { PolicyType } from '../../iam'

/** What is wrong in the policy that is blamed: stable words, whose sentences are the page's. */
export type Cause = 'no-statement' | 'other-role' | 'passed-to-other' | 'path-missing' | 'deny-statement'

/** What is wrong in the trust policy, where the message is about it. */
export type TrustCause = 'fits' | 'wrong-principal' | 'source-condition' | 'deny-statement'

export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: unknown
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const policyOf = (statements: readonly Statement[]) => ({ Version: '2012-10-17', Statement: statements })

/** Something that no check of the scene asks for: a policy has to say something. */
const elsewhere: Statement = { Sid: 'ListBuckets', Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }

const otherService = (service: string) => (service === 'lambda.amazonaws.com' ? 'ec2.amazonaws.com' : 'lambda.amazonaws.com')

/** An ARN whose last part is another one's. */
const otherName = (arn: string) => (arn.includes('/') || arn.includes(':') ? `${arn}-2` : 'arn:aws:s3:::other-data/*')

/** `arn:…:role/team/app` without `team/`; undefined where there is no path. */
export const withoutPath = (arn: string): string | undefined => {
  const found = /^(arn:[^:]*:iam::\d{12}:role\/)(?:[^/]+\/)+([^/]+)$/.exec(arn)
  return found ? `${found[1]}${found[2]}` : undefined
}

export const denying = (sid: string, action: string, resource: string): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: action,
  Resource: resource,
})

/** The statement that would allow it, as a cause leaves it. Undefined: this cause cannot be written here. */
export function brokenBy(cause: Cause, allowing: Statement, resource: string): readonly Statement[] | undefined {
  switch (cause) {
    case 'no-statement':
      return []
    case 'other-role':
      return resource === '*' ? undefined : [{ ...allowing, Resource: otherName(resource) }]
    case 'passed-to-other': {
      const service = allowing.Condition?.StringEquals?.['iam:PassedToService']
      if (service === undefined) return undefined
      return [{ ...allowing, Condition: { StringEquals: { 'iam:PassedToService': otherService(service) } } }]
    }
    case 'path-missing': {
      const short = withoutPath(resource)
      return short === undefined ? undefined : [{ ...allowing, Resource: short }]
    }
    case 'deny-statement':
      return [allowing, denying(`Deny${allowing.Sid}`, String(allowing.Action), resource)]
  }
}

/** A policy has a statement at least. */
export const filled = (statements: readonly Statement[]): readonly Statement[] => (statements.length > 0 ? statements : [elsewhere])

/** A limit (boundary, session policy, SCP) that stops one action: one that does not list it, or one that denies it. */
export function limitOn(action: string, resource: string, explicit: boolean, services: readonly string[]): readonly Statement[] {
  const own = action.split(':')[0] ?? ''
  const listed = services.filter((service) => service !== own).map((service) => `${service}:*`)
  const allowed: Statement = {
    Sid: explicit ? 'AllowAll' : 'AllowSome',
    Effect: 'Allow',
    Action: explicit ? '*' : listed.length === 1 ? (listed[0] ?? '*') : listed,
    Resource: '*',
  }
  return explicit ? [allowed, denying('DenyIt', action, resource)] : [allowed]
}

/** The layers that a message without a reason may speak of, for the caller's own side. */
export const silentLayers = (session: boolean): readonly PolicyType[] => [
  'identity-based',
  'permissions-boundary',
  ...(session ? (['session'] as const) : []),
  'service-control',
]
