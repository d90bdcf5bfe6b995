import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '.'
import { account, allow, authorizations, policy, request, role, summary, trust } from './testing/documents'

interface Row {
  readonly name: string
  readonly documents: Documents
  readonly stoppedAt: string | undefined
  readonly seenAt?: string
}

describe('the direct call', () => {
  const take = (parameters: object, more: object = {}) =>
    request({ action: 'sts:AssumeRole', parameters: { RoleArn: role('deploy'), RoleSessionName: 'aya', ...parameters }, ...more })
  const trusting = (principal: string, actions: string | string[] = 'sts:AssumeRole', condition?: object) =>
    policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: actions, ...(condition ? { Condition: condition } : {}) })
  const user = `arn:aws:iam::${account}:user/aya`
  const root = `arn:aws:iam::${account}:root`
  const mine = policy(allow('sts:AssumeRole', role('deploy')))
  const direct: readonly Row[] = [
    { name: 'trust names the user, nothing else', documents: { request: take({}), trustPolicy: trusting(user) }, stoppedAt: undefined },
    {
      name: 'trust names the account, identity allows',
      documents: { request: take({}), identityPolicy: mine, trustPolicy: trusting(root) },
      stoppedAt: undefined,
    },
    {
      name: 'trust names the account, identity does not',
      documents: { request: take({}), identityPolicy: '[]', trustPolicy: trusting(root) },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'an administrator whom the trust does not name',
      documents: { request: take({}), identityPolicy: policy(allow('*')), trustPolicy: trust('ecs-tasks.amazonaws.com') },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'external id wanted, none sent',
      documents: { request: take({}), trustPolicy: trusting(user, 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'x1' } }) },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'external id sent',
      documents: {
        request: take({ ExternalId: 'x1' }),
        trustPolicy: trusting(user, 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'x1' } }),
      },
      stoppedAt: undefined,
    },
    {
      name: 'MFA wanted, long-term keys',
      documents: { request: take({}), trustPolicy: trusting(user, 'sts:AssumeRole', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }) },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'MFA with the call',
      documents: {
        request: take({ SerialNumber: 'arn:aws:iam::111122223333:mfa/aya', TokenCode: '123456' }),
        trustPolicy: trusting(user, 'sts:AssumeRole', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      },
      stoppedAt: undefined,
    },
    {
      name: 'case 47: tags without sts:TagSession',
      documents: { request: take({ Tags: [{ Key: 'team', Value: 'a' }] }), trustPolicy: trusting(user) },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'tags with sts:TagSession',
      documents: {
        request: take({ Tags: [{ Key: 'team', Value: 'a' }] }),
        trustPolicy: trusting(user, ['sts:AssumeRole', 'sts:TagSession']),
      },
      stoppedAt: undefined,
    },
    {
      name: 'case 48: chaining for two hours',
      documents: {
        request: take({ DurationSeconds: 7200 }, { caller: `arn:aws:sts::${account}:assumed-role/dev/aya` }),
        trustPolicy: trusting(role('dev')),
      },
      stoppedAt: 'assume-role',
      seenAt: 'call',
    },
    {
      name: 'chaining for one hour',
      documents: {
        request: take({ DurationSeconds: 3600 }, { caller: `arn:aws:sts::${account}:assumed-role/dev/aya` }),
        trustPolicy: trusting(role('dev')),
      },
      stoppedAt: undefined,
    },
    {
      name: 'a session policy in the call limits what follows',
      documents: {
        request: take({ Policy: policy(allow('s3:ListBucket')) }, { workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' } }),
        trustPolicy: trusting(user),
        rolePolicy: policy(allow('s3:*')),
      },
      stoppedAt: 'role-permission',
      seenAt: 'call',
    },
  ]

  it.each(direct)('$name', ({ documents, stoppedAt, seenAt }) => {
    const run = runDocuments(documents)
    expect(summary(run)).toEqual({ kind: 'ready', outcome: stoppedAt ? 'denied' : 'allowed', stoppedAt, seenAt })
    expect(new Set(authorizations(run).map((step) => step.check)).has('pass-role')).toBe(false)
  })
})
