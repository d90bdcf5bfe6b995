import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../../catalog'
import { documentIds } from '../document-ids'
import { parseServiceRequest } from '../parse-service-request'
import { readPolicyDocuments } from '../policy-documents'
import { account, allow, deny, policy, request, role, runTask, trust } from '../testing/documents'
import { findingsOf, session, trusting, when } from '../testing/scene-findings'
import type { Documents } from '../trace'
import { lintScene } from './lint-scene'
import { type SceneLintCode, sceneLintCodes } from './scene-lint-codes'

const foreign = '444455556666'
const user = `arn:aws:iam::${account}:user/aya`
const root = `arn:aws:iam::${account}:root`
const roles = [role('app'), role('team/app'), role('dev'), role('app', foreign)]
const services = ['ecs-tasks', 'ecs', 'lambda', 'edgelambda', 'rds', 'monitoring.rds', 'eks', 'ec2'].map((name) => `${name}.amazonaws.com`)

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const some = <T>(value: fc.Arbitrary<T>, maxLength = 3) => fc.array(value, { maxLength })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const calls = fc
  .record({
    caller: oneOf(user, user, root, session('dev'), session('app'), session('app', foreign)),
    role: oneOf(...roles),
    parameters: oneOf({}, { Tags: [{ Key: 'a', Value: 'b' }] }, { SourceIdentity: 'aya' }, { DurationSeconds: 7200 }, { ExternalId: 'x' }),
    kind: oneOf('run', 'function', 'node', 'database', 'take', 'take', 'plain'),
    organization: oneOf({}, { organization: { managementAccount: account } }),
  })
  .map(({ caller, role: named, parameters, kind, organization }) => {
    const content = {
      run: { action: 'ecs:RunTask', parameters: { overrides: { taskRoleArn: named } }, resolved: { taskDefinition: {} } },
      function: { action: 'lambda:CreateFunction', parameters: { FunctionName: 'f', Role: named } },
      node: { action: 'eks:CreateNodegroup', parameters: { clusterName: 'c', nodegroupName: 'n', nodeRole: named } },
      database: { action: 'rds:CreateDBInstance', parameters: { DBInstanceIdentifier: 'd', MonitoringRoleArn: named } },
      take: { action: 'sts:AssumeRole', parameters: { RoleArn: named, RoleSessionName: 'aya', ...parameters } },
      plain: { action: 's3:GetObject', parameters: {} },
    }[kind]
    return request({ caller, ...content, ...organization })
  })

const passed = fc
  .record({ resource: oneOf('*', ...roles, role('*')), service: maybe(oneOf(...services)), operator: oneOf('StringEquals', 'StringLike') })
  .map(({ resource, service, operator }) =>
    allow('iam:PassRole', resource, service === undefined ? undefined : when(operator, 'iam:PassedToService', service)),
  )
const actions = oneOf('ecs:RunTask', 'lambda:*', 'eks:CreateNodegroup', 'rds:*', 'sts:AssumeRole', 'sts:*', 'sts:TagSession', 'iam:*', '*')
const ownStatement: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: passed },
  { weight: 4, arbitrary: actions.map((action) => allow(action)) },
  oneOf<object>(deny('iam:PassRole', role('dev')), { Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
)
const conditions = oneOf(
  undefined,
  undefined,
  when('Bool', 'aws:MultiFactorAuthPresent', 'true'),
  when('StringEquals', 'sts:ExternalId', 'x'),
)
const trustStatement = fc
  .record({
    principal: fc.oneof(
      oneOf(...services).map((Service) => ({ Service })),
      oneOf(user, root, foreign, session('dev'), ...roles).map((AWS) => ({ AWS })),
      oneOf('*'),
    ),
    action: oneOf<string | readonly string[]>('sts:AssumeRole', 'sts:AssumeRole', ['sts:AssumeRole', 'sts:TagSession'], 'sts:*'),
    condition: conditions,
  })
  .map(({ principal, action, condition }) => trusting(principal, action, condition))
const levels = some(some(oneOf(allow('*'), allow('ecs:*'), deny('s3:*')), 2), 2).map(
  (all) => `[${all.map((level) => `[${level.map((statement) => policy(statement)).join()}]`).join()}]`,
)

const scenes: fc.Arbitrary<Documents> = fc
  .record({
    request: calls,
    identityPolicy: some(ownStatement).map((statements) => policy(...statements)),
    trustPolicy: some(trustStatement).map((statements) => policy(...statements)),
    permissionsBoundary: maybe(some(ownStatement, 2).map((statements) => policy(...statements))),
    serviceControlPolicies: maybe(levels),
    roles: maybe(trustStatement.map((statement) => `{"${role('dev')}":{"trustPolicy":${policy(statement)}}}`)),
  })
  .map(({ permissionsBoundary, serviceControlPolicies, roles: further, ...rest }) => ({
    ...rest,
    ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    ...(serviceControlPolicies === undefined ? {} : { serviceControlPolicies }),
    ...(further === undefined ? {} : { roles: further }),
  }))

/** Findings that say why the request is refused: about a request that is not refused they would be wrong. */
const fatal: readonly SceneLintCode[] = [
  'passed-to-sibling',
  'trust-sibling-service',
  'pass-role-path',
  'call-without-pass-role',
  'assume-lacks-action',
  'role-trusts-not-itself',
  'chain-too-long',
  'mfa-of-chain',
  'scp-level-allows-nothing',
  'boundary-lacks-action',
]

describe('any scene', () => {
  it('has the verdict that it has without advice, and no finding twice or outside its text', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(scenes, (documents) => {
        const { found, run, unadvised } = findingsOf(documents)
        expect(run.trace).toEqual(unadvised.trace)
        for (const { code, span } of found) {
          met.add(code)
          const text = documents[documentIds.find((id) => id === span.documentId) ?? 'request'] ?? ''
          expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true)
        }
        const places = found.map(({ code, span }) => `${code} ${span.documentId} ${span.start}`)
        expect(new Set(places).size).toBe(places.length)
      }),
      { numRuns: 1500, seed: 11 },
    )
    // Else the sentences above would be about nothing. NotPrincipal is no part of these scenes: IAM refuses it in a trust policy.
    expect(sceneLintCodes.filter((code) => !met.has(code))).toEqual(['not-principal-and-boundary'])
  })

  it('that is allowed is not told why it would be refused', () => {
    let allowed = 0
    fc.assert(
      fc.property(scenes, (documents) => {
        const { found, run } = findingsOf(documents)
        if (run.trace?.outcome !== 'allowed') return
        allowed++
        expect(found.filter(({ code }) => (fatal as readonly string[]).includes(code))).toEqual([])
      }),
      { numRuns: 4000, seed: 12 },
    )
    expect(allowed).toBeGreaterThan(200)
  })

  it('of any texts at all is read without a throw', () => {
    const words = fc.constantFrom<unknown>(
      '*',
      '',
      '(((',
      'arn:aws:iam::(((:role/x',
      role('app'),
      user,
      'sts:AssumeRole',
      5,
      null,
      true,
      '__proto__',
    )
    const names = fc.constantFrom(
      ...['Effect', 'Action', 'Resource', 'Principal', 'NotPrincipal', 'Condition', 'Statement', 'AWS', 'Service', 'Bool', '__proto__'],
      ...['caller', 'action', 'parameters', 'RoleArn', 'DurationSeconds', 'IamInstanceProfile', 'Arn', 'trustPolicy', role('app')],
    )
    const json = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 5 }, words, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(names, tie('value'), { maxKeys: 5 })),
    })).value
    const text = fc.oneof(
      json.map((value) => JSON.stringify(value)),
      json.map((value) => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*' }, value] })),
      fc.string(),
    )
    const texts = fc.record(Object.fromEntries(documentIds.map((id) => [id, text])))
    fc.assert(
      fc.property(texts, calls, (documents, call) => {
        expect(() => findingsOf(documents)).not.toThrow()
        expect(() => findingsOf({ ...documents, request: call })).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })
})

