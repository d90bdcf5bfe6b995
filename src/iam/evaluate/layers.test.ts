import { describe, expect, it } from 'vitest'
import { A, allow, B, deny, endOf, grant, judge, type RequestSketch, session, user } from '../testing/policies'

const root = `arn:aws:iam::${A}:root`
const federated = `arn:aws:sts::${A}:federated-user/u`
const roleArn = `arn:aws:iam::${A}:role/r`
const other = allow({ Action: 'ec2:*' })
const inB = { resourceAccount: B }
const id = [allow()]
const rcpDeny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }
const everyone = grant('*')

type Row = readonly [name: string, sketch: RequestSketch, ends: string]
function walk(rows: readonly Row[]): void {
  it.each(rows)('%s', (_name, sketch, ends) => {
    expect(endOf(sketch)).toBe(ends)
  })
}

describe('grants by the resource’s policy, same account', () => {
  const none = 'implicit-deny identity-based'
  walk([
    ['the user, no identity policy', { rp: grant({ AWS: user }) }, 'allow resource-based'],
    ['the user, with a boundary', { rp: grant({ AWS: user }), pb: other }, 'allow resource-based'],
    ['the role, no identity policy', { caller: session, rp: grant({ AWS: roleArn }) }, 'allow resource-based'],
    ['the role, with a boundary', { caller: session, rp: grant({ AWS: roleArn }), pb: other }, 'implicit-deny permissions-boundary'],
    ['the role, with a session policy', { caller: session, rp: grant({ AWS: roleArn }), sp: other }, 'implicit-deny session'],
    ['the session, with both', { caller: session, rp: grant({ AWS: session }), pb: other, sp: other }, 'allow resource-based'],
    ['everyone, with both', { caller: session, rp: everyone, pb: other, sp: other }, 'allow resource-based'],
    ['the federated user', { caller: federated, rp: grant({ AWS: federated }), pb: other, sp: other }, 'allow resource-based'],
    [
      'the federated user’s user, boundary',
      { caller: federated, rp: grant({ AWS: user }), pb: other },
      'implicit-deny permissions-boundary',
    ],
    ['the federated user’s user, session policy', { caller: federated, rp: grant({ AWS: user }), sp: other }, 'implicit-deny session'],
    ['the federated user’s user alone', { caller: federated, rp: grant({ AWS: user }) }, 'allow resource-based'],
    ['the account, no identity policy', { rp: grant({ AWS: A }) }, none],
    ['the account, identity policy', { rp: grant({ AWS: A }), id }, 'allow resource-based'],
    ['the account, boundary', { rp: grant({ AWS: A }), id, pb: other }, 'implicit-deny permissions-boundary'],
    ['the account, session policy', { caller: session, rp: grant({ AWS: A }), id, sp: other }, 'implicit-deny session'],
    ['nobody here', { rp: grant({ AWS: B }) }, none],
    ['nobody here, identity policy', { rp: grant({ AWS: B }), id }, 'allow identity-based'],
    ['Allow with NotPrincipal', { rp: { ...allow(), NotPrincipal: { AWS: B } } }, 'allow resource-based'],
    ['Deny names the account', { id, rp: { ...grant({ AWS: A }), Effect: 'Deny' } }, 'explicit-deny resource-based'],
  ])
})

describe('identity side, same account', () => {
  walk([
    ['nothing', {}, 'implicit-deny identity-based'],
    ['Allow', { id }, 'allow identity-based'],
    ['Allow in one of two policies', { id: [other, allow()] }, 'allow identity-based'],
    ['boundary without it', { id, pb: other }, 'implicit-deny permissions-boundary'],
    ['boundary with it, no Allow', { pb: allow() }, 'implicit-deny identity-based'],
    ['boundary denies', { id, pb: [allow(), deny()] }, 'explicit-deny permissions-boundary'],
    ['session policy without it', { caller: session, id, sp: other }, 'implicit-deny session'],
    ['session policy denies', { caller: session, id, sp: [allow(), deny()] }, 'explicit-deny session'],
    ['both allow', { caller: session, id, pb: allow(), sp: allow() }, 'allow identity-based'],
    ['federated user without a session policy', { caller: federated, id }, 'implicit-deny identity-based'],
    ['federated user with one', { caller: federated, id, sp: allow() }, 'allow identity-based'],
  ])
})

