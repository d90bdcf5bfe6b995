import { describe, expect, it } from 'vitest'
import { runDocuments } from '.'
import { account, allow, authorizations, checks, everything, policy, role, runTask, summary, traceOf, trust } from './testing/documents'

const other = '444455556666'
const mallory = `arn:aws:iam::${other}:user/mallory`
const createDataSource = {
  caller: `arn:aws:iam::${account}:user/aya`,
  action: 'appsync:CreateDataSource',
  region: 'us-east-1',
  parameters: { apiId: 'abc123', name: 'orders', type: 'AMAZON_DYNAMODB', serviceRoleArn: role('orders') },
  workload: { action: 'dynamodb:Query', resource: `arn:aws:dynamodb:us-east-1:${account}:table/orders` },
  confusedDeputy: { caller: mallory },
}
const asked = (more: object = {}) => JSON.stringify({ ...createDataSource, ...more })
const ofAccount = (id: string) => ({ StringEquals: { 'aws:SourceAccount': id } })
const documents = {
  request: asked(),
  identityPolicy: policy(allow('appsync:*'), allow('iam:PassRole', role('orders'))),
  trustPolicy: trust('appsync.amazonaws.com'),
  rolePolicy: policy(allow('dynamodb:Query')),
}
const keysAt = (run: ReturnType<typeof runDocuments>) =>
  authorizations(run).find(({ check }) => check === 'assume-role')?.evaluation?.request.contextKeys

describe('somebody else’s call', () => {
  it.each([
    { name: 'gets through where the trust policy asks for nobody', trustPolicy: trust('appsync.amazonaws.com'), outcome: 'allowed' },
    {
      name: 'is stopped where the trust policy asks for the owner’s account',
      trustPolicy: trust('appsync.amazonaws.com', ofAccount(account)),
      outcome: 'denied',
    },
    {
      name: 'gets through where the trust policy asks for the other account',
      trustPolicy: trust('appsync.amazonaws.com', ofAccount(other)),
      outcome: 'allowed',
      own: 'denied',
    },
    {
      name: 'is stopped where the trust policy asks for the owner’s resource',
      trustPolicy: trust('appsync.amazonaws.com', { ArnLike: { 'aws:SourceArn': `arn:aws:appsync:*:${account}:apis/*` } }),
      outcome: 'denied',
    },
    {
      name: 'is stopped, as the owner’s, by another principal',
      trustPolicy: trust('lambda.amazonaws.com'),
      outcome: 'denied',
      own: 'denied',
    },
  ])('$name', ({ trustPolicy, outcome, own = 'allowed' }) => {
    const run = runDocuments({ ...documents, trustPolicy })
    const stopped = outcome === 'denied'
    expect(summary(run)).toEqual({
      kind: 'ready',
      outcome,
      stoppedAt: stopped ? 'assume-role' : undefined,
      seenAt: stopped ? 'later' : undefined,
    })
    expect(checks(run)).toEqual(stopped ? ['assume-role:deny'] : ['assume-role:allow', 'role-permission:allow'])
    expect(traceOf(run).owner?.run.outcome).toBe(own)
  })

  it('comes with the other account and its resource, under the same principal', () => {
    const run = runDocuments(documents)
    const [step] = authorizations(run)
    expect(step?.evaluation?.request.principal).toBe('appsync.amazonaws.com')
    expect(keysAt(run)).toMatchObject({
      'aws:SourceAccount': other,
      'aws:SourceArn': `arn:aws:appsync:us-east-1:${other}:apis/abc123`,
    })
    const [own] = traceOf(run).owner?.assume ?? []
    expect(own?.evaluation?.request.contextKeys).toMatchObject({ 'aws:SourceAccount': account })
  })

  it('sends what serviceContextKeys says over that, and no organization of the owner’s', () => {
    const run = runDocuments({
      ...documents,
      request: asked({ organization: { id: 'o-1' }, serviceContextKeys: { 'aws:SourceAccount': '777777777777', 'aws:SourceArn': null } }),
    })
    expect(keysAt(run)).toMatchObject({ 'aws:SourceAccount': '777777777777' })
    expect(keysAt(run)).not.toHaveProperty('aws:SourceArn')
    expect(keysAt(run)).not.toHaveProperty('aws:SourceOrgID')
  })

  it('is stopped whether or not the key is sent; only the owner’s call hangs on that', () => {
    const run = runDocuments({ ...documents, trustPolicy: trust('appsync.amazonaws.com', ofAccount(account)) })
    expect(authorizations(run)[0]?.assumption).toBeUndefined()
    expect(traceOf(run).owner?.assume[0]).toMatchObject({ verdict: 'allow', assumption: 'key-sent', assumedKey: 'aws:SourceAccount' })
  })

  it('needs none of the owner’s permissions: they decide the owner’s own call only', () => {
    const run = runDocuments({ ...documents, identityPolicy: policy(allow('appsync:*')) })
    expect(summary(run).outcome).toBe('allowed')
    expect(traceOf(run).owner?.run.stoppedAt).toBe('pass-role')
    expect(traceOf(run).owner?.assume.map(({ verdict }) => verdict)).toEqual(['allow'])
  })

  it('reads no policy of the owner’s own, so that a broken one changes nothing', () => {
    const run = runDocuments({ ...documents, identityPolicy: '{' })
    expect(summary(run)).toMatchObject({ kind: 'ready', outcome: 'allowed' })
    expect(traceOf(run).owner?.run.outcome).toBeUndefined()
  })

  it('waits at a trust policy that cannot be read', () => {
    const run = runDocuments({ ...documents, trustPolicy: '{' })
    expect(run).toMatchObject({ kind: 'invalid', documentId: 'trustPolicy' })
    expect(traceOf(run).owner).toMatchObject({ assume: [] })
  })

  it('ends where the service itself shows the failure', () => {
    const request = JSON.stringify({ ...JSON.parse(runTask), confusedDeputy: { caller: mallory } })
    const run = runDocuments({ ...everything, request, trustPolicy: trust('ecs-tasks.amazonaws.com', ofAccount(account)) })
    expect(checks(run)).toEqual(['assume-role:deny'])
    expect(run.trace?.steps.at(-1)).toMatchObject({ kind: 'error', error: { place: 'call' } })
  })
})