const many = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index))
const take = (more: object = {}) =>
  request({ caller: session('dev'), action: 'sts:AssumeRole', parameters: { RoleArn: role('app'), RoleSessionName: 'aya', ...more } })

/** The lint alone, in ms: what is read before it is read in any run. */
function timed(texts: Documents) {
  const documents = readPolicyDocuments(texts)
  const { situation } = parseServiceRequest(texts.request ?? '', fullCatalogue)
  const before = performance.now()
  const found = lintScene({ documents, texts, situation, catalogue: fullCatalogue })
  return { found: found.length, cost: performance.now() - before }
}

describe('a megabyte', () => {
  const trustsMany = policy(...many(9000, (i) => trusting({ Service: `x${i}.amazonaws.com` })))
  it.each<[string, Documents]>([
    [
      'of statements about iam:PassRole',
      {
        request: runTask,
        identityPolicy: policy(
          ...many(5000, (i) =>
            allow('iam:PassRole', role('app-task'), when('StringEquals', 'iam:PassedToService', `lambda${i}.amazonaws.com`)),
          ),
        ),
        trustPolicy: trustsMany,
      },
    ],
    [
      'of wildcards over roles',
      {
        request: runTask,
        identityPolicy: policy(allow('ecs:RunTask'), {
          ...allow('iam:PassRole'),
          Resource: many(30_000, (i) => `arn:aws:iam::*:role/${'*a'.repeat(i % 9)}${i}`),
        }),
        trustPolicy: trust('ecs-tasks.amazonaws.com'),
      },
    ],
    [
      'of actions, with a call that passes no role',
      {
        request: take(),
        identityPolicy: policy({ ...allow('iam:PassRole'), Action: ['iam:PassRole', ...many(40_000, (i) => `s3:Get${i}*x`)] }),
        trustPolicy: trustsMany,
      },
    ],
    [
      'of role ARNs in the request',
      {
        request: request({ action: 'iotdeviceadvisor:StartSuiteRun', parameters: { roles: many(20_000, (i) => role(`r${i}`)) } }),
        identityPolicy: policy(allow('iotdeviceadvisor:*')),
      },
    ],
    [
      'of further roles',
      {
        request: take({ Tags: [{ Key: 'a', Value: 'b' }] }),
        identityPolicy: policy({ ...allow('iam:PassRole'), Resource: many(5000, (i) => role(`r${i}`)) }),
        roles: JSON.stringify(
          Object.fromEntries(many(5000, (i) => [role(`r${i}`), { trustPolicy: JSON.parse(trust('ecs.amazonaws.com')) }])),
        ),
      },
    ],
    [
      'of principals',
      { request: take({ Tags: [{ Key: 'a', Value: 'b' }] }), trustPolicy: policy(trusting({ AWS: many(20_000, (i) => role(`r${i}`)) })) },
    ],
    ['of levels', { request: runTask, serviceControlPolicies: `[${many(200_000, () => '[]').join()}]` }],
  ])(
    '%s costs tenths of a second, or some seconds on a busy machine',
    (_name, documents) => {
      const { found, cost } = timed(documents)
      expect(cost).toBeLessThan(3000)
      expect(found).toBeLessThanOrEqual(500)
    },
    60_000,
  )
})