describe('across accounts', () => {
  walk([
    ['identity alone', { ...inB, id }, 'implicit-deny resource-based'],
    ['resource alone', { ...inB, rp: grant({ AWS: user }) }, 'implicit-deny identity-based'],
    ['resource alone names everyone', { ...inB, rp: everyone }, 'implicit-deny identity-based'],
    ['both', { ...inB, id, rp: grant({ AWS: user }) }, 'allow resource-based'],
    ['both, the account', { ...inB, id, rp: grant({ AWS: A }) }, 'allow resource-based'],
    ['both, but a boundary', { ...inB, id, rp: grant({ AWS: user }), pb: other }, 'implicit-deny permissions-boundary'],
    [
      'the session itself does not spare the caller’s side',
      { ...inB, caller: session, rp: grant({ AWS: session }) },
      'implicit-deny identity-based',
    ],
    ['the session, session policy', { ...inB, caller: session, id, rp: grant({ AWS: session }), sp: other }, 'implicit-deny session'],
    [
      'the account is in the ARN',
      { action: 'sqs:SendMessage', resource: `arn:aws:sqs:us-east-1:${B}:q`, id },
      'implicit-deny resource-based',
    ],
    [
      'AWS’s own managed policies are everyone’s',
      { action: 'iam:GetPolicy', resource: 'arn:aws:iam::aws:policy/ReadOnlyAccess', id },
      'allow identity-based',
    ],
  ])
})

describe('service control policies', () => {
  const full = [allow()]
  walk([
    ['no levels', { id, scp: [] }, 'allow identity-based'],
    ['an empty level', { id, scp: [full, []] }, 'implicit-deny service-control'],
    ['every level allows', { id, scp: [full, full, full] }, 'allow identity-based'],
    ['one level allows something else', { id, scp: [full, [other]] }, 'implicit-deny service-control'],
    ['the policies of a level are alternatives', { id, scp: [full, [other, allow({ Action: 's3:*' })]] }, 'allow identity-based'],
    ['a Deny at any level', { id, scp: [full, [allow(), deny({ Action: 's3:*' })]] }, 'explicit-deny service-control'],
    ['grants nothing', { scp: [full] }, 'implicit-deny identity-based'],
    ['restricts root', { caller: root, scp: [[other]] }, 'implicit-deny service-control'],
    ['limits a direct grant', { rp: grant({ AWS: user }), scp: [[other]] }, 'implicit-deny service-control'],
    [
      'not a service',
      { caller: 'ecs.amazonaws.com', rp: grant({ Service: 'ecs.amazonaws.com' }), scp: [[deny()]] },
      'allow resource-based',
    ],
    ['not anonymous callers', { caller: 'anonymous', rp: everyone, scp: [[deny()]] }, 'allow resource-based'],
    [
      'not a service-linked role’s session',
      { caller: `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForECS/s`, id, scp: [[deny()]] },
      'allow identity-based',
    ],
    [
      'but a role that only has such a name',
      {
        caller: `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForECS/s`,
        keys: { 'aws:PrincipalArn': `arn:aws:iam::${A}:role/AWSServiceRoleForECS` },
        id,
        scp: [[deny()]],
      },
      'explicit-deny service-control',
    ],
  ])
})

