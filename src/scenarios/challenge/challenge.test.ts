import { beforeAll, describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '../../simulate'
import { loadScenario, type Scenario, type ScenarioId, scenarioIds } from '..'
import { policy, readData, roleArn, runTask, trusts, trustsPrincipal } from '../write'
import { type Challenge, challengeOf, type Judged, narrow } from '.'

const lessons = new Map<ScenarioId, { scenario: Scenario; challenge: Challenge | undefined }>()
beforeAll(async () => {
  for (const id of scenarioIds) {
    const scenario = await loadScenario(id)
    lessons.set(id, { scenario, challenge: challengeOf(scenario, runDocuments) })
  }
})

function judged(id: ScenarioId, more: Documents = {}): { judged: Judged; documents: Documents; challenge: Challenge } {
  const { scenario, challenge } = lessons.get(id) ?? {}
  if (!scenario || !challenge) throw new Error(`${id} is no challenge`)
  const documents = { ...scenario.documents, ...more }
  return { judged: challenge.judge(documents, runDocuments(documents)), documents, challenge }
}

/** The goals in one line: `outcome✓ least✕ denied✓`. */
const line = ({ goals }: Judged) => goals.map(({ kind, met }) => `${kind}${met ? '✓' : '✕'}`).join(' ')

describe.each(scenarioIds)('%s as a challenge', (id) => {
  it('is there if the lesson has a solution; begins unsolved; its solution meets every goal', () => {
    const { scenario, challenge } = lessons.get(id) ?? {}
    expect(challenge === undefined).toBe(scenario?.solution === undefined)
    if (!challenge || !scenario) return
    const start = challenge.judge(scenario.documents, runDocuments(scenario.documents))
    expect(start.goals[0]).toMatchObject({ kind: 'outcome', met: false })
    expect(start.solved).toBe(false)
    // What the lesson begins with is not the learner's doing.
    expect(start.goals[1]).toMatchObject({ kind: 'least', met: true })
    const solved = challenge.judge(challenge.solution, runDocuments(challenge.solution))
    expect(solved).toMatchObject({ solved: true, least: true, wides: [] })
    expect(solved.tried.length).toBeGreaterThan(4)
  })
})

const A = '111122223333'
const ecs = 'ecs-tasks.amazonaws.com'
const run = { sid: 'RunTasks', action: 'ecs:RunTask', resource: '*' }
const pass = (more: object) => ({ sid: 'PassAppRole', action: 'iam:PassRole', resource: roleArn('app-task'), ...more })
const to = (...services: string[]): { condition: [string, string, string] } => ({
  condition: ['StringEquals', 'iam:PassedToService', (services.length > 1 ? services : services[0]) as string],
})
const trust = (...services: string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: services },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:SourceAccount': A } },
    },
  })

/** What is told as wider than needed: `document element granted`. */
const told = ({ wides: [wide] }: Judged) =>
  wide && [wide.kind, wide.documentId, wide.contextKey ?? wide.element, wide.granted, wide.enough].filter(Boolean).join(' ')

