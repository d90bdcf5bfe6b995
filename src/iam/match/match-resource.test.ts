import { describe, expect, it } from 'vitest'
import { RequestKeys } from '../condition/context-key'
import type { ContextKeys } from '../evaluate/request-context'
import type { PolicyType } from '../terms'
import { A, allow, judge, policy, variable } from '../testing/policies'
import { parseArn } from './arn'
import { compileResource, matchResource, type ResourceMatch } from './match-resource'
import { readResource } from './request-resource'

const role = `arn:aws:iam::${A}:role/team/app`
const table = `arn:aws:dynamodb:us-east-1:${A}:table/prod-x`
const logs = `arn:aws:logs:us-east-1:${A}:log-group:/app:log-stream:s`

function result(listed: string, requested: string, policyType: PolicyType = 'identity-based', keys: ContextKeys = {}): ResourceMatch {
  return matchResource(compileResource(listed, policyType, true), readResource(requested), new RequestKeys(keys))
}

describe('one Resource value', () => {
  it.each([
    ['*', role, true],
    ['*', '*', true],
    [role, '*', false],
    ['arn:aws:s3:::*', '*', false],
    ['**', '*', false],
    [role, role, true],
    [`arn:aws:iam::${A}:role/*`, role, true],
    [`arn:aws:iam::${A}:role/t*m/ap?`, role, true],
    [`arn:aws:iam::${A}:role/TEAM/app`, role, false],
    [`arn:AWS:IAM::${A}:role/team/app`, role, true],
    [`arn:aws:iam:*:${A}:role/team/app`, role, true],
    [`arn:*:iam::*:role/team/app`, role, true],
    [`arn:aws:iam::*:*/app`, role, true],
    [`arn:aws:iam::${A}:r*/app`, role, true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket//test/', true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/1/2/test/3/o', true],
    ['arn:aws:s3:::bucket/*/test/*', 'arn:aws:s3:::bucket/test/o', false],
    ['arn:aws:s3:::bu.ket', 'arn:aws:s3:::bucket', false],
    ['arn:aws:s3:::b?', 'arn:aws:s3:::b/', true],
    ['arn:aws:s3:::b?', 'arn:aws:s3:::b', false],
    [`arn:aws:logs:*:${A}:log-group:/app:*`, logs, true],
    [`arn:aws:logs:*:${A}:log-group:*:log-stream:s`, logs, true],
    // A star ending a part may run past the colon; one in its middle may not.
    ['arn:aws:dynamodb:*:table/prod-*', table, true],
    ['arn:aws:dynamodb:us-*:table/prod-*', table, true],
    ['arn:aws:dynamodb:eu-*:table/prod-*', table, false],
    ['arn:aws:dynamodb:*1:table/prod-*', table, false],
    ['arn:aws:*:table/prod-x', table, true],
    ['arn:*:table/prod-x', table, true],
    ['arn:aws:*:Table/Prod', `arn:aws:dynamodb:us-east-1:${A}:Table/Prod`, true],
    ['arn:aws:*:table/prod', `arn:aws:dynamodb:us-east-1:${A}:Table/Prod`, false],
    ['arn:*:Part:x', `arn:aws:y:r:${A}:z:Part:x`, true],
    ['arn:*:part:x', `arn:aws:y:r:${A}:z:Part:x`, false],
    ['arn:*:DynamoDB:us-east-1:*', table, true],
    ['arn:aws:logs:*:log-stream:s', logs, true],
    ['arn:aws:logs:*:log-stream:t', logs, false],
    [`arn:aws:logs:*:${A}:*:log-stream:s`, logs, true],
    // Fewer than six parts.
    ['arn:aws:dynamodb', table, true],
    ['arn:aws:dynamodb:us-east-1', table, true],
    ['arn:aws:dynamodb:eu-west-1', table, false],
    ['arn:aws:s3', table, false],
    ['arn:aws:s3:*', 'arn:aws:s3:::b/k', true],
    ['arn', table, true],
    ['table/prod-x', table, false],
    ['', table, false],
  ] as const)('%s on %s: %j', (listed, requested, matched) => {
    expect(result(listed, requested)).toBe(matched ? 'matched' : 'not-matched')
  })

  it.each([
    ['identity-based', 'arn:aws:dynamodb', 'matched'],
    ['permissions-boundary', 'arn:aws:dynamodb', 'matched'],
    ['session', 'arn:aws:dynamodb', 'matched'],
    ['resource-based', 'arn:aws:dynamodb', 'not-matched'],
    ['resource-based', 'arn:aws:dynamo*', 'matched'],
    ['resource-based', 'arn:aws:dynamodb:?s-east-1', 'matched'],
    ['service-control', 'arn:aws:dynamodb', 'refused'],
    ['service-control', 'arn:aws:*:us-east-1', 'refused'],
    ['service-control', 'arn:aws:dynamodb:*', 'matched'],
    ['resource-control', 'arn:aws:dynamodb:*', 'refused'],
    ['resource-control', `arn:aws:dynamodb:*:${A}:*`, 'matched'],
    ['resource-control', '*', 'matched'],
  ] as const)('fewer than six parts in %s: %s', (policyType, listed, expected) => {
    expect(result(listed, table, policyType)).toBe(expected)
  })

  it.each([
    [`arn:aws:s3:::home/${variable('aws:username')}/*`, { 'aws:username': 'bob' }, 'matched'],
    [`arn:aws:s3:::home/${variable('aws:username')}/*`, { 'aws:username': 'b*' }, 'not-matched'],
    [`arn:aws:s3:::home/${variable('aws:username')}/*`, {}, 'unresolved'],
    [`arn:aws:s3:::home/${variable("aws:username, 'bob'")}/*`, {}, 'matched'],
    [`arn:aws:s3:::home/${variable("aws:username,'bob'")}/*`, {}, 'unresolved'],
    [`arn:aws:s3:::home/${variable('aws:username')}/*`, { 'aws:username': ['bob'] }, 'unresolved'],
    [`arn:aws:s3:::home/${variable('*')}/*`, {}, 'not-matched'],
    // Only after the fifth colon.
    [`arn:aws:s3::${variable('a')}:home/bob/x`, { a: '' }, 'not-matched'],
    [`arn:aws:${variable('svc')}:::home/bob/x`, { svc: 's3' }, 'not-matched'],
  ] as const)('variable: %s with %j', (listed, keys, expected) => {
    expect(result(listed, 'arn:aws:s3:::home/bob/x', 'identity-based', keys)).toBe(expected)
  })

  it('is fast on a resource of many colons', () => {
    const requested = `arn:aws:x:::${'a:'.repeat(20_000)}c`
    const from = performance.now()
    expect(result(`arn:aws:*:a*${'b'.repeat(40)}*c`, requested)).toBe('not-matched')
    expect(result(`arn:*:${'*a:'.repeat(2000)}b`, requested)).toBe('not-matched')
    expect(performance.now() - from).toBeLessThan(500)
  })
})

describe('what stands before the first wildcard is compared first', () => {
  it.each([
    ['arn:aws:s3:::bucket/key', 'arn:aws:s3:::bucket/key', 'end'],
    ['ARN:AWS:S3:::Bucket/Key', 'arn:aws:s3:::Bucket/Key', 'end'],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/', 'star'],
    ['arn:aws:s3:::bucket/**', 'arn:aws:s3:::bucket/', 'more'],
    ['arn:aws:s3:::bucket/?', 'arn:aws:s3:::bucket/', 'more'],
    ['arn:aws:s3:::bucket/*/x', 'arn:aws:s3:::bucket/', 'more'],
    ['arn:aws:s3:*:1:Bucket/x*', 'arn:aws:s3:', 'more'],
    [`arn:aws:s3:::home/${variable('aws:username')}`, 'arn:aws:s3:::home/', 'more'],
    ['arn:aws:S3:US', 'arn:aws:s3:us', 'more'],
    ['arn:aws:s3:*', 'arn:aws:s3:', 'more'],
  ] as const)('%s', (listed, head, after) => {
    expect(compileResource(listed, 'identity-based', true)).toMatchObject({ kind: 'arn', head, after })
  })

  it.each([
    ['arn:aws:s3:::*', false],
    ['arn:aws:s3:*:1:x', true],
    ['arn:aws:s*3:::x', false],
    ['arn:*:s3:::x', true],
    ['arn:aws:s3:us-?:1:x', false],
  ] as const)('%s: a part that may run past the colon: %j', (listed, open) => {
    expect(compileResource(listed, 'identity-based', true)).toMatchObject({ open })
  })

  it.each([
    ['arn:aws:s3:::bucket/key', 'arn:aws:s3:::bucket/key2', 'not-matched'],
    ['arn:aws:s3:::bucket/key2', 'arn:aws:s3:::bucket/key', 'not-matched'],
    ['arn:aws:s3:::bucket/key*', 'arn:aws:s3:::bucket/key', 'matched'],
    ['arn:aws:s3:::bucket/key*', 'arn:aws:s3:::bucket/ke', 'not-matched'],
    ['arn:aws:s3:::bucket', 'ARN:AWS:S3:::bucket', 'matched'],
    ['arn:aws:s3:::bucket', 'arn:aws:s3:::BUCKET', 'not-matched'],
    ['arn:aws:s3:::*', 'arn:aws:s3', 'not-matched'],
    ['arn:aws:s3', 'ARN:AWS:S3', 'not-matched'],
    ['arn:aws:s3', 'arn:aws:s3:::b', 'matched'],
    ['arn:aws:s3:us-east-1:1', 'arn:aws:s3:us-east-1:1:b', 'matched'],
    ['arn:aws:s3:us-east-1:1', 'arn:aws:s3:us-east-1:12:b', 'not-matched'],
    ['arn:aws:s3:US-EAST-1', 'arn:aws:s3:us-east-1:1:b', 'matched'],
    ['arn:aws:a*:x', 'arn:aws:abc:::y', 'not-matched'],
    ['arn:aws:*:x', 'arn:aws:abc:r:1:y:x', 'matched'],
    ['arn:aws:*:x?', 'arn:aws:abc:r:1:y:x', 'not-matched'],
    ['arn:aws:*:?', 'arn:aws:abc:r:1:y:x', 'matched'],
    ['arn:aws:*:r:1:y', 'arn:aws:abc:r:1:y', 'matched'],
    ['arn:aws:*:1:y', 'arn:aws:abc:r:1:y', 'matched'],
    ['arn:aws:a*:1:y*', 'arn:aws:abc:r:1:z', 'not-matched'],
    ['arn:*:*:*:*:x', 'arn:aws:abc:r:1:x', 'matched'],
    ['arn:*:*:*:*:x', 'arn:aws:abc:r:1:y:x', 'matched'],
    ['arn:*:*:*:*:x', 'arn:aws:abc:r:1:y', 'not-matched'],
  ] as const)('%s on %s: %s', (listed, requested, expected) => {
    expect(result(listed, requested)).toBe(expected)
  })

  it('reads a resource once', () => {
    const resource = readResource('ARN:AWS:S3:US:1:A:b')
    expect(resource.folded).toBe('arn:aws:s3:us:1:A:b')
    expect(resource.tokens).toEqual(['arn', 'aws', 's3', 'us', '1', 'A', 'b'])
    expect(resource.starts).toEqual([0, 4, 8, 11, 14, 16, 18])
    expect(resource.starts).toBe(resource.starts)
    expect(readResource('ABC').folded).toBe('abc')
    expect(readResource('A:B:C:D').folded).toBe('a:b:c:d')
  })
})

describe('NotResource', () => {
  const not = (listed: unknown, requested: string, keys: ContextKeys = {}) =>
    judge({ action: 'iam:GetRole', resource: requested, keys, id: [{ Effect: 'Allow', Action: '*', NotResource: listed }] }).verdict.kind

  it.each([
    ['listed', [role], role, 'implicit-deny'],
    ['not listed', [`${role}2`], role, 'allow'],
    ['everything listed', '*', role, 'implicit-deny'],
    ['a request without resource types', [role], '*', 'allow'],
    ['an empty list', [], role, 'allow'],
    ['a variable without a value never grants', [`arn:aws:iam::${A}:role/${variable('aws:username')}`], role, 'implicit-deny'],
  ] as const)('%s', (_name, listed, requested, expected) => {
    expect(not(listed, requested)).toBe(expected)
  })

  it('an incomplete ARN in a resource-based policy matches nothing, so NotResource matches', () => {
    const document = policy('resource-based', { Effect: 'Allow', Principal: '*', Action: '*', NotResource: 'arn:aws:iam' })
    expect(document.statements[0]?.usable).toBe(true)
    const rp = { Effect: 'Deny', Principal: '*', Action: '*', NotResource: 'arn:aws:iam' }
    expect(judge({ action: 'iam:GetRole', resource: role, id: [allow()], rp }).verdict.kind).toBe('explicit-deny')
  })

  it('an incomplete ARN in an SCP makes its statement void', () => {
    const scp = (statement: object) =>
      judge({ action: 'iam:GetRole', resource: role, id: [allow()], scp: [[[allow(), { ...statement }]]] }).verdict.kind
    expect(scp({ Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3' })).toBe('allow')
    expect(scp({ Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::*' })).toBe('explicit-deny')
  })
})

describe('parseArn', () => {
  it.each([
    ['arn:aws:iam::1:role/a', { partition: 'aws', service: 'iam', region: '', account: '1', resource: 'role/a' }],
    ['arn:aws:logs:r:1:log-group:x:*', { partition: 'aws', service: 'logs', region: 'r', account: '1', resource: 'log-group:x:*' }],
    ['arn:aws:iam::1', undefined],
    ['ARN:aws:iam::1:x', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseArn(text)).toEqual(expected)
  })
})