describe('resource control policies', () => {
  walk([
    ['no Deny', { id, rcp: [[{ ...rcpDeny, Action: 's3:PutObject' }]] }, 'allow identity-based'],
    ['a Deny', { id, rcp: [[], [rcpDeny]] }, 'explicit-deny resource-control'],
    ['named before an SCP’s Deny', { id, rcp: [[rcpDeny]], scp: [[deny()]] }, 'explicit-deny resource-control'],
    [
      'reaches services',
      { caller: 'ecs.amazonaws.com', rp: grant({ Service: 'ecs.amazonaws.com' }), rcp: [[rcpDeny]] },
      'explicit-deny resource-control',
    ],
    ['reaches anonymous callers', { caller: 'anonymous', rp: everyone, rcp: [[rcpDeny]] }, 'explicit-deny resource-control'],
    [
      'not service-linked roles',
      { caller: `arn:aws:iam::${A}:role/aws-service-role/x/AWSServiceRoleForX`, id, rcp: [[rcpDeny]] },
      'allow identity-based',
    ],
    [
      'not other services’ requests',
      { action: 'iam:GetRole', resource: roleArn, id, rcp: [[{ ...rcpDeny, Action: '*' }]] },
      'allow identity-based',
    ],
  ])
})

describe('root, services, anonymous', () => {
  walk([
    ['root needs no policy', { caller: root }, 'allow identity-based'],
    ['root and a resource policy’s Deny', { caller: root, rp: { ...everyone, Effect: 'Deny' } }, 'explicit-deny resource-based'],
    ['root is not limited by a boundary', { caller: root, pb: other }, 'allow identity-based'],
    ['root across accounts', { caller: root, ...inB }, 'implicit-deny resource-based'],
    ['root across accounts, named', { caller: root, ...inB, rp: grant({ AWS: A }) }, 'allow resource-based'],
    ['a service, not named', { caller: 'ecs.amazonaws.com', id }, 'implicit-deny resource-based'],
    ['a service, named', { caller: 'ecs.amazonaws.com', rp: grant({ Service: 'ecs.amazonaws.com' }) }, 'allow resource-based'],
    [
      'a service, boundary and session mean nothing',
      { caller: 'ecs.amazonaws.com', rp: grant({ Service: 'ecs.amazonaws.com' }), pb: deny(), sp: deny() },
      'allow resource-based',
    ],
    ['anonymous, everyone', { caller: 'anonymous', rp: everyone }, 'allow resource-based'],
    ['anonymous, nobody', { caller: 'anonymous', id }, 'implicit-deny resource-based'],
    [
      'anonymous, Allow with NotPrincipal',
      { caller: 'anonymous', rp: { ...allow(), NotPrincipal: { AWS: user } } },
      'allow resource-based',
    ],
    [
      'anonymous has no aws:Principal keys',
      {
        caller: 'anonymous',
        keys: { 'aws:PrincipalOrgID': 'o-1' },
        rp: grant('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      },
      'implicit-deny resource-based',
    ],
  ])
})

describe('KMS key policies must allow', () => {
  const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${A}:key/k` }
  walk([
    ['identity alone', { ...key, id, rp: grant({ AWS: B }) }, 'implicit-deny resource-based'],
    ['the account and identity', { ...key, id, rp: grant({ AWS: A }) }, 'allow resource-based'],
    ['the user', { ...key, rp: grant({ AWS: user }) }, 'allow resource-based'],
    ['no key policy is known', { ...key, id }, 'allow identity-based'],
  ])
})

describe('the layers of an evaluation', () => {
  const layers = (sketch: RequestSketch) =>
    judge(sketch).layers.map((layer) => `${layer.policyType} ${layer.notApplicable ?? layer.result}`)

  it.each([
    ['a plain Allow', { id }, ['identity-based allow']],
    [
      'a direct grant',
      { rp: grant({ AWS: user }), pb: other },
      ['resource-based allow', 'identity-based not-needed', 'permissions-boundary not-needed'],
    ],
    ['nothing that allows', {}, ['identity-based implicit-deny']],
    [
      'limits that say yes',
      { caller: session, id, pb: allow(), sp: allow() },
      ['identity-based allow', 'permissions-boundary allow', 'session allow'],
    ],
    ['two levels', { id, scp: [[allow()], [other]] }, ['service-control allow', 'service-control implicit-deny', 'identity-based allow']],
    [
      'a service',
      { caller: 'ecs.amazonaws.com', scp: [[allow()]], rp: everyone },
      ['service-control service-principal', 'resource-based allow', 'identity-based service-principal'],
    ],
    ['root', { caller: root }, ['identity-based account-root']],
    ['root, denied', { caller: root, id: [deny()] }, ['identity-based explicit-deny']],
    [
      'anonymous',
      { caller: 'anonymous', scp: [[allow()]], rp: everyone },
      ['service-control anonymous', 'resource-based allow', 'identity-based anonymous'],
    ],
    ['a service without SCPs', { caller: 'ecs.amazonaws.com', rp: everyone }, ['resource-based allow', 'identity-based service-principal']],
    [
      'a federated identity',
      {
        caller: `arn:aws:iam::${A}:saml-provider/X`,
        action: 'sts:AssumeRoleWithSAML',
        resource: roleArn,
        id,
        pb: deny(),
        sp: deny(),
        scp: [[deny()]],
        trust: grant({ Federated: `arn:aws:iam::${A}:saml-provider/X` }, { Action: 'sts:*', Resource: undefined }),
      },
      ['service-control service-principal', 'trust allow', 'identity-based service-principal'],
    ],
    [
      'a service-linked role',
      { caller: `arn:aws:sts::${A}:assumed-role/AWSServiceRoleForECS/s`, id, scp: [[deny()]], rcp: [[rcpDeny]] },
      ['service-control service-linked-role', 'identity-based allow'],
    ],
    ['RCP levels', { id, rcp: [[], [rcpDeny]] }, ['resource-control allow', 'resource-control explicit-deny', 'identity-based allow']],
    [
      'limits that say no',
      { caller: session, id, pb: other, sp: [allow(), deny()] },
      ['identity-based allow', 'permissions-boundary implicit-deny', 'session explicit-deny'],
    ],
    ['an SCP that denies', { id, scp: [[allow(), deny()]] }, ['service-control explicit-deny', 'identity-based allow']],
    ['no trust policy', { action: 'sts:AssumeRole', resource: roleArn, id }, ['trust implicit-deny', 'identity-based allow']],
    ['GetCallerIdentity', { action: 'sts:GetCallerIdentity', resource: '*' }, ['identity-based always-allowed']],
  ] as const)('%s', (_name, sketch, expected) => {
    expect(layers(sketch)).toEqual(expected)
  })

  it('what was not needed has no result of its own', () => {
    const { layers: spared } = judge({ rp: grant({ AWS: user }), pb: other })
    expect(spared.map(({ result }) => result)).toEqual(['allow', 'not-applicable', 'not-applicable'])
  })

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::b/k'],
    ['sts:GetFederationToken', `arn:aws:sts::${A}:federated-user/x`],
    ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${A}:q`],
    ['kms:Decrypt', `arn:aws:kms:us-east-1:${A}:key/k`],
    ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${A}:secret:x`],
    ['ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${A}:repository/r`],
    ['aoss:APIAccessAll', `arn:aws:aoss:us-east-1:${A}:collection/c`],
    ['cognito-idp:AdminGetUser', `arn:aws:cognito-idp:us-east-1:${A}:userpool/p`],
    ['cognito-identity:DescribeIdentityPool', `arn:aws:cognito-identity:us-east-1:${A}:identitypool/p`],
    ['logs:GetLogEvents', `arn:aws:logs:us-east-1:${A}:log-group:g`],
  ])('an RCP reaches %s', (action, resource) => {
    expect(endOf({ action, resource, id, rcp: [[{ ...rcpDeny, Action: '*' }]] })).toBe('explicit-deny resource-control')
  })

  it.each([
    ['arn:aws:s3:::b/k', 'allow identity-based'],
    ['arn:aws:iam::aws:policy/X', 'allow identity-based'],
    ['arn:aws:iam::*:role/x', 'allow identity-based'],
    [`arn:aws:sqs:us-east-1:${B}:q`, 'implicit-deny resource-based'],
  ])('the owner of %s', (resource, ends) => {
    expect(endOf({ action: 'x:Y', resource, id })).toBe(ends)
  })

  it.each([
    [`arn:aws:iam::${A}:role/aws-service-role/x/AWSServiceRoleForX`, {}, true],
    [`arn:aws:iam::${A}:role/AWSServiceRoleForX`, {}, false],
    [session, { 'aws:PrincipalArn': `arn:aws:iam::${A}:role/aws-service-role/x/AWSServiceRoleForX` }, true],
    [session, {}, false],
    [`arn:aws:sts::${A}:assumed-role/AWSServiceRoleForX/s`, { 'aws:PrincipalArn': user }, true],
    [`arn:aws:sts::${A}:assumed-role/xAWSServiceRoleForX/s`, {}, false],
    [`arn:aws:iam::${A}:user/AWSServiceRoleForX`, {}, false],
  ] as const)('service-linked: %s %j %j', (caller, keys, linked) => {
    expect(endOf({ caller, keys, id, scp: [[deny()]] })).toBe(linked ? 'allow identity-based' : 'explicit-deny service-control')
  })

  it('the first of two Denies and the strongest of several Allows is the one that decides', () => {
    const sid = (sketch: RequestSketch) => judge(sketch).verdict.statement?.statement.sid?.value
    expect(sid({ id: [[deny({ Sid: 'A' }), deny({ Sid: 'B' })]] })).toBe('A')
    expect(sid({ rp: [grant({ AWS: A }, { Sid: 'A' }), grant({ AWS: user }, { Sid: 'B' }), grant('*', { Sid: 'C' })] })).toBe('B')
    expect(sid({ id: [[allow({ Sid: 'A' }), allow({ Sid: 'B' })]] })).toBe('A')
    expect(sid({ action: 'sts:GetCallerIdentity', resource: '*', id: [[allow({ Sid: 'A' })]] })).toBe(undefined)
  })

  it('only GetCallerIdentity of STS is always allowed', () => {
    expect(endOf({ action: 'sts:GetSessionToken', resource: '*' })).toBe('implicit-deny identity-based')
    expect(endOf({ action: 'iam:GetCallerIdentity', resource: '*' })).toBe('implicit-deny identity-based')
    expect(endOf({ action: 'iam:AssumeRole', resource: roleArn, id })).toBe('allow identity-based')
    expect(endOf({ action: 'iam:SetSourceIdentity', caller: session, resource: roleArn, rp: everyone })).toBe('allow resource-based')
  })

  it('a statement that leaves the Resource out speaks of the resource that it belongs to', () => {
    expect(endOf({ rp: { Effect: 'Allow', Principal: '*', Action: 's3:*' } })).toBe('allow resource-based')
  })

  it('every layer can be written as JSON, with its statements', () => {
    const [layer] = JSON.parse(JSON.stringify(judge({ id, scp: [[allow()], [other]] }).layers)) as unknown[]
    expect(layer).toMatchObject({ policyType: 'service-control', level: 0, result: 'allow', statements: [{ matched: true }] })
    const evaluation = judge({ id: [[other, allow()]] })
    expect(evaluation.layers[0]?.statements.map((entry) => entry.matched)).toEqual([false, true])
    expect(evaluation.layers[0]?.statements).toBe(evaluation.layers[0]?.statements)
    expect(evaluation.verdict.statement).toBe(evaluation.verdict.statement)
  })

  it('names the level that failed', () => {
    expect(judge({ id, scp: [[allow()], [other]] }).verdict.level).toBe(1)
  })
})
