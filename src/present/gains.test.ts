import { describe, expect, it } from 'vitest'
import { authorityOf, type Documents, runDocuments } from '../simulate'
import { actionList, type Gains, gainsOf, narrowPassRole } from '.'
import { escalationPaths } from './escalation-paths'

const account = '111122223333'
const roleArn = `arn:aws:iam::${account}:role/ops-admin`
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const allow = (action: string | readonly string[], resource: string | readonly string[] = '*', condition?: object) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition ? { Condition: condition } : {}),
})
const deny = (action: string, resource = '*') => ({ ...allow(action, resource), Effect: 'Deny' })
const trust = (service: string) => policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' })

const createFunction = JSON.stringify({
  caller: `arn:aws:iam::${account}:user/aya`,
  action: 'lambda:CreateFunction',
  region: 'eu-west-1',
  parameters: { FunctionName: 'helper', Role: roleArn },
})

const base = {
  request: createFunction,
  identityPolicy: policy(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']), allow('iam:PassRole')),
  trustPolicy: trust('lambda.amazonaws.com'),
} satisfies Documents

function gains(documents: Documents): Gains {
  const { trace } = runDocuments(documents)
  const [role] = trace?.situation.roles ?? []
  const authority = trace && role && authorityOf(documents, trace.situation, role, undefined)
  if (!authority) throw new Error('the documents of this test cannot be read')
  return gainsOf(authority)
}

const bucket = 'arn:aws:s3:::app-data/*'

describe('who gains what', () => {
  it.each([
    ['an action that the caller has not', allow('s3:GetObject', bucket), [], 'no', true, false],
    ['one that both have', allow('s3:GetObject', bucket), [allow('s3:GetObject', bucket)], 'yes', false, false],
    ['one that the caller has on everything', allow('s3:GetObject', bucket), [allow('s3:*')], 'yes', false, false],
    [
      'one that the caller has on one object',
      allow('s3:GetObject', bucket),
      [allow('s3:GetObject', 'arn:aws:s3:::app-data/a')],
      'some',
      true,
      false,
    ],
    ['one that is denied to the caller', allow('s3:GetObject', bucket), [allow('*'), deny('s3:GetObject')], 'no', true, false],
    [
      'one that is denied to the caller on one object',
      allow('s3:GetObject', bucket),
      [allow('*'), deny('s3:GetObject', 'arn:aws:s3:::app-data/a')],
      'some',
      true,
      false,
    ],
    [
      'one that the caller has on a condition',
      allow('s3:GetObject', bucket),
      [allow('s3:GetObject', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })],
      'condition',
      true,
      false,
    ],
    ['every action of a service', allow('s3:*'), [], 'no', true, true],
    ['every action of a service, of which the caller has one', allow('s3:*'), [allow('s3:GetObject')], 'some', true, true],
    ['every action of a service, which the caller has too', allow('s3:*'), [allow('s3:*')], 'yes', false, true],
    ['everything, which an administrator has too', allow('*'), [allow('*')], 'yes', false, true],
    ['everything, but for one action that is denied to the caller', allow('*'), [allow('*'), deny('iam:CreateUser')], 'some', true, true],
    ['everything but one action', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, [], 'no', true, true],
  ] as const)('%s', (_, own, more, caller, gained, atLeast) => {
    const identityPolicy = policy(allow(['lambda:CreateFunction']), allow('iam:PassRole'), ...more)
    const found = gains({ ...base, identityPolicy, rolePolicy: policy(own) })
    expect(found.rows).toMatchObject([{ caller, gained, atLeast }])
    expect(found.gained).toBe(gained)
  })

  it('leaves out what the role’s own Deny takes away again, and looks at the caller’s boundary', () => {
    expect(gains({ ...base, rolePolicy: policy(allow('s3:GetObject'), deny('s3:GetObject')) }).rows).toEqual([])
    const bounded = { identityPolicy: policy(allow('*')), permissionsBoundary: policy(allow(['lambda:*', 'iam:PassRole'])) }
    expect(gains({ ...base, ...bounded, rolePolicy: policy(allow('s3:GetObject')) }).rows).toMatchObject([{ caller: 'no', gained: true }])
  })

  it('says actions of one service and one answer together', () => {
    const { rows } = gains({ ...base, rolePolicy: policy(allow(['iam:CreateAccessKey', 'iam:AttachUserPolicy', 'kms:Decrypt'])) })
    expect(rows.map((row) => actionList(row.actions))).toEqual(['iam:CreateAccessKey, AttachUserPolicy', 'kms:Decrypt'])
  })

  it('stays quick with a hostile policy', () => {
    const stars = Array.from({ length: 300 }, (_, index) => `s3:${'*a'.repeat(200)}${index}`)
    const started = performance.now()
    gains({
      ...base,
      identityPolicy: policy(allow(stars), allow('iam:PassRole')),
      rolePolicy: policy(
        allow(
          stars,
          stars.map((star) => `arn:aws:${star}`),
        ),
      ),
    })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('known escalations', () => {
  const admin = policy(allow('*'))
  const found = (documents: Documents) => gains({ rolePolicy: policy(allow('iam:*')), ...documents }).paths

  it.each([
    ['formed', base.identityPolicy, 'lambda.amazonaws.com', ['lambda-001'], true],
    [
      'one short: no one to invoke it',
      policy(allow('lambda:CreateFunction'), allow('iam:PassRole')),
      'lambda.amazonaws.com',
      ['lambda-001', 'lambda-002', 'lambda-006'],
      false,
    ],
    [
      'one short: it may be passed to another service only',
      policy(
        allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
        allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } }),
      ),
      'lambda.amazonaws.com',
      ['lambda-001'],
      false,
    ],
    [
      'one short: another role only',
      policy(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']), allow('iam:PassRole', `arn:aws:iam::${account}:role/app-*`)),
      'lambda.amazonaws.com',
      ['lambda-001'],
      false,
    ],
    [
      'of another service, which the role trusts in place of this: one short',
      base.identityPolicy,
      'glue.amazonaws.com',
      ['glue-001'],
      false,
    ],
    [
      'formed on one resource',
      policy(allow('ec2:RunInstances', 'arn:aws:ec2:*:*:*/*'), allow('iam:PassRole')),
      'ec2.amazonaws.com',
      ['ec2-001'],
      true,
    ],
  ] as const)('%s', (_, identityPolicy, service, ids, complete) => {
    const paths = found({ ...base, identityPolicy, trustPolicy: trust(service) })
    expect(paths.map(({ path }) => path.id)).toEqual(ids)
    for (const path of paths) expect(path.complete).toBe(complete)
  })

  it.each(escalationPaths)('$id is formed by all its ingredients, and not without any one of them', ({ id, principal, actions }) => {
    const ingredients = ['iam:PassRole', ...actions]
    const at = (given: readonly string[]) =>
      found({ ...base, identityPolicy: policy(allow(given)), trustPolicy: trust(principal) }).filter((path) => path.complete)
    const formed = at(ingredients)
    const covered = formed.flatMap(({ path }) => path.actions)
    // A shorter path inside it may stand for it.
    expect(formed.some(({ path }) => path.id === id) || covered.every((action) => actions.includes(action))).toBe(true)
    expect(formed.length).toBeGreaterThan(0)
    for (const missing of ingredients)
      expect(at(ingredients.filter((action) => action !== missing)).map(({ path }) => path.id)).not.toContain(id)
  })

  it('are no escalation for whoever could do all of it already', () => {
    expect(found({ ...base, identityPolicy: admin })).toEqual([])
  })
})

describe('narrowing', () => {
  const service = 'lambda.amazonaws.com'
  const narrow = (text: string) => narrowPassRole(text, [roleArn], service)
  const runs = (identityPolicy: string) => runDocuments({ ...base, identityPolicy }).trace?.outcome
  const pass = (resource: string | readonly string[], condition?: object) => allow('iam:PassRole', resource, condition)
  const call = allow(['lambda:CreateFunction', 'lambda:InvokeFunction'])

  it.each([
    ['any role: this one', policy(call, pass('*')), 'resource'],
    ['a pattern of roles: this one', policy(call, pass([`arn:aws:iam::${account}:role/ops-*`, 'arn:aws:iam::*:role/x'])), 'resource'],
    ['this role to any service: to this one', policy(call, pass(roleArn)), 'condition'],
    ['beside another condition', policy(call, pass(roleArn, { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })), 'condition'],
    ['beside a condition of another operator', policy(call, pass(roleArn, { Bool: { 'aws:SecureTransport': 'true' } })), 'condition'],
    ['among other actions: a statement of its own', policy(allow(['lambda:*', 'iam:PassRole'])), 'resource'],
    ['laid out on one line', JSON.stringify(JSON.parse(policy(call, pass(roleArn)))), 'condition'],
  ] as const)('%s', (_, text, kind) => {
    const found = narrow(text)
    expect(found?.kind).toBe(kind)
    expect(runs(found?.text ?? '')).toBe('allowed')
    // Step by step it comes to an end, and what is left passes this role to this service and nothing else.
    let last = text
    for (let next = narrow(last); next; next = narrow(last)) last = next.text
    expect(runs(last)).toBe('allowed')
    const other = (role: string, to: string) =>
      runDocuments({
        ...base,
        identityPolicy: last,
        request: JSON.stringify(
          to === service
            ? { ...JSON.parse(createFunction), parameters: { Role: role } }
            : {
                caller: `arn:aws:iam::${account}:user/aya`,
                action: 'ecs:RunTask',
                parameters: { overrides: { taskRoleArn: role } },
                resolved: { taskDefinition: {} },
              },
        ),
      }).trace?.outcome
    expect(other(`arn:aws:iam::${account}:role/other`, service)).toBe('denied')
    expect(other(roleArn, 'ecs')).toBe('denied')
  })

  it.each([
    ['what is as narrow as it can be', policy(call, pass(roleArn, { StringEquals: { 'iam:PassedToService': service } }))],
    ['what only a star covers', policy(allow('*'))],
    ['a statement about other roles', policy(pass(`arn:aws:iam::${account}:role/other`))],
    ['shared conditions', policy(allow(['lambda:*', 'iam:PassRole'], '*', { Bool: { 'aws:SecureTransport': 'true' } }))],
    ['a Deny', policy({ ...pass('*'), Effect: 'Deny' })],
    ['a text that is no policy', '{'],
  ])('leaves alone %s', (_, text) => expect(narrow(text)).toBeUndefined())
})
