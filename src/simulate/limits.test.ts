import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '.'
import {
  account,
  allow,
  authorizations,
  deny,
  everything,
  policy,
  request,
  role,
  runTask,
  summary,
  traceOf,
  trust,
} from './testing/documents'

const partner = '444455556666'
const user = `arn:aws:iam::${account}:user/aya`
const root = (owner: string) => `arn:aws:iam::${owner}:root`
const session = (name: string) => `arn:aws:sts::${account}:assumed-role/${name}/aya`

/** The request of the hand-over with further members. */
const asked = (more: object) => JSON.stringify({ ...JSON.parse(runTask), ...more })
const rcp = (action: string, condition: object = {}) =>
  policy({ Effect: 'Deny', Principal: '*', Action: action, Resource: '*', Condition: condition })
const managed = (managementAccount: string) => asked({ organization: { id: 'o-1', managementAccount } })

interface Row {
  readonly name: string
  readonly documents: Documents
  readonly stoppedAt?: string
}

const layers: readonly Row[] = [
  {
    name: 'a boundary is the caller’s: what runs as the role is not limited by it',
    documents: { ...everything, permissionsBoundary: policy(allow('ecs:*'), allow('iam:PassRole')) },
  },
  {
    name: 'a session policy is the caller’s too',
    documents: { ...everything, request: asked({ caller: session('dev') }), sessionPolicy: policy(allow('ecs:*'), allow('iam:PassRole')) },
  },
  {
    name: 'a session policy without PassRole',
    documents: { ...everything, request: asked({ caller: session('dev') }), sessionPolicy: policy(allow('ecs:*')) },
    stoppedAt: 'pass-role',
  },
  {
    name: 'a Deny in a boundary',
    documents: { ...everything, permissionsBoundary: policy(allow('*'), deny('iam:PassRole')) },
    stoppedAt: 'pass-role',
  },
  { name: 'one SCP is one level', documents: { ...everything, serviceControlPolicies: policy(allow('ecs:*')) }, stoppedAt: 'pass-role' },
  {
    name: 'levels are joined by AND, policies of a level by OR',
    documents: {
      ...everything,
      serviceControlPolicies: `[[${policy(allow('*'))}],[${policy(allow('ecs:*'))},${policy(allow('iam:*'), allow('s3:*'))}]]`,
    },
  },
  {
    name: 'an SCP never limits the service’s own call',
    documents: { ...everything, serviceControlPolicies: policy(allow('*'), deny('sts:*')) },
  },
  {
    name: 'an SCP does not reach a role of another account',
    documents: {
      ...everything,
      request: asked({ workload: { action: 's3:GetObject', resource: '*', roleArn: role('far', partner) } }),
      serviceControlPolicies: policy(allow('*'), deny('s3:*')),
    },
  },
  {
    name: 'an SCP does not limit a service-linked role',
    documents: {
      ...everything,
      request: asked({
        workload: {
          action: 's3:GetObject',
          resource: '*',
          roleArn: `arn:aws:iam::${account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
        },
      }),
      serviceControlPolicies: policy(allow('*'), deny('s3:*')),
    },
  },
  {
    name: 'another account manages the organization: its SCPs count',
    documents: { ...everything, request: managed(partner), serviceControlPolicies: policy(deny('*')) },
    stoppedAt: 'service-action',
  },
  {
    name: 'SCPs that cannot be read are nothing to the management account',
    documents: { ...everything, request: managed(account), serviceControlPolicies: '[{' },
  },
  {
    name: 'an RCP is nothing to a role of the management account, broken or not',
    documents: { ...everything, request: managed(account), resourceControlPolicies: '[{' },
  },
  {
    name: 'an RCP limits assume-role alone',
    documents: { ...everything, resourceControlPolicies: `[[${rcp('s3:*')},${rcp('ecs:*')},${rcp('iam:*')}]]` },
  },
  {
    name: 'an RCP on STS by the organization that the service works for',
    documents: {
      ...everything,
      request: asked({ organization: { id: 'o-1' } }),
      resourceControlPolicies: rcp('sts:AssumeRole', { StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-2' } }),
    },
    stoppedAt: 'assume-role',
  },
]

/** Each statement is a Deny: the row is denied where the keys are there, and allowed where they are not. */
const keys: readonly Row[] = [
  {
    name: 'iam:PassedToService does not go with the call itself',
    documents: { ...everything, identityPolicy: policy(allow('*'), deny('ecs:*', '*', { Null: { 'iam:PassedToService': 'false' } })) },
  },
  {
    name: 'iam:PassedToService goes with pass-role',
    documents: {
      ...everything,
      identityPolicy: policy(allow('*'), deny('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })),
    },
    stoppedAt: 'pass-role',
  },
  {
    name: 'iam:AssociatedResourceArn goes with pass-role',
    documents: {
      identityPolicy: policy(
        allow('*'),
        deny('iam:PassRole', '*', { ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:lambda:*:*:function:f' } }),
      ),
      trustPolicy: trust('lambda.amazonaws.com'),
      request: request({ action: 'lambda:CreateFunction', parameters: { FunctionName: 'f', Role: role('f') } }),
    },
    stoppedAt: 'pass-role',
  },
  {
    name: 'contextKeys go with the caller’s calls, whatever their case, and have the last word',
    documents: {
      ...everything,
      request: asked({ contextKeys: { 'AWS:requestedregion': 'eu-west-1' } }),
      identityPolicy: policy(allow('*'), deny('ecs:*', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })),
    },
    stoppedAt: 'service-action',
  },
  {
    name: 'contextKeys do not go with what runs as the role',
    documents: {
      ...everything,
      request: asked({ contextKeys: { 'aws:SourceIp': '203.0.113.7' } }),
      rolePolicy: policy(allow('s3:*'), deny('s3:*', '*', { Null: { 'aws:SourceIp': 'false' } })),
    },
  },
  {
    name: 'aws:PrincipalArn of a session is its role’s, with the path that callerRoleArn tells',
    documents: {
      ...everything,
      request: asked({ caller: session('dev'), callerRoleArn: role('team/dev') }),
      identityPolicy: policy(allow('*'), deny('ecs:*', '*', { ArnEquals: { 'aws:PrincipalArn': role('team/dev') } })),
    },
    stoppedAt: 'service-action',
  },
  {
    name: 'without callerRoleArn the path is /',
    documents: {
      ...everything,
      request: asked({ caller: session('dev') }),
      identityPolicy: policy(allow('*'), deny('ecs:*', '*', { ArnEquals: { 'aws:PrincipalArn': role('dev') } })),
    },
    stoppedAt: 'service-action',
  },
  {
    name: 'a service that calls STS has no aws:PrincipalArn and is known as a service',
    documents: {
      ...everything,
      trustPolicy: trust('ecs-tasks.amazonaws.com', {
        Null: { 'aws:PrincipalArn': 'true', 'aws:MultiFactorAuthPresent': 'true', 'aws:CalledVia': 'true' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
        StringEquals: { 'aws:PrincipalServiceName': 'ecs-tasks.amazonaws.com', 'aws:SourceAccount': account, 'aws:SourceOrgID': 'o-1' },
        ArnLike: { 'aws:SourceArn': `arn:aws:ecs:ap-northeast-1:${account}:task/*` },
      }),
      request: asked({ organization: { id: 'o-1' }, contextKeys: { 'aws:CalledVia': ['cloudformation.amazonaws.com'] } }),
    },
  },
]

const through = { 'aws:CalledVia': ['athena.amazonaws.com', 'cloudformation.amazonaws.com'] }
const forward: readonly Row[] = [
  {
    name: 'a service calls on: the first, the last, and that a service does',
    documents: {
      ...everything,
      request: asked({ contextKeys: through }),
      identityPolicy: policy(
        allow('*', '*', {
          'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' },
          StringEquals: { 'aws:CalledViaFirst': 'athena.amazonaws.com', 'aws:CalledViaLast': 'cloudformation.amazonaws.com' },
          Bool: { 'aws:ViaAWSService': 'true' },
        }),
      ),
    },
  },
  {
    name: 'the caller’s own call has none of it',
    documents: {
      ...everything,
      identityPolicy: policy(
        allow('*', '*', {
          Null: { 'aws:CalledVia': 'true', 'aws:CalledViaFirst': 'true', 'aws:CalledViaLast': 'true' },
          Bool: { 'aws:ViaAWSService': 'false' },
        }),
      ),
    },
  },
  {
    name: 'PassRole for stacks only, asked directly',
    documents: {
      ...everything,
      identityPolicy: policy(
        allow('ecs:*'),
        allow('iam:PassRole', '*', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } }),
      ),
    },
    stoppedAt: 'pass-role',
  },
  {
    name: 'what runs as the role is not called through anything',
    documents: {
      ...everything,
      request: asked({ contextKeys: through }),
      rolePolicy: policy(allow('s3:*', '*', { Null: { 'aws:CalledVia': 'true' }, Bool: { 'aws:ViaAWSService': 'false' } })),
    },
  },
  {
    name: 'what contextKeys says of it has the last word',
    documents: {
      ...everything,
      request: asked({ contextKeys: { ...through, 'aws:ViaAWSService': 'false' } }),
      identityPolicy: policy(allow('*'), deny('ecs:*', '*', { Bool: { 'aws:ViaAWSService': 'true' } })),
    },
  },
]

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

describe.each([
  ['who is limited by what', layers],
  ['which keys go with which check', keys],
  ['forward access sessions', forward],
  ['taking a role on', direct],
] as const)('%s', (_title, rows) => {
  it.each(rows)('$name', ({ documents, stoppedAt }) => {
    expect(summary(runDocuments(documents))).toMatchObject({ kind: 'ready', outcome: stoppedAt ? 'denied' : 'allowed', stoppedAt })
  })
})

describe('the time', () => {
  const timed = {
    ...everything,
    identityPolicy: policy(allow('*', '*', { DateLessThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } })),
  }
  it.each([
    ['before', { now: '2026-05-31T23:59:59Z' }, 'allowed'],
    ['after', { now: '2026-06-01T00:00:01Z' }, 'denied'],
    ['untold: the key is absent', {}, 'denied'],
  ])('%s', (_name, options, outcome) => {
    expect(runDocuments(timed, options).trace?.outcome).toBe(outcome)
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

describe('tags of the role that is passed', () => {
  const tagged = (key: string) => policy(allow('ecs:*'), allow('iam:PassRole', role('app-*'), { StringEquals: { [key]: 'a' } }))
  it.each(['aws:ResourceTag/team', 'iam:ResourceTag/team'])('%s is marked unreliable, and does not grant by itself', (key) => {
    const run = runDocuments({ ...everything, identityPolicy: tagged(key) })
    expect(summary(run)).toMatchObject({ stoppedAt: 'pass-role' })
    expect(authorizations(run).at(-1)).toMatchObject({ unreliableKey: key })
  })
  it('marks nothing where no statement about this role reads them', () => {
    const other = policy(allow('*'), allow('iam:PassRole', role('web-*'), { StringEquals: { 'aws:ResourceTag/team': 'a' } }))
    for (const step of authorizations(runDocuments({ ...everything, identityPolicy: other }))) expect(step.unreliableKey).toBeUndefined()
  })
})
