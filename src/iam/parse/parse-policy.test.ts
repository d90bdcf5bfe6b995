import { describe, expect, it } from 'vitest'
import { parseJson } from '../../lib/json-tree'
import type { PolicyType } from '../terms'
import { allow, grant, trusts } from '../testing/policies'
import { parsePolicy, readPolicy } from './parse-policy'

const statement = (rest: object) => JSON.stringify({ Version: '2012-10-17', Statement: rest })
const id = (rest: object) => statement({ ...allow(), ...rest })

/** `code fact=value…` of every problem that is at least a warning. */
function problems(text: string, policyType: PolicyType = 'identity-based', severities: readonly string[] = ['error', 'warning']): string[] {
  return parsePolicy(text, policyType, 'd')
    .problems.filter((problem) => severities.includes(problem.severity))
    .map((problem) => problem.code)
}

describe('what IAM refuses', () => {
  it.each<readonly [string, string, PolicyType, readonly string[]]>([
    ['a sound policy', statement(allow()), 'identity-based', []],
    ['Statement as a list', statement([allow(), allow()]), 'identity-based', []],
    ['an empty list', statement([]), 'identity-based', []],
    ['no Version', JSON.stringify({ Statement: allow() }), 'identity-based', []],
    ['Version 2008', JSON.stringify({ Version: '2008-10-17', Statement: allow() }), 'identity-based', []],
    ['another Version', JSON.stringify({ Version: '2012-10-18', Statement: allow() }), 'identity-based', ['invalid-version']],
    ['a number as Version', JSON.stringify({ Version: 2012, Statement: allow() }), 'identity-based', ['wrong-type']],
    ['no Statement', '{"Version":"2012-10-17"}', 'identity-based', ['missing-element']],
    ['an empty object', '{}', 'identity-based', ['missing-element']],
    ['a string as Statement', '{"Statement":"Allow"}', 'identity-based', ['wrong-type']],
    ['an unknown element', JSON.stringify({ Statement: allow(), Comment: '' }), 'identity-based', ['unknown-element']],
    ['an unknown element of a statement', id({ effect: 'Allow' }), 'identity-based', ['unknown-element']],
    ['__proto__ as an element', '{"__proto__":{},"Statement":[]}', 'identity-based', ['unknown-element']],
    ['no Effect', statement({ Action: '*', Resource: '*' }), 'identity-based', ['missing-element']],
    ['an Effect in lower case', id({ Effect: 'allow' }), 'identity-based', ['invalid-effect']],
    ['no Action', statement({ Effect: 'Allow', Resource: '*' }), 'identity-based', ['missing-element']],
    ['Action and NotAction', id({ NotAction: '*' }), 'identity-based', ['element-conflict']],
    ['Resource and NotResource', id({ NotResource: '*' }), 'identity-based', ['element-conflict']],
    ['no Resource', statement({ Effect: 'Allow', Action: '*' }), 'identity-based', ['missing-element']],
    ['a Principal', id({ Principal: '*' }), 'identity-based', ['forbidden-element']],
    ['a NotPrincipal', id({ NotPrincipal: '*' }), 'session', ['forbidden-element']],
    ['an Id', JSON.stringify({ Id: 'x', Statement: allow() }), 'identity-based', ['forbidden-element']],
    ['an Id in a trust policy', JSON.stringify({ Id: 'x', Statement: trusts('*') }), 'trust', []],
    ['an object as Action', id({ Action: {} }), 'identity-based', ['wrong-type']],
    ['a number among Actions', id({ Action: ['*', 1] }), 'identity-based', ['wrong-type']],
    ['a malformed Action', id({ Action: 's3' }), 'identity-based', ['malformed-action']],
    ['a Sid with a space', id({ Sid: 'a b' }), 'identity-based', ['invalid-sid']],
    ['a Sid with a space elsewhere', statement({ ...grant('*'), Sid: 'a b' }), 'resource-based', []],
    [
      'a Sid twice',
      statement([
        { ...allow(), Sid: 'a' },
        { ...allow(), Sid: 'a' },
      ]),
      'identity-based',
      ['duplicate-sid'],
    ],
    [
      'an element twice',
      '{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}',
      'identity-based',
      ['duplicate-element'],
    ],
    ['Statement twice', '{"Statement":[],"Statement":[]}', 'identity-based', ['duplicate-element']],
    [
      'an operator twice',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a":"1"},"Bool":{"b":"1"}}}}',
      'identity-based',
      ['duplicate-element'],
    ],
    [
      'a key twice',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"a":"1","a":"1"}}}}',
      'identity-based',
      ['duplicate-element'],
    ],
    ['an unknown operator', id({ Condition: { StringEqual: { a: '1' } } }), 'identity-based', ['unknown-operator']],
    ['NullIfExists', id({ Condition: { NullIfExists: { a: 'true' } } }), 'identity-based', ['unknown-operator']],
    ['BoolNotEquals', id({ Condition: { BoolNotEquals: { a: 'true' } } }), 'identity-based', ['unknown-operator']],
    [
      'a set operator that is none',
      id({ Condition: { 'ForSomeValues:StringEquals': { a: 'true' } } }),
      'identity-based',
      ['unknown-operator'],
    ],
    [
      'every known form',
      id({ Condition: { 'ForAllValues:StringLikeIfExists': { a: [] }, Null: { b: true }, NumericLessThan: { c: 5 } } }),
      'identity-based',
      [],
    ],
    ['an object as a value', id({ Condition: { Bool: { a: {} } } }), 'identity-based', ['wrong-type']],
    ['null as a value', id({ Condition: { Bool: { a: null } } }), 'identity-based', ['wrong-type']],
    ['a trust policy', statement(trusts({ Service: 'ecs-tasks.amazonaws.com' })), 'trust', []],
    ['a trust policy without Principal', statement({ Effect: 'Allow', Action: 'sts:AssumeRole' }), 'trust', ['missing-element']],
    [
      'a trust policy with NotPrincipal',
      statement({ Effect: 'Deny', NotPrincipal: '*', Action: 'sts:AssumeRole' }),
      'trust',
      ['forbidden-element'],
    ],
    ['a trust policy with Resource', statement(trusts('*', { Resource: '*' })), 'trust', ['forbidden-element']],
    ['a trust policy for another action', statement(trusts('*', { Action: 'iam:PassRole' })), 'trust', ['non-sts-action']],
    ['a trust policy for every action', statement(trusts('*', { Action: '*' })), 'trust', ['non-sts-action']],
    ['a trust policy for every sts action', statement(trusts('*', { Action: 'STS:*' })), 'trust', []],
    ['a Principal as a name', statement(trusts('ecs-tasks.amazonaws.com')), 'trust', ['invalid-principal']],
    ['a Principal as a list', statement(trusts(['*'])), 'trust', ['wrong-type']],
    ['a Principal of no known type', statement(trusts({ aws: '*' })), 'trust', ['invalid-principal-type']],
    ['a Principal with a partial wildcard', statement(trusts({ AWS: 'arn:aws:iam::1:role/*' })), 'trust', ['principal-wildcard']],
    [
      'a Principal type twice',
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"*","AWS":"*"},"Action":"sts:AssumeRole"}}',
      'trust',
      ['duplicate-element'],
    ],
    ['a deleted principal', statement(trusts({ AWS: 'AROAEXAMPLEEXAMPLE' })), 'trust', ['principal-deleted']],
    ['a resource policy without Resource', statement({ Effect: 'Allow', Principal: '*', Action: '*' }), 'resource-based', []],
    ['a resource policy without Principal', statement(allow()), 'resource-based', ['missing-element']],
    ['an RCP', statement({ ...grant('*'), Effect: 'Deny' }), 'resource-control', []],
    ['an RCP that allows', statement(grant('*')), 'resource-control', ['allow-forbidden']],
    ['an RCP for one account', statement({ ...grant({ AWS: '1' }), Effect: 'Deny' }), 'resource-control', ['principal-not-everyone']],
    [
      'an RCP with NotAction',
      statement({ Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' }),
      'resource-control',
      ['forbidden-element'],
    ],
    ['an SCP with a Principal', statement({ ...allow(), Principal: '*' }), 'service-control', ['forbidden-element']],
    [
      'a variable without Version',
      JSON.stringify({ Statement: allow({ Resource: 'arn:aws:s3:::b/$' + '{aws:username}' }) }),
      'identity-based',
      ['variable-without-version'],
    ],
    ['a letter that IAM does not take', id({ Sid: '', Resource: 'arn:aws:s3:::請求書' }), 'identity-based', ['unsupported-character']],
  ])('%s', (_name, text, policyType, codes) => {
    expect(problems(text, policyType)).toEqual(codes)
  })

  it.each<readonly [PolicyType, object, string]>([
    ['identity-based', allow(), 'error'],
    ['trust', trusts('*'), 'error'],
    ['resource-based', grant('*'), 'warning'],
    ['service-control', allow(), 'warning'],
  ])('a Sid twice in %s', (policyType, one, severity) => {
    const twice = statement([one, one].map((entry) => ({ ...entry, Sid: 'a' })))
    expect(parsePolicy(twice, policyType, 'd').problems).toMatchObject([{ code: 'duplicate-sid', severity }])
  })

  it('operators in another case are taken, with a suggestion', () => {
    expect(problems(id({ Condition: { stringequals: { a: '1' } } }))).toEqual([])
    expect(problems(id({ Condition: { stringequals: { a: '1' } } }), 'identity-based', ['suggestion'])).toEqual(['operator-case'])
  })
})

