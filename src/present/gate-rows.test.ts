import { describe, expect, it } from 'vitest'
import { loadTranslate } from '../i18n'
import { type Documents, runDocuments } from '../simulate'
import { buildScene, buildTimeline, editorHighlights } from '.'

const account = '111122223333'
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const allow = (Action: string, Resource: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource, ...more })
const toTasks = { Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }
const trust = policy({
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
})
const calling = (action: string, parameters: object) =>
  JSON.stringify({ caller: `arn:aws:iam::${account}:user/aya`, action, region: 'eu-west-1', parameters })
const one = calling('ecs:RunTask', { taskDefinition: 'app:7', overrides: { taskRoleArn: role('app-task') } })
const two = calling('ecs:RegisterTaskDefinition', {
  family: 'app',
  taskRoleArn: role('app-task'),
  executionRoleArn: role('app-exec'),
})

const translate = await loadTranslate('en')
const drawn = (documents: Documents) => {
  const timeline = buildTimeline(runDocuments(documents))
  return { timeline, gates: buildScene(timeline, translate).gates }
}

describe('the rows of a gate', () => {
  const passing = (pattern: string, more: object = {}) => policy(allow('ecs:*', '*'), allow('iam:PassRole', pattern, more))

  it.each([
    { name: 'the role itself', pattern: role('app-task'), shown: 'role/app-task' },
    { name: 'a pattern that covers more', pattern: role('app-*'), shown: 'role/app-*' },
    { name: 'every role', pattern: '*', shown: '* (every role)' },
    { name: 'a pattern that does not match is compared as before', pattern: role('web-*'), shown: 'role/web-*' },
  ])('Resource shows by what it matched: $name', ({ pattern, shown }) => {
    const { gates } = drawn({ request: one, identityPolicy: passing(pattern), trustPolicy: trust })
    expect(gates.iam.roles[0]?.rows.find(({ label }) => label === 'Resource')?.value).toBe(shown)
  })

  it.each([
    { name: 'one role', request: one, iam: 'PassedToService = ecs-tasks…', sts: 'aws:SourceAccount = 1111…3333' },
    { name: 'beside a list of roles', request: two, iam: 'ecs-tasks…', sts: 'SourceAccount' },
  ])('a Condition that holds has the words there is room for: $name', ({ request, iam, sts }) => {
    const { gates } = drawn({ request, identityPolicy: passing(role('app-*'), toTasks), trustPolicy: trust })
    const condition = (gate: 'iam' | 'sts') => gates[gate].roles[0]?.rows.find(({ label }) => label === 'Condition')?.value
    expect([condition('iam'), condition('sts')]).toEqual([iam, sts])
  })

  it('behind a negated condition that holds stands what it is true for', () => {
    const deny = {
      Effect: 'Deny',
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringNotLike: { 'iam:PassedToService': 'lambda.*' } },
    }
    const { timeline } = drawn({ request: one, identityPolicy: policy(allow('*', '*'), deny), trustPolicy: trust })
    const marks = editorHighlights(timeline, timeline.end, translate, true).flatMap(({ elements }) => elements)
    expect(marks.map(({ after }) => after)).toContain('true for ecs-tasks…')
  })
})
