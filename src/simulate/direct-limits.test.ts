import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '.'
import { account, allow, authorizations, deny, policy, request, role, runTask, summary, traceOf, trust } from './testing/documents'

const partner = '444455556666'
const user = `arn:aws:iam::${account}:user/aya`
const root = (owner: string) => `arn:aws:iam::${owner}:root`
const session = (name: string) => `arn:aws:sts::${account}:assumed-role/${name}/aya`

const asked = (more: object) => JSON.stringify({ ...JSON.parse(runTask), ...more })
const rcp = (action: string, condition: object = {}) =>
  policy({ Effect: 'Deny', Principal: '*', Action: action, Resource: '*', Condition: condition })

interface Row {
  readonly name: string
  readonly documents: Documents
  readonly stoppedAt?: string
}

const taking = (parameters: object, more: object = {}) =>
  request({ action: 'sts:AssumeRole', parameters: { RoleArn: role('deploy'), RoleSessionName: 'aya', ...parameters }, ...more })
const trusting = (principal: string, actions: string | string[] = 'sts:AssumeRole', condition: object = {}) =>
  policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: actions, Condition: condition })
const far = taking({ RoleArn: role('deploy', partner) })
const mine = policy(allow('sts:*'))
const tags = [{ Key: 'team', Value: 'sales' }]
const bound = { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/sales/1.csv' }
const ofTeam = { StringEquals: { 'aws:PrincipalTag/team': 'sales' } }

const direct: readonly Row[] = [
  {
    name: 'case 43: the other account trusts the user, whose own side is silent',
    documents: { request: far, trustPolicy: trusting(user) },
    stoppedAt: 'assume-role',
  },
  { name: 'both sides, the user named', documents: { request: far, trustPolicy: trusting(user), identityPolicy: mine } },
  { name: 'both sides, the account named', documents: { request: far, trustPolicy: trusting(root(account)), identityPolicy: mine } },
  {
    name: 'the caller’s side alone',
    documents: { request: far, trustPolicy: trusting(root(partner)), identityPolicy: mine },
    stoppedAt: 'assume-role',
  },
  {
    name: 'case 44: an SCP of the caller’s account',
    documents: {
      request: far,
      trustPolicy: trusting(user),
      identityPolicy: mine,
      serviceControlPolicies: policy(allow('*'), deny('sts:*')),
    },
    stoppedAt: 'assume-role',
  },
  {
    name: 'an RCP of the role’s account',
    documents: { request: far, trustPolicy: trusting(user), identityPolicy: mine, resourceControlPolicies: rcp('sts:*') },
    stoppedAt: 'assume-role',
  },
  {
    name: 'a role that takes on itself has to name itself',
    documents: { request: taking({}, { caller: session('deploy') }), identityPolicy: mine, trustPolicy: trust('ecs-tasks.amazonaws.com') },
    stoppedAt: 'assume-role',
  },
  {
    name: 'case 45: the boundary of a session limits a trust that names its role',
    documents: {
      request: taking({}, { caller: session('dev') }),
      identityPolicy: mine,
      trustPolicy: trusting(role('dev')),
      permissionsBoundary: policy(allow('s3:*')),
    },
    stoppedAt: 'assume-role',
  },
  {
    name: 'tags, and the trust names the account: the caller’s side must allow them too',
    documents: {
      request: taking({ Tags: tags }),
      identityPolicy: policy(allow('sts:AssumeRole')),
      trustPolicy: trusting(root(account), ['sts:AssumeRole', 'sts:TagSession']),
    },
    stoppedAt: 'assume-role',
  },
  {
    name: 'a source identity without sts:SetSourceIdentity',
    documents: { request: taking({ SourceIdentity: 'aya' }), trustPolicy: trusting(user) },
    stoppedAt: 'assume-role',
  },
  {
    name: 'a source identity with it',
    documents: { request: taking({ SourceIdentity: 'aya' }), trustPolicy: trusting(user, ['sts:AssumeRole', 'sts:SetSourceIdentity']) },
  },
  {
    name: 'a source identity in a chain needs both sides',
    documents: {
      request: taking({ SourceIdentity: 'aya' }, { caller: session('dev') }),
      trustPolicy: trusting(role('dev'), ['sts:AssumeRole', 'sts:SetSourceIdentity']),
    },
    stoppedAt: 'assume-role',
  },
  {
    name: 'the tags of a session are its principal tags, and its source identity goes on',
    documents: {
      request: taking({ Tags: tags, SourceIdentity: 'aya' }, { workload: bound }),
      trustPolicy: trusting(user, ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']),
      rolePolicy: policy(allow('s3:*', '*', { StringEquals: { ...ofTeam.StringEquals, 'aws:SourceIdentity': 'aya' } })),
    },
  },
  {
    name: 'a session without tags has no principal tags',
    documents: { request: taking({}, { workload: bound }), trustPolicy: trusting(user), rolePolicy: policy(allow('s3:*', '*', ofTeam)) },
    stoppedAt: 'role-permission',
  },
  {
    name: 'the tags are in the request that asks for the session',
    documents: {
      request: taking({ Tags: tags, TransitiveTagKeys: ['team'] }),
      trustPolicy: trusting(user, ['sts:AssumeRole', 'sts:TagSession'], {
        StringEquals: { 'aws:RequestTag/team': 'sales' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': 'team', 'sts:TransitiveTagKeys': 'team' },
      }),
    },
  },
  {
    name: 'MFA as told in contextKeys',
    documents: {
      request: taking({}, { contextKeys: { 'aws:MultiFactorAuthPresent': 'true' } }),
      trustPolicy: trusting(user, 'sts:AssumeRole', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    },
  },
]

describe('taking a role on', () => {
  it.each(direct)('$name', ({ documents, stoppedAt }) => {
    expect(summary(runDocuments(documents))).toMatchObject({ kind: 'ready', outcome: stoppedAt ? 'denied' : 'allowed', stoppedAt })
  })
})

describe('what STS refuses by itself', () => {
  const chained = { caller: session('dev') }
  const refused = [
    { name: 'the root user', request: taking({}, { caller: root(account) }), refusal: 'root-caller' },
    { name: 'a name of one letter', request: taking({ RoleSessionName: 'a' }), refusal: 'session-name' },
    { name: 'a name with a space', request: taking({ RoleSessionName: 'aya ito' }), refusal: 'session-name' },
    { name: 'under a quarter of an hour', request: taking({ DurationSeconds: 899 }), refusal: 'session-duration' },
    { name: 'over twelve hours', request: taking({ DurationSeconds: 43_201 }), refusal: 'session-duration' },
    {
      name: 'over the role’s own maximum',
      request: taking({ DurationSeconds: 7201 }, { resolved: { maxSessionDuration: 7200 } }),
      refusal: 'session-duration',
    },
    {
      name: 'case 48: over an hour in a chain, whatever the role’s maximum',
      request: taking({ DurationSeconds: 7200 }, { ...chained, resolved: { maxSessionDuration: 43_200 } }),
      refusal: 'session-duration',
    },
    {
      name: 'a session policy that is no policy',
      request: taking({ Policy: '{"Statement":[{"Effect":"Allow"}]}' }),
      refusal: 'session-policy',
    },
  ]
  it.each(refused)('$name', ({ request: text, refusal }) => {
    // Before any document is read: broken ones change nothing.
    for (const trustPolicy of [trusting(user), '{']) {
      const run = runDocuments({ request: text, identityPolicy: mine, trustPolicy })
      expect(summary(run)).toEqual({ kind: 'ready', outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call' })
      expect(authorizations(run)).toMatchObject([{ refusal, evaluation: undefined }])
      expect(traceOf(run).steps.at(-1)).toMatchObject({ kind: 'error', seenAt: 'call' })
    }
  })

  it.each([
    { name: 'a quarter of an hour', request: taking({ DurationSeconds: 900 }), warned: [] },
    { name: 'the role’s own maximum', request: taking({ DurationSeconds: 7200 }, { resolved: { maxSessionDuration: 7200 } }), warned: [] },
    { name: 'an untold maximum, and that is said', request: taking({ DurationSeconds: 43_200 }), warned: ['session-duration-assumed'] },
    { name: 'an hour in a chain', request: taking({ DurationSeconds: 3600 }, chained), warned: [] },
    {
      name: 'session policies by name, and says that they are not judged',
      request: taking({ PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] }),
      warned: ['session-policies-unread'],
    },
    { name: 'no session policies by name', request: taking({ PolicyArns: [] }), warned: [] },
  ])('takes $name', ({ request: text, warned }) => {
    const run = runDocuments({ request: text, identityPolicy: mine, trustPolicy: trusting(root(account)) })
    expect(summary(run)).toMatchObject({ outcome: 'allowed' })
    expect(run.problems.filter((problem) => problem.foundBy !== 'lint').map((problem) => problem.code)).toEqual(warned)
  })

  it('session policies by name are marked where they stand, and are no matter of a call that hands roles over', () => {
    const arns = [{ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }]
    const text = taking({ PolicyArns: arns })
    const told = runDocuments({ request: text, identityPolicy: mine, trustPolicy: trusting(user) }).problems.find(
      ({ code }) => code === 'session-policies-unread',
    )
    expect(told?.severity).toBe('warning')
    expect(text.slice(told?.span.start, told?.span.end)).toBe(JSON.stringify(arns))
    const passing = asked({ parameters: { ...JSON.parse(runTask).parameters, PolicyArns: arns } })
    expect(runDocuments({ request: passing }).problems.map(({ code }) => code)).not.toContain('session-policies-unread')
  })
})
