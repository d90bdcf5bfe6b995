import { expect, it } from 'vitest'
import { runDocuments } from '../run-documents'
import type { Documents } from '../trace'

const role = 'arn:aws:iam::111122223333:role/app'
const policy = (statement: string) => `{"Version":"2012-10-17","Statement":${statement}}`
const allow = (rest: string) => policy(`{"Effect":"Allow",${rest}}`)
const pass = (rest: string) => allow(`"Action":"iam:PassRole",${rest}`)
const trust = (principal: string, condition = '{}') => allow(`"Principal":${principal},"Action":"sts:AssumeRole","Condition":${condition}`)
const trustWhen = (principal: string, condition: string) => trust(principal, `{${condition}}`)
const on = (resource: string) => allow(`"Action":"s3:GetObject","Resource":"${resource}"`)
const aws = '{"AWS":"111122223333"}'
const service = '{"Service":"ecs-tasks.amazonaws.com"}'
const user = 'arn:aws:iam::111122223333:user/aya'
const session = 'arn:aws:sts::111122223333:assumed-role/dev/aya'
const run = JSON.stringify({ caller: user, action: 'ecs:RunTask', parameters: { overrides: { taskRoleArn: role } } })
const take = (caller = user, parameters = {}) =>
  JSON.stringify({ caller, action: 'sts:AssumeRole', parameters: { RoleArn: role, RoleSessionName: 'aya', ...parameters } })
const passTo = (value: string, resource = role) =>
  pass(`"Resource":"${resource}","Condition":{"StringEquals":{"iam:PassedToService":"${value}"}}`)
const runTask = allow('"Action":"ecs:RunTask","Resource":"*"')

/** What only somebody can say who sees the whole hand-over, in the order of our reference. */
const scene: readonly (readonly [check: string, code: string, documents: Documents])[] = [
  [
    '1 a service that no trust policy names',
    'passed-to-untrusted',
    { request: run, identityPolicy: passTo('lambda.amazonaws.com'), trustPolicy: trust(service) },
  ],
  ['1 a text that is no service', 'passed-to-no-service', { identityPolicy: passTo('ecs-tasks') }],
  ['1 ecs for ecs-tasks, passed', 'passed-to-sibling', { request: run, identityPolicy: passTo('ecs.amazonaws.com') }],
  ['1 ecs for ecs-tasks, trusted', 'trust-sibling-service', { request: run, trustPolicy: trust('{"Service":"ecs.amazonaws.com"}') }],
  ['1 Lambda@Edge needs two', 'edge-needs-two', { trustPolicy: trust('{"Service":"edgelambda.amazonaws.com"}') }],
  [
    '2 tags of the role',
    'pass-role-tags',
    { identityPolicy: pass(`"Resource":"${role}","Condition":{"StringEquals":{"aws:ResourceTag/team":"a"}}`) },
  ],
  [
    '3 a role of another account',
    'pass-role-other-account',
    { request: run, identityPolicy: passTo('ecs-tasks.amazonaws.com', role.replace('1111', '9999')) },
  ],
  [
    '3 an instance profile',
    'pass-role-not-a-role',
    { identityPolicy: passTo('ec2.amazonaws.com', role.replace('role/', 'instance-profile/')) },
  ],
  [
    '3 a role without its path',
    'pass-role-path',
    { request: run.replace('role/app', 'role/team/app'), identityPolicy: passTo('ecs-tasks.amazonaws.com') },
  ],
  [
    '4 another key',
    'pass-role-other-key',
    { identityPolicy: pass(`"Resource":"${role}","Condition":{"StringEquals":{"ecs:cluster":"a"}}`) },
  ],
  ['5 iam:PassRole without a call', 'pass-role-without-call', { request: take(), identityPolicy: passTo('ecs-tasks.amazonaws.com') }],
  ['5 a call without iam:PassRole', 'call-without-pass-role', { request: run, identityPolicy: runTask }],
  [
    '6 tags without the action',
    'assume-lacks-action',
    { request: take(user, { Tags: [{ Key: 'a', Value: 'b' }] }), trustPolicy: trust(aws) },
  ],
  [
    '6 a source identity without the action',
    'assume-lacks-action',
    { request: take(user, { SourceIdentity: 'aya' }), trustPolicy: trust(aws) },
  ],
  ['7 the whole account', 'trust-whole-account', { request: take(), trustPolicy: trust(aws) }],
  ['7 a deleted role', 'principal-deleted', { trustPolicy: trust('{"AWS":"AROA1234567890EXAMPLE"}') }],
  [
    '7 a role that takes itself on',
    'role-trusts-not-itself',
    { request: take(session.replace('/dev/', '/app/')), trustPolicy: trust(`{"AWS":"${user}"}`) },
  ],
  ['7 a long chain', 'chain-too-long', { request: take(session, { DurationSeconds: 7200 }) }],
  ['8 an external id of a service', 'external-id-of-service', { trustPolicy: trustWhen(service, '"StringEquals":{"sts:ExternalId":"a"}') }],
  [
    '8 an external id of the own account',
    'external-id-same-account',
    { request: take(), trustPolicy: trustWhen(aws, '"StringEquals":{"sts:ExternalId":"a"}') },
  ],
  ['9 MFA of a service', 'mfa-of-service', { trustPolicy: trustWhen(service, '"Bool":{"aws:MultiFactorAuthPresent":"true"}') }],
  [
    '9 MFA of a chain',
    'mfa-of-chain',
    { request: take(session), trustPolicy: trustWhen(aws, '"Bool":{"aws:MultiFactorAuthPresent":"true"}') },
  ],
  [
    '10 a level without an Allow',
    'scp-level-allows-nothing',
    { serviceControlPolicies: policy('{"Effect":"Deny","Action":"s3:*","Resource":"*"}') },
  ],
  ['10 a boundary without iam:PassRole', 'boundary-lacks-action', { request: run, permissionsBoundary: runTask }],
  [
    '10 a boundary without sts:AssumeRole',
    'boundary-lacks-action',
    { request: take(), trustPolicy: trust(aws), permissionsBoundary: runTask },
  ],
  [
    '10 a boundary with Deny only',
    'boundary-allows-nothing',
    { permissionsBoundary: policy('{"Effect":"Deny","Action":"*","Resource":"*"}') },
  ],
  [
    '11 NotPrincipal and a boundary',
    'not-principal-and-boundary',
    {
      request: take(),
      permissionsBoundary: runTask,
      trustPolicy: policy(`{"Effect":"Deny","NotPrincipal":${aws},"Action":"sts:AssumeRole"}`),
    },
  ],
  ['12 a policy near its quota', 'policy-near-limit', { identityPolicy: on(`arn:aws:s3:::${'a'.repeat(5600)}`) }],
]

/** Each check of this list has a policy that has it found; where each must be silent is tested with its family. */
it.each(scene)('%s: %s', (_check, code, documents) => {
  expect(runDocuments(documents).problems.map((problem) => problem.code)).toContain(code)
})