describe('wrong answers', () => {
  it.each<readonly [string, ScenarioId, Documents, string, string | undefined]>([
    [
      'every role',
      'passed-to-service',
      { identityPolicy: policy(run, pass({ resource: '*', ...to(ecs) })) },
      'outcome✓ least✕ denied✕',
      `value identityPolicy Resource * ${roleArn('app-task')}`,
    ],
    [
      'the condition deleted',
      'passed-to-service',
      { identityPolicy: policy(run, pass({})) },
      'outcome✓ least✕ denied✓',
      `open identityPolicy iam:PassedToService ${ecs}`,
    ],
    [
      'the service added beside the other',
      'passed-to-service',
      { identityPolicy: policy(run, pass(to(ecs, 'lambda.amazonaws.com'))) },
      'outcome✓ least✕ denied✓',
      `value identityPolicy iam:PassedToService lambda.amazonaws.com ${ecs}`,
    ],
    [
      'a service by a star',
      'passed-to-service',
      { identityPolicy: policy(run, pass({ condition: ['StringLike', 'iam:PassedToService', '*'] })) },
      'outcome✓ least✕ denied✓',
      `value identityPolicy iam:PassedToService * ${ecs}`,
    ],
    [
      'an administrator',
      'no-pass-role',
      { identityPolicy: policy({ sid: 'All', action: '*', resource: '*' }) },
      'outcome✓ least✕ denied✕',
      `value identityPolicy Action * ecs:RunTask`,
    ],
    [
      'roles by prefix',
      'no-pass-role',
      { identityPolicy: policy(run, pass({ resource: roleArn('app-*'), ...to(ecs) })) },
      'outcome✓ least✕ denied✓',
      `value identityPolicy Resource ${roleArn('app-*')} ${roleArn('app-task')}`,
    ],
    [
      'iam:* on the role',
      'no-pass-role',
      { identityPolicy: policy(run, pass({ action: 'iam:*', ...to(ecs) })) },
      'outcome✓ least✕ denied✓',
      'value identityPolicy Action iam:* iam:PassRole',
    ],
    [
      'the right statement and one that nobody asked for',
      'no-pass-role',
      { identityPolicy: policy(run, pass(to(ecs)), { sid: 'Buckets', action: 's3:PutObject', resource: 'arn:aws:s3:::logs/*' }) },
      'outcome✓ least✕ denied✓',
      'statement identityPolicy Action s3:PutObject',
    ],
    ['nothing yet', 'no-pass-role', {}, 'outcome✕ least✓ denied✓', undefined],
    [
      'not there yet, and too wide already',
      'no-pass-role',
      { identityPolicy: policy(run, pass({ resource: roleArn('*'), ...to('lambda.amazonaws.com') })) },
      'outcome✕ least✕ denied✓',
      `value identityPolicy iam:PassedToService lambda.amazonaws.com ${ecs}`,
    ],
    [
      'a trust policy that takes other services too',
      'wrong-service-principal',
      { trustPolicy: trust(ecs, 'glue.amazonaws.com') },
      'outcome✓ least✕ denied✓',
      `value trustPolicy Principal glue.amazonaws.com ${ecs}`,
    ],
    [
      'a trust policy for everybody',
      'wrong-service-principal',
      { trustPolicy: policy({ sid: 'All', principal: '*', action: 'sts:AssumeRole' }) },
      'outcome✓ least✕ denied✓',
      undefined,
    ],
    [
      'a trust policy without the account',
      'source-account',
      { trustPolicy: policy(trusts('T', ecs)) },
      'outcome✓ least✕ denied✓',
      `open trustPolicy aws:SourceAccount ${A}`,
    ],
    [
      'the MFA condition deleted',
      'mfa-required',
      { trustPolicy: policy(trustsPrincipal('TrustWithMfa', `arn:aws:iam::${A}:root`)) },
      'outcome✓ least✕ denied✓',
      'open trustPolicy aws:MultiFactorAuthPresent true',
    ],
    [
      'the SCP taken away',
      'scp-explicit-deny',
      { serviceControlPolicies: '[[{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }]]' },
      'outcome✓ least✕',
      'limit serviceControlPolicies',
    ],
    [
      'the Deny deleted',
      'explicit-deny-admin',
      { identityPolicy: policy(run, pass({ resource: roleArn('*'), ...to(ecs) })) },
      'outcome✓ least✕ denied✕',
      'limit identityPolicy',
    ],
    [
      'more for the workload',
      'passed-to-service',
      { identityPolicy: policy(run, pass(to(ecs))), rolePolicy: policy({ sid: 'All', action: 's3:*', resource: '*' }) },
      'outcome✓ least✕ denied✓',
      undefined,
    ],
    [
      'everybody locked out',
      'confused-deputy',
      { trustPolicy: '{ "Version": "2012-10-17", "Statement": [] }' },
      'outcome✕ least✓ denied✓',
      undefined,
    ],
    [
      'another call, that needs no role',
      'passed-to-service',
      { request: runTask(roleArn('app-task')).replace('ecs:RunTask', 'ecs:ListTasks') },
      'outcome✕ least✓ denied✓',
      undefined,
    ],
    ['a text that cannot be read', 'no-pass-role', { identityPolicy: '{' }, 'outcome✕ least✕ denied✕', undefined],
  ])('%s (%s)', (_name, id, more, goals, wide) => {
    const result = judged(id, more)
    expect(line(result.judged)).toBe(goals)
    if (wide !== undefined) expect(told(result.judged)).toBe(wide)
    else if (goals.includes('least✕') && !goals.startsWith('outcome✕')) expect(told(result.judged)).toBeDefined()
  })

  it('an answer that is not the lesson’s and no wider is as good', () => {
    const other = policy(
      { sid: 'Mine', action: ['iam:PassRole'], resource: [roleArn('app-task')], condition: ['StringLike', 'iam:PassedToService', ecs] },
      { sid: 'Call', action: 'ecs:Run*', resource: '*', condition: ['StringEquals', 'aws:RequestedRegion', 'ap-northeast-1'] },
    ).replace('ecs:Run*', 'ecs:RunTask')
    expect(judged('no-pass-role', { identityPolicy: other, rolePolicy: readData }).judged.least).toBe(true)
  })
})

describe('narrowing', () => {
  it.each<readonly [string, ScenarioId, Documents]>([
    ['a value', 'passed-to-service', { identityPolicy: policy(run, pass({ resource: '*', ...to(ecs) })) }],
    ['one of several values', 'passed-to-service', { identityPolicy: policy(run, pass(to('lambda.amazonaws.com', ecs))) }],
    ['a condition that is missing', 'passed-to-service', { identityPolicy: policy(run, pass({})) }],
    ['a statement too many', 'no-pass-role', { identityPolicy: policy(run, pass(to(ecs)), { sid: 'B', action: 's3:*', resource: '*' }) }],
    [
      'a limit that is gone',
      'explicit-deny-admin',
      { identityPolicy: policy(run, pass({ resource: roleArn('*'), ...to(ecs) })), request: runTask(roleArn('app-task')) },
    ],
    ['an administrator', 'no-pass-role', { identityPolicy: policy({ sid: 'All', action: '*', resource: '*' }) }],
  ])('%s: step by step to least privilege', (_name, id, more) => {
    let { judged: now, documents, challenge } = judged(id, more)
    for (let step = 0; step < 4 && now.wides[0]; step++) {
      const found = narrow(challenge, documents, now.wides[0], runDocuments)
      expect(found).toBeDefined()
      if (!found) return
      documents = { ...documents, [found.documentId]: found.text }
      now = challenge.judge(documents, runDocuments(documents))
    }
    expect(now.least).toBe(true)
  })

  it('changes the value and nothing else', () => {
    const before = policy(run, pass({ resource: '*', ...to(ecs) }))
    const { judged: now, documents, challenge } = judged('passed-to-service', { identityPolicy: before })
    const found = now.wides[0] && narrow(challenge, documents, now.wides[0], runDocuments)
    expect(found?.text).toBe(policy(run, pass(to(ecs))))
  })
})

it('is judged quickly', () => {
  const { documents, challenge } = judged('task-definition-roles')
  const result = runDocuments(documents)
  challenge.judge(documents, result)
  const start = performance.now()
  for (let i = 0; i < 20; i++) challenge.judge(documents, result)
  expect((performance.now() - start) / 20).toBeLessThan(8)
})
