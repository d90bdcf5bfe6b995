import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../catalog'
import { type Documents, type RunResult, runDocuments } from '.'
import {
  account,
  allow,
  authorizations,
  checks,
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

const { services } = fullCatalogue

/** The problems that the readers of the documents found. */
const withoutAdvice = (run: RunResult) => run.problems.filter((problem) => problem.foundBy !== 'lint')

interface Row {
  readonly name: string
  readonly documents: Documents
  readonly stoppedAt: string | undefined
  readonly seenAt?: string
}

const rows: readonly Row[] = [
  { name: 'everything allows', documents: everything, stoppedAt: undefined },
  {
    name: 'case 52: PassRole on * without the call itself',
    documents: { ...everything, identityPolicy: policy(allow('iam:PassRole')) },
    stoppedAt: 'service-action',
    seenAt: 'call',
  },
  { name: 'no identity policy at all', documents: { ...everything, identityPolicy: '[]' }, stoppedAt: 'service-action', seenAt: 'call' },
  {
    name: 'case 51: PassedToService is ecs-tasks, not ecs',
    documents: {
      ...everything,
      identityPolicy: policy(
        allow('ecs:*'),
        allow('iam:PassRole', role('*'), { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } }),
      ),
    },
    stoppedAt: 'pass-role',
    seenAt: 'call',
  },
  {
    name: 'case 54: the role trusts Lambda only',
    documents: { ...everything, trustPolicy: trust('lambda.amazonaws.com') },
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
  {
    name: 'case 55: a role of another account',
    documents: { ...everything, request: runTask.replaceAll(role('app-task'), role('app-task', '444455556666')) },
    stoppedAt: 'pass-role',
    seenAt: 'call',
  },
  {
    name: 'a Deny on the role',
    documents: { ...everything, identityPolicy: policy(allow('*'), deny('iam:PassRole', role('app-*'))) },
    stoppedAt: 'pass-role',
    seenAt: 'call',
  },
  {
    name: 'a boundary without PassRole',
    documents: { ...everything, permissionsBoundary: policy(allow('ecs:*')) },
    stoppedAt: 'pass-role',
    seenAt: 'call',
  },
  {
    name: 'a boundary without the call',
    documents: { ...everything, permissionsBoundary: policy(allow('iam:*')) },
    stoppedAt: 'service-action',
    seenAt: 'call',
  },
  {
    name: 'an SCP level that allows nothing',
    documents: { ...everything, serviceControlPolicies: JSON.stringify([[JSON.parse(policy(allow('*')))], []]) },
    stoppedAt: 'service-action',
    seenAt: 'call',
  },
  {
    name: 'case 29: an SCP is nothing to the management account',
    documents: {
      ...everything,
      serviceControlPolicies: policy(deny('*')),
      request: runTask.replace('"region"', `"organization":{"id":"o-1","managementAccount":"${account}"},"region"`),
    },
    stoppedAt: undefined,
  },
  {
    name: 'an SCP does not limit the service, but the role in the account',
    documents: { ...everything, serviceControlPolicies: policy(allow('*'), deny('sts:AssumeRole'), deny('s3:*')) },
    stoppedAt: 'role-permission',
    seenAt: 'later',
  },
  {
    name: 'an RCP limits taking the role on',
    documents: { ...everything, resourceControlPolicies: policy({ Effect: 'Deny', Principal: '*', Action: 'sts:*', Resource: '*' }) },
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
  {
    name: 'no trust policy: nobody is trusted',
    documents: { ...everything, trustPolicy: undefined } as unknown as Documents,
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
  {
    name: 'no role policy and a workload',
    documents: { request: runTask, identityPolicy: everything.identityPolicy ?? '', trustPolicy: everything.trustPolicy ?? '' },
    stoppedAt: 'role-permission',
    seenAt: 'later',
  },
  {
    name: 'aws:SourceAccount of another account',
    documents: { ...everything, trustPolicy: trust('ecs-tasks.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '444455556666' } }) },
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
  {
    name: 'contextKeys never reach the service’s call',
    documents: {
      ...everything,
      request: runTask.replace('"region"', '"contextKeys":{"aws:SourceAccount":"444455556666"},"region"'),
      trustPolicy: trust('ecs-tasks.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '444455556666' } }),
    },
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
  {
    name: 'serviceContextKeys do',
    documents: {
      ...everything,
      request: runTask.replace('"region"', '"serviceContextKeys":{"aws:SourceAccount":"444455556666"},"region"'),
      trustPolicy: trust('ecs-tasks.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '444455556666' } }),
    },
    stoppedAt: undefined,
  },
  {
    name: 'null takes a key away',
    documents: {
      ...everything,
      request: runTask.replace('"region"', '"serviceContextKeys":{"AWS:sourceaccount":null},"region"'),
      trustPolicy: trust('ecs-tasks.amazonaws.com', { Null: { 'aws:SourceAccount': 'true' } }),
    },
    stoppedAt: undefined,
  },
  {
    name: 'MFA is never the service’s',
    documents: {
      ...everything,
      trustPolicy: trust('ecs-tasks.amazonaws.com', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      request: runTask.replace('"region"', '"contextKeys":{"aws:MultiFactorAuthPresent":"true"},"region"'),
    },
    stoppedAt: 'assume-role',
    seenAt: 'call',
  },
]

describe('runDocuments', () => {
  it.each(rows)('$name', ({ documents, stoppedAt, seenAt }) => {
    const present = Object.fromEntries(Object.entries(documents).filter(([, text]) => text !== undefined))
    expect(summary(runDocuments(present))).toEqual({ kind: 'ready', outcome: stoppedAt ? 'denied' : 'allowed', stoppedAt, seenAt })
  })

  it('case 53: every role is checked, the execution role assumed first', () => {
    const both = request({
      action: 'ecs:RunTask',
      parameters: { taskDefinition: 'app:7' },
      resolved: { taskDefinition: { taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') } },
    })
    expect(checks(runDocuments({ ...everything, request: both }))).toEqual([
      'service-action:allow',
      'pass-rolea:allow',
      'pass-roleb:allow',
      'assume-roleb:allow',
      'assume-rolea:allow',
    ])
    const one = policy(allow('ecs:*'), allow('iam:PassRole', role('app-task')))
    expect(checks(runDocuments({ ...everything, request: both, identityPolicy: one }))).toEqual([
      'service-action:allow',
      'pass-rolea:allow',
      'pass-roleb:deny',
    ])
  })

  it('an override replaces the role of its kind', () => {
    const text = request({
      action: 'ecs:RunTask',
      parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: role('other') } },
      resolved: { taskDefinition: { taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') } },
    })
    expect(traceOf(runDocuments({ ...everything, request: text })).situation.roles.map((passed) => passed.name)).toEqual([
      'other',
      'app-exec',
    ])
  })

  it('the workload runs as the task role, never as the execution role', () => {
    const text = request({
      action: 'ecs:RegisterTaskDefinition',
      parameters: { family: 'app', executionRoleArn: role('app-exec') },
      workload: { action: 's3:GetObject', resource: '*' },
    })
    const run = runDocuments({ ...everything, request: text })
    expect(checks(run)).toEqual(['service-action:allow', 'pass-role:allow', 'assume-role:allow'])
    expect(withoutAdvice(run).map((problem) => problem.code)).toEqual(['workload-has-no-role'])
  })

  it('roles in `roles` have their own policies; the others share one', () => {
    const text = request({
      action: 'ecs:RunTask',
      parameters: {},
      resolved: { taskDefinition: { taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') } },
    })
    const own = JSON.stringify({ [role('app-exec')]: { trustPolicy: JSON.parse(trust('lambda.amazonaws.com')) } })
    const run = runDocuments({ ...everything, request: text, roles: own })
    expect(summary(run)).toMatchObject({ stoppedAt: 'assume-role' })
    expect(authorizations(run).at(-1)).toMatchObject({ letter: 'b', roleArn: role('app-exec') })
    expect(authorizations(run).at(-1)?.evaluation?.verdict.statement?.document.documentId).toBe('roles')
  })

  it('names become ARNs of the caller’s account; an unlisted profile holds the role of its name', () => {
    const launch = (resolved: object) =>
      request({ action: 'ec2:RunInstances', parameters: { IamInstanceProfile: { Name: 'web' } }, resolved })
    const assumed = runDocuments({ ...everything, request: launch({}) })
    expect(traceOf(assumed).situation.roles[0]).toMatchObject({ roleArn: role('web'), instanceProfile: 'web' })
    expect(withoutAdvice(assumed).map((problem) => problem.code)).toEqual(['instance-profile-role-assumed'])
    const listed = runDocuments({ ...everything, request: launch({ instanceProfiles: { web: role('team/web') } }) })
    expect(traceOf(listed).situation.roles[0]?.roleArn).toBe(role('team/web'))
    expect(withoutAdvice(listed)).toEqual([])
  })

  it('a role that is assumed later: the call returns, time passes, the failure is in its own place', () => {
    const text = request({
      action: 'ec2:RunInstances',
      parameters: { IamInstanceProfile: { Name: 'web' } },
      resolved: { instanceProfiles: { web: role('web') } },
    })
    const run = runDocuments({ ...everything, request: text })
    expect(summary(run)).toMatchObject({ stoppedAt: 'assume-role', seenAt: 'later' })
    expect(traceOf(run).steps.map((step) => step.kind)).toEqual([
      'call',
      'authorization',
      'authorization',
      'return',
      'wait',
      'authorization',
      'error',
    ])
    expect(traceOf(run).steps.at(-1)).toMatchObject({ error: { code: 'AssumeRoleUnauthorizedAccess', place: 'instance-metadata' } })
  })

  it('a call without a role is judged by its own action alone', () => {
    const text = request({ action: 'lambda:UpdateFunctionCode', parameters: { FunctionName: 'thumbs' } })
    const run = runDocuments({
      request: text,
      identityPolicy: policy(allow('lambda:UpdateFunctionCode', 'arn:aws:lambda:ap-northeast-1:111122223333:function:thumbs')),
    })
    expect(checks(run)).toEqual(['service-action:allow'])
    expect(summary(run)).toMatchObject({ kind: 'ready', outcome: 'allowed' })
    expect(run.problems.map((problem) => problem.code)).toEqual(['no-role-passed'])
  })

  it('an unknown call runs generically, and names the nearest', () => {
    const run = runDocuments({ ...everything, request: request({ action: 'ecs:RunTaks', parameters: {} }) })
    expect(run).toMatchObject({ kind: 'ready', trace: { situation: { generic: true } } })
    expect(run.problems[0]).toMatchObject({ code: 'unknown-call', severity: 'warning', facts: { suggestion: 'ecs:RunTask' } })
  })

  it.each(['RunTask', 'ecs:', ':RunTask', 'ecs RunTask', 'ecs:Run*'])('%j names no call', (action) => {
    const run = runDocuments({ ...everything, request: request({ action, parameters: {} }) })
    expect(run).toMatchObject({ kind: 'invalid', documentId: 'request', trace: undefined })
    expect(run.problems[0]).toMatchObject({ code: 'unknown-call', severity: 'error' })
  })
})

describe('properties', () => {
  it('renaming account, user and roles everywhere gives the same trace', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{2,12}$/)
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{11}$/), name, name, fc.constantFrom(...rows), (otherAccount, user, roleName, row) => {
        const rename = (text: string) =>
          text.replaceAll(account, otherAccount).replaceAll('user/aya', `user/${user}`).replaceAll('app-task', `app-${roleName}`)
        const renamed = Object.fromEntries(
          Object.entries(row.documents).flatMap(([id, text]) => (text === undefined ? [] : [[id, rename(text)]])),
        )
        const original = Object.fromEntries(Object.entries(row.documents).filter(([, text]) => text !== undefined))
        const [before, after] = [runDocuments(original), runDocuments(renamed)]
        expect(summary(after)).toEqual(summary(before))
        expect(checks(after)).toEqual(checks(before))
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('never throws, whatever the texts', () => {
    const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...Object.values(everything), '{"__proto__":1}', 'null', '[[]]', '7'))
    const documents = fc.record(
      {
        request: text,
        identityPolicy: text,
        trustPolicy: text,
        rolePolicy: text,
        roles: text,
        serviceControlPolicies: text,
        resourceControlPolicies: text,
        permissionsBoundary: text,
        sessionPolicy: text,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(documents, fc.boolean(), (texts, withRequest) => {
        const run = runDocuments(withRequest ? { ...texts, request: runTask } : texts)
        expect(['ready', 'invalid']).toContain(run.kind)
      }),
      { numRuns: 500, seed: 11 },
    )
  })

  it('hostile parameters never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...services.flatMap((service) => service.calls.map((call) => call.action))),
        fc.dictionary(
          fc.constantFrom(
            'overrides',
            'Role',
            'RoleARN',
            'RoleArn',
            'IamInstanceProfile',
            'pipeline',
            'serviceRole',
            'taskRoleArn',
            '__proto__',
            'DurationSeconds',
            'Tags',
          ),
          fc.jsonValue(),
        ),
        (action, parameters) => {
          const run = runDocuments({
            ...everything,
            request: JSON.stringify({ caller: `arn:aws:iam::${account}:user/aya`, action, parameters, resolved: parameters }),
          })
          expect(['ready', 'invalid']).toContain(run.kind)
        },
      ),
      { numRuns: 500, seed: 13 },
    )
  })
})