describe('a member confusedDeputy that makes no sense', () => {
  const problemsOf = (more: object) => runDocuments({ ...documents, request: asked(more) })
  it.each([
    ['no object', { confusedDeputy: 'mallory' }, 'request-wrong-type'],
    ['nobody in it', { confusedDeputy: {} }, 'deputy-caller-missing'],
    ['no text', { confusedDeputy: { caller: 7 } }, 'request-wrong-type'],
    ['no ARN', { confusedDeputy: { caller: 'mallory' } }, 'caller-invalid'],
    ['a role, who calls nothing', { confusedDeputy: { caller: role('x', other) } }, 'caller-invalid'],
    ['the caller’s own account', { confusedDeputy: { caller: `arn:aws:iam::${account}:user/mallory` } }, 'deputy-caller-own-account'],
    [
      'the account of the role',
      { confusedDeputy: { caller: mallory }, parameters: { serviceRoleArn: role('orders', other) } },
      'deputy-caller-own-account',
    ],
  ])('is an error: %s', (_name, more, code) => {
    const run = problemsOf(more)
    expect(run).toMatchObject({ kind: 'invalid', documentId: 'request', trace: undefined })
    expect(run.problems.find(({ severity }) => severity === 'error')?.code).toBe(code)
  })

  it.each([
    ['a call without a role', { parameters: { apiId: 'abc123' } }, 'deputy-without-role', 'service-action:allow'],
    [
      'the direct call',
      { action: 'sts:AssumeRole', parameters: { RoleArn: role('orders'), RoleSessionName: 'aya' } },
      'deputy-without-role',
      'assume-role:deny',
    ],
    ['a service that is not known', { action: 'appsync:StartSomething' }, 'deputy-service-unknown', 'service-action:allow'],
  ])('is a warning, and the run is the caller’s: %s', (_name, more, code, first) => {
    const run = problemsOf(more)
    expect(run.problems.map((problem) => `${problem.severity} ${problem.code}`)).toContain(`warning ${code}`)
    expect(run.trace?.situation.otherCaller).toBeUndefined()
    expect(run.trace?.owner).toBeUndefined()
    expect(checks(run)[0]).toBe(first)
  })

  it('knows no other member', () => {
    const run = problemsOf({ confusedDeputy: { caller: mallory, role: 'x' } })
    expect(run.problems.map(({ code }) => code)).toContain('request-unknown-member')
    expect(summary(run).outcome).toBe('allowed')
  })
})