describe('texts that are no policy', () => {
  it.each([
    ['', ['empty-document']],
    [' \n\t', ['empty-document']],
    ['[]', ['policy-not-object']],
    ['null', ['policy-not-object']],
    ['"x"', ['policy-not-object']],
    ['{"Statement": [}', ['json-syntax']],
    ['{"Statement": [],}', ['json-trailing-comma']],
    ['{"Statement": [1,]}', ['json-trailing-comma']],
    ['{/* x */"Statement": []}', ['json-comment']],
    ['[['.repeat(5000), ['json-too-deep']],
    ['%7B%22Version%22%3A%222012-10-17%22%7D', ['url-encoded-policy']],
  ])('%j', (text, codes) => {
    const { document, problems: found } = parsePolicy(text, 'identity-based', 'd')
    expect([document, found.map((problem) => problem.code)]).toEqual([undefined, codes])
  })

  it.each(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document'])('wrapped in %s', (member) => {
    const { document, problems: found } = parsePolicy(JSON.stringify({ [member]: { Statement: [] } }), 'trust', 'd')
    expect(found).toMatchObject([{ code: 'wrapped-policy', severity: 'error', facts: { member } }])
    expect(document?.statements).toEqual([])
  })
})

describe('did you mean', () => {
  it.each([
    ['statement', JSON.stringify({ statement: [] }), 'Statement'],
    ['Statment', JSON.stringify({ Statment: [] }), 'Statement'],
    ['Resources', id({ Resources: '*' }), 'Resource'],
    ['effect', id({ effect: 'Allow' }), 'Effect'],
    ['ALLOW', id({ Effect: 'ALLOW' }), 'Allow'],
    ['Alow', id({ Effect: 'Alow' }), 'Allow'],
    ['Denied', id({ Effect: 'Denied' }), 'Deny'],
    ['Permit', id({ Effect: 'Permit' }), undefined],
    ['StringEqual', id({ Condition: { StringEqual: {} } }), 'StringEquals'],
    ['StringEqualIfExists', id({ Condition: { StringEqualIfExists: {} } }), 'StringEqualsIfExists'],
    ['ForAnyValues:StringLike', id({ Condition: { 'ForAnyValues:StringLike': {} } }), 'ForAnyValue:StringLike'],
    ['Whatever', id({ Condition: { Whatever: {} } }), undefined],
  ])('%s', (_name, text, suggestion) => {
    const [problem] = parsePolicy(text, 'identity-based', 'd').problems
    expect(problem?.facts.suggestion).toBe(suggestion)
  })

  it('service for Service', () => {
    const [problem] = parsePolicy(statement(trusts({ service: 'ecs.amazonaws.com' })), 'trust', 'd').problems
    expect(problem?.facts.suggestion).toBe('Service')
  })
})

