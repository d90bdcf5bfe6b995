import { describe, expect, it } from 'vitest'
import { account, allow, deny, policy, request, role, runTask, trust } from '../testing/documents'
import { findingsOf, mark, session, when } from '../testing/scene-findings'
import type { Documents } from '../trace'

const ecsTasks = 'ecs-tasks.amazonaws.com'
const app = role('app-task')
const foreign = '444455556666'
const pass = (resource: string | readonly string[]) => ({ ...allow('iam:PassRole'), Resource: resource })
const run = allow('ecs:RunTask')
const scene = (...identity: readonly object[]): Documents => ({
  request: runTask,
  identityPolicy: policy(...identity),
  trustPolicy: trust(ecsTasks),
})
const at = (value: string, documents: Documents): Documents => ({
  ...documents,
  identityPolicy: mark(documents.identityPolicy ?? '', `"${value}"`),
})
const inPath = role('team/app-task')
const runInPath = request({ action: 'ecs:RunTask', parameters: { overrides: { taskRoleArn: inPath } }, resolved: { taskDefinition: {} } })
const take = request({ action: 'sts:AssumeRole', parameters: { RoleArn: app, RoleSessionName: 'aya' } })
const direct = (...identity: readonly object[]): Documents => ({ request: take, identityPolicy: policy(...identity) })
const assume = allow('sts:AssumeRole', app)
const otherCall = (action: string, parameters: object = {}) => request({ action, parameters })

interface Row {
  readonly code: string
  readonly severity: string
  readonly suggestion?: string
  readonly found: Readonly<Record<string, Documents>>
  readonly not: Readonly<Record<string, Documents>>
}

