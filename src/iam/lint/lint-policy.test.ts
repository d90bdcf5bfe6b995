import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../parse/parse-policy'
import type { PolicyType } from '../terms'
import { conditionsRows } from '../testing/lint-rows/conditions'
import { documentRows } from '../testing/lint-rows/document'
import { passRoleRows } from '../testing/lint-rows/pass-role'
import { principalsRows } from '../testing/lint-rows/principals'
import { resourcesRows } from '../testing/lint-rows/resources'
import { statementRows } from '../testing/lint-rows/statement'
import { identity, role, variable } from '../testing/lint-rows/texts'
import { variablesRows } from '../testing/lint-rows/variables'
import { lintCodes } from './lint-codes'
import { lintPolicy } from './lint-policy'
import type { KnownNames } from './near-misses'

const none: KnownNames = {
  actions: [],
  contextKeys: [],
  sourceKeySenders: ['ecs-tasks.amazonaws.com'],
  externalIdSenders: ['elasticbeanstalk.amazonaws.com'],
}

/** Lints a text in which `|…|` marks a place; the marks are no part of it. */
function lint(marked: string, policyType: PolicyType) {
  const [before = '', inside = '', after = ''] = marked.split('|')
  const text = before + inside + after
  const { document, problems } = parsePolicy(text, policyType, 'd')
  if (!document) throw new Error(`not a policy: ${text}`)
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
  return { found: lintPolicy(document, text, none), start: before.length, end: before.length + inside.length }
}

const rows = [...documentRows, ...statementRows, ...variablesRows, ...resourcesRows, ...conditionsRows, ...passRoleRows, ...principalsRows]

describe.each(rows)('$code', ({ code, found, not, type = 'identity-based', severity, suggestion }) => {
  it.each(found)('finds %s', (text) => {
    const { found: all, start, end } = lint(text, type)
    const problem = all.find((candidate) => candidate.code === code)
    expect(problem, all.map((other) => other.code).join()).toBeDefined()
    expect([problem?.span.start, problem?.span.end]).toEqual([start, end])
    if (severity) expect(problem?.severity).toBe(severity)
    expect(problem?.facts.suggestion).toBe(suggestion)
    expect(problem?.foundBy).toBe('lint')
  })
  it.each(not)('is silent about %s', (text) => {
    expect(lint(text, type).found.map((problem) => problem.code)).not.toContain(code)
  })
})

describe('the table', () => {
  it('has a row for every code', () => {
    const tested = new Set<string>(rows.map(({ code }) => code))
    // What needs the names of a service has a table of its own, below.
    expect(lintCodes.filter((code) => !tested.has(code))).toEqual(['action-unknown-service'])
  })
})

describe('names that are all known', () => {
  const names: KnownNames = { ...none, actionsOf: (service) => (service === 'ecs' ? ['RunTask', 'StopTask'] : 'no-such-service') }
  it.each([
    ['ecs:RunTask', undefined, undefined],
    ['ECS:runtask', undefined, undefined],
    ['ecs:Run*', undefined, undefined],
    ['*', undefined, undefined],
    ['ecs:RunTaks', 'unknown-action', 'ecs:RunTask'],
    ['ecs:Fly', 'unknown-action', undefined],
    ['ecs:Fly*', 'unknown-action', undefined],
    ['esc:RunTask', 'action-unknown-service', undefined],
  ])('%s', (action, code, suggestion) => {
    const text = identity(`"Action":["${action}"],"Resource":"${role}"`)
    const { document } = parsePolicy(text, 'identity-based', 'd')
    const [problem, ...others] = document
      ? lintPolicy(document, text, names).filter(
          ({ span }) => text[span.start] === '"' && text.slice(span.start, span.end) === `"${action}"`,
        )
      : []
    expect([problem?.code, problem?.facts.suggestion, others]).toEqual([code, suggestion, []])
  })
})

describe('any text that is read', () => {
  const types: readonly PolicyType[] = [
    'identity-based',
    'resource-based',
    'trust',
    'permissions-boundary',
    'session',
    'service-control',
    'resource-control',
  ]
  const words = fc.constantFrom<unknown>(
    '*',
    '',
    'arn:aws:iam::1:role/*',
    '$' + '{',
    variable('a'),
    variable("aws:username, 'x'"),
    'iam:PassRole',
    'ecs-tasks',
    '__proto__',
    'constructor',
    'aws:TagKeys',
    5,
    true,
    null,
  )
  const names = fc.constantFrom(
    ...['Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition', 'Sid', 'AWS', 'Service'],
    ...[
      'Federated',
      'StringEquals',
      'ForAllValues:StringNotLike',
      'Null',
      'iam:PassedToService',
      'aws:TagKeys',
      '__proto__',
      'Statement',
      'Version',
    ],
  )
  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, words, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(names, tie('value'), { maxKeys: 6 })),
  })).value
  it('is linted without a throw, every finding inside it, and never found twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.dictionary(names, json, { maxKeys: 9 }), json, (type, statement, other) => {
        const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', ...statement }, other] })
        const { document } = parsePolicy(text, type, 'd')
        const found = document ? lintPolicy(document, text, none) : []
        for (const { span } of found) expect(span.start >= 0 && span.end <= text.length && span.start < span.end).toBe(true)
        const keys = found.map(({ code, span }) => `${code} ${span.start} ${span.end}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [
      'statements',
      () =>
        Array.from({ length: 9000 }, (_, i) => ({ Effect: 'Allow', Action: [`s3:Get${i}`, 's3:Get*'], Resource: `arn:aws:s3:::b${i}/*` })),
    ],
    ['actions', () => [{ Effect: 'Allow', Action: Array.from({ length: 60_000 }, (_, i) => `ecs:RunTask${i}*`), Resource: '*' }]],
    ['misspelt actions', () => [{ Effect: 'Allow', Action: Array.from({ length: 60_000 }, (_, i) => `ecs:RunTaks${i}`), Resource: '*' }]],
    [
      'resources',
      () => [
        { Effect: 'Allow', Action: 's3:*', Resource: Array.from({ length: 30_000 }, (_, i) => `arn:aws:s3:::b${'*'.repeat(i % 9)}x${i}`) },
      ],
    ],
    ['variables', () => [{ Effect: 'Allow', Action: 's3:*', Resource: '${'.repeat(500_000) }]],
    ['quotes in a variable', () => [{ Effect: 'Allow', Action: 's3:*', Resource: `\${a, '${"' ".repeat(400_000)}}` }]],
    [
      'one condition',
      () => [
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { StringEquals: Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`aws:SourceAcount${i}`, `${i}*`])) },
        },
      ],
    ],
    ['a long name', () => [{ Effect: 'Allow', Action: `iam:${'PassRole'.repeat(120_000)}`, Resource: '*' }]],
  ])(
    'a megabyte of %s does not hang: tenths of a second, or some seconds on a busy machine',
    (_name, statements) => {
      const text = JSON.stringify({ Version: '2012-10-17', Statement: statements() })
      const { document } = parsePolicy(text, 'identity-based', 'd')
      const known: KnownNames = { actions: ['ecs:RunTask', 'iam:PassRole'], contextKeys: ['aws:SourceAccount'], actionsOf: () => undefined }
      const before = performance.now()
      const found = document ? lintPolicy(document, text, known) : []
      expect(performance.now() - before).toBeLessThan(8000)
      expect(found.length).toBeLessThanOrEqual(500)
    },
    20_000,
  )
})
