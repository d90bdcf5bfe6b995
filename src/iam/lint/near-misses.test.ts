import { describe, expect, it } from 'vitest'
import { parsePolicy } from '..'
import { nearMisses } from './near-misses'

const known = {
  actions: ['iam:PassRole', 'sts:AssumeRole', 'sts:AssumeRoot', 'ecs:RunTask'],
  contextKeys: ['iam:PassedToService', 'aws:SourceAccount', 'aws:SourceArn'],
}

const rows: readonly (readonly [string, string | undefined])[] = [
  ['iam:PassRoles', 'iam:PassRole'],
  ['iam:PasRole', 'iam:PassRole'],
  ['iam:passrole', undefined],
  ['iam:PassRole*', undefined],
  ['iam:CreateRole', undefined],
  ['sts:AssumeRoot', undefined],
  ['ecs:RunTasks', 'ecs:RunTask'],
  ['s3:RunTask', undefined],
]

describe('slips', () => {
  it.each(rows)('action %s', (action, suggestion) => {
    const { document } = parsePolicy(
      JSON.stringify({ Statement: { Effect: 'Allow', Action: action, Resource: '*' } }),
      'identity-based',
      'p',
    )
    expect(document && nearMisses(document, known).map((problem) => problem.facts.suggestion)).toEqual(suggestion ? [suggestion] : [])
  })
  it.each([
    ['iam:PassedToServices', 'iam:PassedToService'],
    ['aws:SourceAcount', 'aws:SourceAccount'],
    ['aws:sourceaccount', undefined],
    ['aws:PrincipalTag/team', undefined],
  ])('key %s', (key, suggestion) => {
    const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { [key]: 'x' } } }
    const { document } = parsePolicy(JSON.stringify({ Statement: statement }), 'identity-based', 'p')
    expect(document && nearMisses(document, known).map((problem) => problem.facts.suggestion)).toEqual(suggestion ? [suggestion] : [])
  })
})