describe('places', () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "One", "Effect": "Allow", "Principal": { "AWS": ["*", "111111111111"] }, "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "sts:ExternalId": ["a", "b"] } } },
    { "Sid": "Two", "Effect": "Permit", "Principal": "*", "Action": ["sts:TagSession"] }
  ]
}`
  const slice = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end)

  it('every part knows its own', () => {
    const [one, two] = parsePolicy(text, 'trust', 'trustPolicy').document?.statements ?? []
    expect(slice(one?.sid?.span)).toBe('"One"')
    expect(slice(one?.effect?.span)).toBe('"Allow"')
    expect(slice(one?.principal?.span)).toBe('"Principal": { "AWS": ["*", "111111111111"] }')
    expect(one?.principal?.values.map((entry) => slice(entry.value.span))).toEqual(['"*"', '"111111111111"'])
    expect(slice(one?.action?.span)).toBe('"Action": "sts:AssumeRole"')
    expect(slice(one?.action?.valueSpan)).toBe('"sts:AssumeRole"')
    const [condition] = one?.conditions ?? []
    expect([condition?.operator.span, condition?.key.span, condition?.span].map(slice)).toEqual([
      '"StringEquals"',
      '"sts:ExternalId"',
      '"sts:ExternalId": ["a", "b"]',
    ])
    expect(condition?.values.map((value) => slice(value.span))).toEqual(['"a"', '"b"'])
    expect(slice(two?.span)).toMatch(/^\{ "Sid": "Two"[\s\S]*\}$/)
    expect(two?.span.documentId).toBe('trustPolicy')
  })

  it('a problem points at what is wrong, and the others are still usable', () => {
    const { document, problems: found } = parsePolicy(text, 'trust', 'd')
    expect(found.map((problem) => slice(problem.span))).toEqual(['"Permit"'])
    expect(document?.statements.map((entry) => entry.usable)).toEqual([true, false])
  })

  it('a part of a larger text keeps the places of the whole', () => {
    const array = `[ ${text} ]`
    const { root } = parseJson(array, 'identityPolicy')
    const node = root?.kind === 'array' ? root.items[0] : undefined
    const document = node && readPolicy(node, 'trust', 'identityPolicy').document
    const span = document?.statements[0]?.sid?.span
    expect(array.slice(span?.start, span?.end)).toBe('"One"')
  })
})