const rows: readonly Row[] = [
  {
    code: 'pass-role-other-account',
    severity: 'warning',
    suggestion: app,
    found: {
      'a role of another account': at(role('app-task', foreign), scene(run, pass(role('app-task', foreign)))),
      'beside the right one': at(role('app-task', foreign), scene(run, pass([app, role('app-task', foreign)]))),
      'with another action of IAM': at(
        role('app-task', foreign),
        scene(run, { ...pass(role('app-task', foreign)), Action: ['iam:PassRole', 'iam:GetRole'] }),
      ),
    },
    not: {
      'the own account': scene(run, pass(app)),
      'any account': scene(run, pass(role('app-task', '*'))),
      everything: scene(run, pass('*')),
      'a statement that takes the other account’s role on too': scene(run, {
        ...pass(role('app', foreign)),
        Action: ['iam:PassRole', 'sts:AssumeRole'],
      }),
      'the other account’s role, to be taken on': scene(run, allow('sts:AssumeRole', role('app', foreign)), pass(app)),
      'a Deny': scene(run, pass(app), deny('iam:PassRole', role('app-task', foreign))),
      NotResource: scene(run, { Effect: 'Allow', Action: 'iam:PassRole', NotResource: role('admin', foreign) }),
      'a request that cannot be read': { ...scene(run, pass(role('app-task', foreign))), request: '{' },
      'the account of the caller, whoever the role’s is': {
        ...scene(run, pass(role('app-task', foreign))),
        request: runTask.replaceAll(account, foreign),
      },
    },
  },
  {
    code: 'pass-role-other-account',
    severity: 'warning',
    suggestion: role('app-*'),
    found: { 'a pattern over another account': at(role('app-*', foreign), scene(run, pass(role('app-*', foreign)))) },
    not: { 'a pattern over the own one': scene(run, pass(role('app-*'))) },
  },
  {
    code: 'pass-role-path',
    severity: 'warning',
    suggestion: inPath,
    found: {
      'the name without its path': at(app, { ...scene(run, pass(app)), request: runInPath }),
      'with another path': at(role('ops/app-task'), { ...scene(run, pass(role('ops/app-task'))), request: runInPath }),
      'among others': at(app, { ...scene(run, pass([role('web'), app])), request: runInPath }),
    },
    not: {
      'the whole ARN': { ...scene(run, pass(inPath)), request: runInPath },
      both: { ...scene(run, pass([app, inPath])), request: runInPath },
      'the path by another statement': { ...scene(run, pass(app), pass(role('team/*'))), request: runInPath },
      'a pattern over the path': { ...scene(run, pass(role('*app-task'))), request: runInPath },
      'another role': { ...scene(run, pass(role('web'))), request: runInPath },
      'a name that ends alike': { ...scene(run, pass(role('my-app-task'))), request: runInPath },
      'another account': { ...scene(run, pass(role('app-task', foreign))), request: runInPath },
      'the direct call': direct(pass(role('team/app-task'))),
      'the root user': { ...scene(run, pass(app)), request: runInPath.replace(':user/aya', ':root') },
    },
  },
  {
    code: 'pass-role-path',
    severity: 'warning',
    suggestion: app,
    found: { 'a path that the role has not': at(inPath, scene(run, pass(inPath))) },
    not: { 'the role as it is': scene(run, pass(app)) },
  },
  {
    code: 'pass-role-without-call',
    severity: 'suggestion',
    found: {
      'with the direct call': at('iam:PassRole', direct(assume, pass(app))),
      'with actions that pass nothing': at('iam:PassRole', direct(assume, allow('s3:GetObject'), pass(app))),
      'a call that keeps its role': at('iam:PassRole', {
        request: otherCall('lambda:UpdateFunctionCode', { FunctionName: 'f' }),
        identityPolicy: policy(allow('lambda:UpdateFunctionCode'), pass(app)),
      }),
    },
    not: {
      'with an action that passes a role': direct(assume, run, pass(app)),
      'with all actions of a service': direct(assume, allow('glue:*'), pass(app)),
      'with some of a service': direct(assume, allow('lambda:Create*'), pass(app)),
      'with everything': direct(allow('*'), pass(app)),
      'with everything but': direct({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, pass(app)),
      'with a call that passes a role, whoever allows it': scene(pass(app)),
      'with a call that may pass a role': {
        request: otherCall('ecs:RunTask', { taskDefinition: 'app' }),
        identityPolicy: policy(pass(app)),
      },
      'with a call of which little is known': { request: otherCall('iotdeviceadvisor:StartSuiteRun'), identityPolicy: policy(pass(app)) },
      'with a call that nobody knows': { request: otherCall('newservice:Create'), identityPolicy: policy(pass(app)) },
      'without iam:PassRole': direct(assume),
      'iam:*, which is more than that': direct(assume, allow('iam:*')),
      'a Deny': direct(assume, deny('iam:PassRole')),
      'a request that cannot be read': { request: '{', identityPolicy: policy(pass(app)) },
    },
  },
  {
    code: 'call-without-pass-role',
    severity: 'suggestion',
    found: {
      'the call alone': at('ecs:RunTask', scene(run)),
      'all calls of the service': at('ecs:*', scene(allow('s3:*'), allow('ecs:*'))),
      'sts:AssumeRole instead': at('ecs:RunTask', scene(run, allow('sts:AssumeRole', app))),
    },
    not: {
      'with iam:PassRole': scene(run, pass(app)),
      'with iam:PassRole for another role': scene(run, pass(role('web'))),
      'with a Deny': scene(run, deny('iam:PassRole')),
      'with iam:*': scene(run, allow('iam:*')),
      'with iam:Pass*': scene(run, allow('iam:Pass*')),
      'with everything': scene(allow('*')),
      'with everything but': scene({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
      'a call that is not allowed': scene(allow('s3:*')),
      'a call that passes no role': { ...scene(run), request: otherCall('ecs:RunTask', { taskDefinition: 'app' }) },
      'a role of another account': { ...scene(run), request: runTask.replaceAll(app, role('app-task', foreign)) },
      'the direct call': direct(assume),
      'the root user': { ...scene(run), request: runTask.replace(':user/aya', ':root') },
      'no policy at all': { request: runTask, trustPolicy: trust(ecsTasks) },
      'a policy that cannot be read': { ...scene(run), identityPolicy: '{' },
      'a session with iam:PassRole': {
        ...scene(run, pass(app)),
        request: runTask.replace(`arn:aws:iam::${account}:user/aya`, session('dev')),
        sessionPolicy: policy(run),
      },
    },
  },
]

describe.each(rows)('$code', ({ code, severity, suggestion, found, not }) => {
  it.each(Object.entries(found))('finds %s', (_name, documents) => {
    const { found: all, marked, run: advised, unadvised } = findingsOf(documents)
    const own = all.filter((problem) => problem.code === code)
    expect(own).toEqual([{ code, severity, span: marked, facts: own[0]?.facts, foundBy: 'lint' }])
    expect(own[0]?.facts.suggestion).toBe(suggestion)
    expect(advised.trace).toEqual(unadvised.trace)
  })
  it.each(Object.entries(not))('is silent about %s', (_name, documents) => {
    expect(findingsOf(documents).found.map((problem) => problem.code)).not.toContain(code)
  })
})

it('a role of another account is put right only where the request passes one', () => {
  const { found } = findingsOf(scene(run, pass(role('web', foreign))))
  expect(found.map(({ code, facts }) => [code, facts.suggestion])).toEqual([['pass-role-other-account', undefined]])
  expect(findingsOf(scene(run, pass(app), { ...pass('*'), Condition: when('StringEquals', 'aws:PrincipalTag/a', 'b') })).found).toEqual([])
})
