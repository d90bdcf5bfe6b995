import { describe, expect, it } from 'vitest'
import { type Documents, runDocuments } from '../simulate'
import { buildTimeline } from './build-timeline'
import { roleAnswers } from './role-answers'

const account = '111122223333'
const arn = (name: string) => `arn:aws:iam::${account}:role/${name}`
const caller = `arn:aws:iam::${account}:user/aya`
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) })
const allow = (action: string, resource: string) => ({ Action: action, Resource: resource })
const trusts = (principal: string) => policy({ Principal: { Service: principal }, Action: 'sts:AssumeRole' })

const register = JSON.stringify(
  {
    caller,
    action: 'ecs:RegisterTaskDefinition',
    region: 'eu-west-1',
    parameters: { family: 'app', taskRoleArn: arn('app-task'), executionRoleArn: arn('app-exec') },
  },
  undefined,
  2,
)
const resolved = JSON.stringify({
  caller,
  action: 'ecs:RunTask',
  region: 'eu-west-1',
  parameters: { taskDefinition: 'app:7' },
  resolved: { taskDefinition: { taskRoleArn: arn('app-task'), executionRoleArn: arn('app-exec') } },
})
const passes = (pattern: string) => policy(allow('ecs:*', '*'), allow('iam:PassRole', arn(pattern)))
const open = { request: register, identityPolicy: passes('app-*'), trustPolicy: trusts('ecs-tasks.amazonaws.com') }

function answersOf(documents: Documents, when: 'start' | 'end') {
  const timeline = buildTimeline(runDocuments(documents))
  return roleAnswers(timeline, when === 'start' ? 0 : timeline.end)
}

describe('what is said of each of several roles', () => {
  const rows: readonly { name: string; documents: Documents; when: 'start' | 'end'; said: string[] }[] = [
    { name: 'nothing yet', documents: open, when: 'start', said: ['a - -', 'b - -'] },
    { name: 'all of them', documents: open, when: 'end', said: ['a ok ok', 'b ok ok'] },
    {
      name: 'the second may not be passed: ③ was never reached',
      documents: { ...open, identityPolicy: passes('app-task') },
      when: 'end',
      said: ['a ok -', 'b no -'],
    },
    {
      name: 'the first may not: the second was not asked about',
      documents: { ...open, identityPolicy: passes('app-exec') },
      when: 'end',
      said: ['a no -', 'b skip -'],
    },
    {
      name: 'the execution role is not trusted: the task role was not asked about',
      documents: { ...open, trustPolicy: trusts('ecs.amazonaws.com') },
      when: 'end',
      said: ['a ok skip', 'b ok no'],
    },
    {
      name: 'a trust policy that is no JSON',
      documents: { ...open, trustPolicy: '{' },
      when: 'end',
      said: ['a ok skip', 'b ok unreadable'],
    },
    {
      name: 'one role has no letter',
      documents: { ...open, request: register.replace(/,\s*"executionRoleArn": "[^"]*"/, '') },
      when: 'end',
      said: [],
    },
  ]
  it.each(rows)('$name', ({ documents, when, said }) => {
    const shown = answersOf(documents, when).map(({ letter, pass, assume }) => `${letter} ${pass ?? '-'} ${assume ?? '-'}`)
    expect(shown).toEqual(said)
  })

  const places: readonly { name: string; request: string }[] = [
    { name: 'in the parameters', request: register },
    { name: 'in resolved, where the parameters name a task definition', request: resolved },
    {
      name: 'an override replaces the role of its kind, and the letter stands there',
      request: resolved.replace('"taskDefinition":"app:7"', `"taskDefinition":"app:7","overrides":{"taskRoleArn":"${arn('app-other')}"}`),
    },
  ]
  it.each(places)('where a letter stands: $name', ({ request }) => {
    const answers = answersOf({ ...open, request }, 'start')
    const other = request.includes('app-other')
    expect(answers.map(({ named }) => request.slice(named?.start, named?.end))).toEqual([
      `"${arn(other ? 'app-other' : 'app-task')}"`,
      `"${arn('app-exec')}"`,
    ])
  })
})
