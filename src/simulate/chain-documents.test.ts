import { describe, expect, it } from 'vitest'
import { chainedDocuments, type Documents, runDocuments } from '.'
import { account, allow, policy, request, role, traceOf } from './testing/documents'

const partner = '444455556666'
const user = `arn:aws:iam::${account}:user/aya`
const workload = { action: 's3:PutObject', resource: 'arn:aws:s3:::releases/app.zip' }
const trusting = (principal: string, action: string | string[] = 'sts:AssumeRole') =>
  policy({ Effect: 'Allow', Principal: { AWS: principal }, Action: action })
const take = (parameters: object = {}, more: object = {}) =>
  request({
    action: 'sts:AssumeRole',
    parameters: { RoleArn: role('deploy'), RoleSessionName: 'release', ...parameters },
    workload,
    ...more,
  })
const own = policy(allow('s3:*'))
const allowed: Documents = { request: take(), identityPolicy: '[]', trustPolicy: trusting(user), rolePolicy: own }

function chained(documents: Documents): { readonly documents: Documents; readonly request: Record<string, unknown> } {
  const next = chainedDocuments(documents, traceOf(runDocuments(documents)))
  if (!next) throw new Error('this call was not allowed')
  return { documents: next, request: JSON.parse(next.request ?? '') }
}

describe('the next link of a role chain', () => {
  it('the session is the caller, its role’s policy is its authority, and the run is allowed at once', () => {
    const { documents, request: asked } = chained(allowed)
    expect(asked).toMatchObject({
      caller: `arn:aws:sts::${account}:assumed-role/deploy/release`,
      action: 'sts:AssumeRole',
      region: 'ap-northeast-1',
      parameters: { RoleArn: role('next'), RoleSessionName: 'release' },
      workload,
    })
    expect(asked).not.toHaveProperty('callerRoleArn')
    expect(documents.identityPolicy).toBe(own)
    expect(traceOf(runDocuments(documents))).toMatchObject({ outcome: 'allowed', situation: { caller: { roleArn: role('deploy') } } })
  })

  it('a further link has a role of another name', () => {
    const { documents } = chained(chained(allowed).documents)
    expect(JSON.parse(documents.request ?? '').parameters.RoleArn).toBe(role('next-2'))
  })

  it('a role with a path is told in callerRoleArn, and trusted with it', () => {
    const arn = role('ops/deploy')
    const { documents, request: asked } = chained({ ...allowed, request: take({ RoleArn: arn }) })
    expect(asked).toMatchObject({ caller: `arn:aws:sts::${account}:assumed-role/deploy/release`, callerRoleArn: arn })
    expect(traceOf(runDocuments(documents)).outcome).toBe('allowed')
  })

  const left: readonly { name: string; parameters: object; gone: readonly string[] }[] = [
    {
      name: 'MFA',
      parameters: { SerialNumber: `arn:aws:iam::${account}:mfa/aya`, TokenCode: '123456' },
      gone: ['SerialNumber', 'TokenCode'],
    },
    { name: 'the external id', parameters: { ExternalId: 'x' }, gone: ['ExternalId'] },
    { name: 'the session policy', parameters: { Policy: policy(allow('s3:*')) }, gone: ['Policy'] },
  ]
  it.each(left)('$name of the first call is not asked for again', ({ parameters, gone }) => {
    const { request: asked } = chained({ ...allowed, request: take(parameters) })
    for (const member of gone) expect(asked.parameters).not.toHaveProperty(member)
  })

  it('keys about the caller go, others stay, and the session’s tags are its principal tags', () => {
    const contextKeys = { 'aws:MultiFactorAuthPresent': 'true', 'aws:PrincipalTag/team': 'red', 'aws:SourceIp': '203.0.113.7' }
    const { request: asked } = chained({
      ...allowed,
      request: take({ Tags: [{ Key: 'job', Value: 'build' }] }, { contextKeys }),
      trustPolicy: trusting(user, ['sts:AssumeRole', 'sts:TagSession']),
    })
    expect(asked.contextKeys).toEqual({ 'aws:SourceIp': '203.0.113.7', 'aws:PrincipalTag/job': 'build' })
  })

  it('a source identity goes on and is trusted again, but the role’s own policy has to allow it too', () => {
    const both = trusting(user, ['sts:AssumeRole', 'sts:SetSourceIdentity'])
    const { documents } = chained({ ...allowed, request: take({ SourceIdentity: 'aya' }), trustPolicy: both })
    expect(traceOf(runDocuments(documents))).toMatchObject({ outcome: 'denied', stoppedAt: 'assume-role' })
    const may = policy(allow('s3:*'), allow('sts:SetSourceIdentity'), allow('sts:AssumeRole'))
    expect(traceOf(runDocuments({ ...documents, identityPolicy: may })).outcome).toBe('allowed')
  })

  it('a session policy in the call becomes the caller’s; what limited the person does not go with the session', () => {
    const limit = policy(allow('s3:*'))
    const { documents } = chained({ ...allowed, request: take({ Policy: limit }), permissionsBoundary: policy(allow('*')) })
    expect(documents.sessionPolicy).toBe(limit)
    expect(documents.permissionsBoundary).toBeUndefined()
  })

  it('SCPs go with a session of their account only', () => {
    const scps = policy(allow('*'))
    expect(chained({ ...allowed, serviceControlPolicies: scps }).documents.serviceControlPolicies).toBe(scps)
    const abroad = { ...allowed, request: take({ RoleArn: role('deploy', partner) }), identityPolicy: policy(allow('sts:*')) }
    const { documents, request: asked } = chained({ ...abroad, serviceControlPolicies: scps })
    expect(documents.serviceControlPolicies).toBeUndefined()
    expect(asked.parameters).toMatchObject({ RoleArn: role('next', partner) })
  })

  it('a role that is described among the further roles brings its own policy', () => {
    const entry = { trustPolicy: JSON.parse(trusting(user)), rolePolicy: JSON.parse(policy(allow('s3:PutObject'))) }
    const { documents } = chained({ ...allowed, rolePolicy: '[]', roles: JSON.stringify({ [role('deploy')]: entry }) })
    expect(JSON.parse(documents.identityPolicy ?? '')).toEqual(entry.rolePolicy)
  })

  it.each([
    ['was denied', { ...allowed, trustPolicy: trusting(role('other')) }],
    ['may not do what it is for', { ...allowed, rolePolicy: '[]' }],
  ])('there is none after a call that %s', (_, documents) => {
    expect(chainedDocuments(documents, traceOf(runDocuments(documents)))).toBeUndefined()
  })
})

describe('what STS says of a length that a session may not have', () => {
  const session = `arn:aws:sts::${account}:assumed-role/dev/aya`
  it.each([
    [899, user, /at 'durationSeconds' .* greater than or equal to 900$/],
    [43_201, user, /at 'durationSeconds' .* less than or equal to 43200$/],
    [7201, user, /exceeds the MaxSessionDuration set for this role/],
    [3601, session, /exceeds the 1 hour session limit for roles assumed by role chaining$/],
  ])('%d seconds', (DurationSeconds, caller, says) => {
    const text = take({ DurationSeconds }, { caller, resolved: { maxSessionDuration: 7200 } })
    const error = traceOf(runDocuments({ ...allowed, request: text })).steps.at(-1)
    expect(error?.kind === 'error' && error.error.message).toMatch(says)
  })
})
