import { describe, expect, it } from 'vitest'
import { A, allow, judge, passRoleRequest, policy, type RequestSketch, session, trusts, user, variable, when } from '../testing/policies'
import type { Evaluation } from './explanation'

const request = passRoleRequest

/** Every element of the first statement: name, matched or why not. */
function elements(evaluation: Evaluation): string[] {
  const statement = evaluation.layers.flatMap((layer) => layer.statements)[0]
  return (statement?.elements ?? []).map((element) => `${element.element} ${element.matched ? 'ok' : element.mismatch}`)
}

describe('elements', () => {
  it.each<readonly [string, RequestSketch, readonly string[]]>([
    [
      'every element is judged, also after one has failed',
      { ...request, id: [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::b', ...when('StringEquals', 'iam:PassedToService', 'x') })] },
      ['Action no-value-matches', 'Resource no-value-matches', 'Condition no-value-matches'],
    ],
    [
      'all matched',
      { ...request, id: [allow(when('StringLike', 'iam:PassedToService', 'ecs*'))] },
      ['Action ok', 'Resource ok', 'Condition ok'],
    ],
    [
      'Not… elements',
      { ...request, id: [{ Effect: 'Allow', NotAction: 'iam:*', NotResource: '*' }] },
      ['NotAction value-excluded', 'NotResource value-excluded'],
    ],
    [
      'an absent key',
      { ...request, id: [allow(when('Bool', 'aws:MultiFactorAuthPresent', 'true'))] },
      ['Action ok', 'Resource ok', 'Condition key-absent'],
    ],
    [
      'Null on a present key',
      { ...request, id: [allow(when('Null', 'iam:PassedToService', 'true'))] },
      ['Action ok', 'Resource ok', 'Condition key-present'],
    ],
    [
      'Null on an absent key',
      { ...request, id: [allow(when('Null', 'aws:TokenIssueTime', 'false'))] },
      ['Action ok', 'Resource ok', 'Condition key-absent'],
    ],
    [
      'a negated operator',
      { ...request, id: [allow(when('StringNotLike', 'iam:PassedToService', 'ecs*'))] },
      ['Action ok', 'Resource ok', 'Condition value-excluded'],
    ],
    [
      'a multivalued key',
      { ...request, keys: { k: ['a'] }, id: [allow(when('StringEquals', 'k', 'a'))] },
      ['Action ok', 'Resource ok', 'Condition set-operator-missing'],
    ],
    [
      'variables without a value',
      {
        ...request,
        id: [
          allow({
            Resource: `arn:aws:iam::${A}:role/${variable('aws:username')}`,
            ...when('StringEquals', 'iam:PassedToService', variable('x')),
          }),
        ],
      },
      ['Action ok', 'Resource variable-unresolved', 'Condition variable-unresolved'],
    ],
    [
      'an unknown operator',
      { ...request, id: [allow(when('StringIs', 'iam:PassedToService', 'x'))] },
      ['Action ok', 'Resource ok', 'Condition unknown-operator'],
    ],
    [
      'two operators, three keys',
      {
        ...request,
        id: [allow({ Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com', b: 'x' }, Bool: { c: 'true' } } })],
      },
      ['Action ok', 'Resource ok', 'Condition ok', 'Condition key-absent', 'Condition key-absent'],
    ],
  ])('%s', (_name, sketch, expected) => {
    expect(elements(judge(sketch))).toEqual(expected)
  })

  it('a trust statement begins with its Principal', () => {
    const evaluation = judge({
      action: 'sts:AssumeRole',
      resource: request.resource,
      trust: trusts({ AWS: user }, when('StringEquals', 'sts:ExternalId', 'x')),
    })
    expect(elements(evaluation)).toEqual(['Principal ok', 'Action ok', 'Condition key-absent'])
    const [principal] = evaluation.verdict.statement?.elements ?? []
    expect([principal?.principalMatch, principal?.requestValue]).toEqual(['direct', user])
  })

  it('says which value matched, what a variable became, and where it stands in the text', () => {
    const resources = [`arn:aws:iam::${A}:role/x`, `arn:aws:iam::${A}:role/${variable('aws:username')}*`]
    const text = JSON.stringify({ Version: '2012-10-17', Statement: allow({ Resource: resources }) }, null, 2)
    const evaluation = judge({ ...request, keys: { 'aws:username': 'ap' }, id: [text] })
    const element = evaluation.verdict.statement?.elements[1]
    expect(element?.values.map((value) => [value.matched, value.resolved])).toEqual([
      [false, undefined],
      [true, `arn:aws:iam::${A}:role/ap*`],
    ])
    const slice = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end)
    expect(element?.values.map((value) => JSON.parse(slice(value.value.span)))).toEqual(resources)
    expect(slice(element?.span)).toMatch(/^"Resource": \[[\s\S]*\]$/)
    expect(slice(element?.valueSpan)).toMatch(/^\[[\s\S]*\]$/)
  })

  it('shows the variable of a condition filled in', () => {
    const evaluation = judge({
      ...request,
      keys: { k: 'bob', 'aws:username': 'bob' },
      id: [allow(when('StringEquals', 'k', variable('aws:username')))],
    })
    expect(evaluation.verdict.statement?.elements[2]?.values[0]).toMatchObject({ resolved: 'bob', matched: true })
  })
})

describe('what is said of each value', () => {
  const first = (sketch: RequestSketch) => judge(sketch).layers.flatMap((layer) => layer.statements)[0]?.elements ?? []

  it('Action', () => {
    const [element] = first({ ...request, id: [allow({ Action: ['s3:*', 'iam:Pass*'] })] })
    expect(element).toMatchObject({
      element: 'Action',
      matched: true,
      mismatch: undefined,
      operator: undefined,
      contextKey: undefined,
      principalMatch: undefined,
      requestValue: 'iam:PassRole',
    })
    expect(element?.values.map((value) => [value.value.value, value.matched, value.resolved])).toEqual([
      ['s3:*', false, undefined],
      ['iam:Pass*', true, undefined],
    ])
  })

  it('Resource', () => {
    const other = `arn:aws:iam::${A}:role/other`
    const element = first({ ...request, id: [allow({ Resource: [other, '*', `arn:aws:iam::${A}:role/${variable('lab:x')}`] })] })[1]
    expect(element).toMatchObject({ element: 'Resource', matched: true, mismatch: undefined, requestValue: request.resource })
    expect(element?.values.map((value) => [value.matched, value.resolved])).toEqual([
      [false, undefined],
      [true, undefined],
      [false, undefined],
    ])
  })

  it('NotResource', () => {
    const listed = { Effect: 'Allow', Action: '*', NotResource: [request.resource, 'arn:aws:s3:::b'] }
    expect(first({ ...request, id: [listed] })[1]).toMatchObject({
      mismatch: 'value-excluded',
      values: [{ matched: true }, { matched: false }],
    })
    const unresolved = { ...listed, NotResource: `arn:aws:iam::${A}:role/${variable('lab:x')}` }
    expect(first({ ...request, id: [unresolved] })[1]).toMatchObject({ mismatch: 'variable-unresolved' })
  })

  it('Principal', () => {
    const rp = { Effect: 'Allow', Principal: { AWS: [A, session] }, Action: 's3:*' }
    expect(first({ rp })[0]).toMatchObject({
      element: 'Principal',
      principalMatch: 'account',
      values: [{ matched: true, resolved: undefined }, { matched: false }],
    })
    const not = { Effect: 'Allow', NotPrincipal: { AWS: user }, Action: 's3:*', Resource: '*' }
    expect(first({ rp: not })[0]).toMatchObject({ element: 'NotPrincipal', mismatch: 'value-excluded', principalMatch: 'none' })
    expect(first({ rp: { ...rp, Principal: { AWS: session } } })[0]).toMatchObject({ mismatch: 'no-value-matches', principalMatch: 'none' })
  })

  it.each<readonly [string, string, unknown, string | string[] | undefined, readonly unknown[], string | undefined]>([
    [
      'each value',
      'StringEquals',
      ['a', 'b'],
      'b',
      [
        [false, undefined],
        [true, undefined],
      ],
      undefined,
    ],
    [
      'none',
      'StringEquals',
      ['a', 'b'],
      'c',
      [
        [false, undefined],
        [false, undefined],
      ],
      'no-value-matches',
    ],
    [
      'a negated operator',
      'StringNotEquals',
      ['a', 'b'],
      'b',
      [
        [false, undefined],
        [true, undefined],
      ],
      'value-excluded',
    ],
    [
      'several requested',
      'ForAnyValue:StringLike',
      ['a*', 'b*'],
      ['bx', 'c'],
      [
        [false, undefined],
        [true, undefined],
      ],
      undefined,
    ],
    ['an absent key', 'StringLike', ['*'], undefined, [[false, undefined]], 'key-absent'],
    [
      'Null',
      'Null',
      ['true', 'false'],
      undefined,
      [
        [true, undefined],
        [false, undefined],
      ],
      undefined,
    ],
    ['Null that fails', 'Null', ['true'], 'x', [[false, undefined]], 'key-present'],
    ['a variable', 'StringLike', `${variable('aws:username')}*`, 'bobby', [[true, 'bob*']], undefined],
    ['a variable that does not fit', 'StringEquals', variable('aws:username'), 'x', [[false, 'bob']], 'no-value-matches'],
    ['a variable of a pattern that does not fit', 'StringLike', variable('aws:username'), 'x', [[false, 'bob']], 'no-value-matches'],
    [
      'an ARN',
      'ArnLike',
      `arn:aws:iam::1:user/${variable('aws:username')}`,
      'arn:aws:iam::1:user/bob',
      [[true, 'arn:aws:iam::1:user/bob']],
      undefined,
    ],
    [
      'an ARN that does not fit',
      'ArnLike',
      `arn:aws:iam::1:user/${variable('aws:username')}`,
      'x',
      [[false, 'arn:aws:iam::1:user/bob']],
      'no-value-matches',
    ],
    ['no value for a variable', 'StringLike', variable('lab:none'), 'x', [[false, undefined]], 'variable-unresolved'],
    [
      'no value, negated',
      'StringNotLike',
      ['x', variable('lab:none')],
      'x',
      [
        [true, undefined],
        [false, undefined],
      ],
      'value-excluded',
    ],
    [
      'one of two values has no value for its variable',
      'StringLike',
      ['y', variable('lab:none')],
      'x',
      [
        [false, undefined],
        [false, undefined],
      ],
      'variable-unresolved',
    ],
    ['a plain value beside no variable', 'StringEquals', 'a', 'a', [[true, undefined]], undefined],
    ['an escape', 'StringEquals', `a${variable('*')}`, 'a*', [[true, 'a*']], undefined],
  ])('a condition: %s', (_name, operator, listed, requested, values, mismatch) => {
    const keys = { 'aws:username': 'bob', ...(requested === undefined ? {} : { k: requested }) }
    const element = first({ keys, id: [allow(when(operator, 'K', listed))] })[2]
    expect(element).toMatchObject({ element: 'Condition', operator, contextKey: 'K', requestValue: requested, mismatch })
    expect(element?.matched).toBe(mismatch === undefined)
    expect(element?.values.map((value) => [value.matched, value.resolved])).toEqual(values)
  })
})

describe('broken statements', () => {
  it.each([
    ['no Effect', { Action: '*', Resource: '*' }],
    ['no Action', { Effect: 'Allow', Resource: '*' }],
    ['no Resource', { Effect: 'Allow', Action: '*' }],
    ['a Principal', { ...allow(), Principal: '*' }],
    ['both of a pair', { ...allow(), NotAction: 'iam:*' }],
    ['an unknown element', { ...allow(), resource: '*' }],
    ['a number as Action', { ...allow(), Action: 1 }],
    ['a number among the Resources', { ...allow(), Resource: ['*', 1] }],
    ['a list as Condition', { ...allow(), Condition: [] }],
    ['a list under an operator', { ...allow(), Condition: { StringEquals: ['k'] } }],
    ['null as a value', { ...allow(), Condition: { Null: { k: null } } }],
  ])('%s: kept, never matches', (_name, statement) => {
    const document = policy('identity-based', statement)
    expect(document.statements.map((entry) => entry.usable)).toEqual([false])
    expect(judge({ ...request, id: [statement] }).verdict.kind).toBe('implicit-deny')
    expect(judge({ ...request, id: [allow(), { ...statement, ...('Effect' in statement ? { Effect: 'Deny' } : {}) }] }).verdict.kind).toBe(
      'allow',
    )
  })

  it.each([
    ['Version', { Version: '2013-01-01', Statement: allow() }],
    ['an element of the policy', { Version: '2012-10-17', Statement: allow(), Extra: 1 }],
    ['misspelt element', { Version: '2012-10-17', Statement: allow(), Statements: [] }],
  ])('a policy refused for its %s grants nothing', (_name, whole) => {
    expect(judge({ ...request, id: [JSON.stringify(whole)] }).verdict.kind).toBe('implicit-deny')
  })

  it('a sound statement beside a broken one still counts', () => {
    expect(judge({ ...request, id: [[{ Effect: 'Allow' }, allow()]] }).verdict.kind).toBe('allow')
  })
})

describe('a plain value', () => {
  it('survives being written as JSON, spans and reasons included', () => {
    const evaluation = judge({
      ...request,
      caller: session,
      id: [[allow({ Sid: 'S', Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:x' })]],
    })
    const copy = JSON.parse(JSON.stringify(evaluation))
    expect(copy.verdict).toMatchObject({ kind: 'implicit-deny', policyType: 'identity-based', statement: { matched: false } })
    expect(copy.verdict.statement.elements[1]).toMatchObject({ element: 'Resource', matched: false, mismatch: 'no-value-matches' })
    expect(copy.layers[0].statements[0].statement.sid.value).toBe('S')
  })
})
