import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '.'
import { account, allow, authorizations, deny, everything, policy, request, role, runTask, summary, trust } from './testing/documents'

const partner = '444455556666'
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

describe.each([
  ['who is limited by what', layers],
  ['which keys go with which check', keys],
  ['forward access sessions', forward],
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
