import { describe, expect, it } from 'vitest'
import type { ContextKeys } from '../evaluate/request-context'
import { walk } from '../testing/condition-rows'
import { judge, policy, variable } from '../testing/policies'

describe('policy variables', () => {
  const bob: ContextKeys = { 'aws:username': 'bob' }
  walk([
    ['StringEquals', variable('aws:username'), 'bob', true, bob],
    ['StringEquals', variable('AWS:UserName'), 'bob', true, bob],
    ['StringEquals', `x-${variable('aws:username')}-y`, 'x-bob-y', true, bob],
    ['StringEquals', variable('aws:username'), 'bob', false],
    ['StringNotEquals', variable('aws:username'), 'bob', true],
    ['StringEquals', [variable('aws:username'), 'bob'], 'bob', true],
    ['StringNotEquals', [variable('aws:username'), 'bob'], 'bob', false],
    ['StringEquals', variable('aws:username'), 'bob', false, { 'aws:username': ['bob'] }],
    ['StringEquals', variable("aws:username, 'none'"), 'none', true, { 'aws:username': ['bob'] }],
    ['StringEquals', variable("aws:username, 'none'"), 'none', true],
    ['StringEquals', variable("aws:username, 'none'"), 'bob', true, bob],
    ['StringEquals', variable("aws:username, ''"), '', true],
    ['StringEquals', variable("aws:username, 'a, b}c'"), 'a, b}c', true],
    ['StringEquals', variable("aws:username,'none'"), 'none', false],
    ['StringEquals', variable("aws:username,  'none'"), 'none', false],
    ['StringEquals', variable('aws:username, "none"'), 'none', false],
    ['StringEquals', variable(' aws:username '), 'bob', false, bob],
    ['StringEquals', variable(''), '', false],
    ['StringEquals', variable("aws:username, 'none'x"), 'none', false],
    ['StringEquals', variable("aws:username, 'none''"), 'none', false],
    ['StringEquals', variable("aws:username,x 'none'"), 'none', false],
    ['StringEquals', variable(", 'none'"), 'none', false],
    ['StringEquals', variable(" , 'none'"), 'none', false],
    ['StringEquals', variable("a'b"), 'x', false, { "a'b": 'x' }],
    ['StringEquals', variable("a'b'c"), 'x', false, { "a'b'c": 'x' }],
    ['StringEquals', '', variable(''), false],
    ['StringEquals', `a${'$'}{b`, `a${'$'}{b`, false],
    ['StringEquals', `${variable('aws:username')}${'$'}{`, 'bob', false, bob],
    ['StringEquals', `${variable('aws:username')}-${variable('aws:username')}`, 'bob-bob', true, bob],
    ['StringLike', `${variable('aws:username')}?`, 'bobx', true, bob],
    ['StringLike', `?${variable('aws:username')}`, 'xbob', true, bob],
    ['StringEquals', `?${variable('aws:username')}`, 'xbob', false, bob],
    ['StringNotLike', `${variable('aws:username')}*`, 'bobby', false, bob],
    ['StringNotLike', `${variable('aws:username')}*`, 'alice', true, bob],
    ['StringEqualsIgnoreCase', `${variable('aws:username')}*`, 'bobby', false, bob],
    ['Bool', variable('lab:none'), 'true', false],
    ['StringEquals', '${aws:username', 'bob', false, bob],
    ['StringEquals', variable('aws:PrincipalTag/cost center'), '7', true, { 'aws:PrincipalTag/Cost Center': '7' }],
    ['StringLike', variable('*'), 'x', false],
    ['StringLike', variable('*'), '*', true],
    ['StringLike', `${variable('?')}*`, '?x', true],
    ['StringEquals', `${variable('$')}{aws:username}`, variable('aws:username'), true, bob],
    ['StringLike', `${variable('aws:username')}*`, 'a*b!', true, { 'aws:username': 'a*b' }],
    ['StringLike', `${variable('aws:username')}*`, 'axb!', false, { 'aws:username': 'a*b' }],
    ['StringEqualsIgnoreCase', variable('aws:username'), 'BOB', true, bob],
    ['Bool', variable('aws:SecureTransport'), 'true', true, { 'aws:SecureTransport': 'true' }],
    // No variables in these families.
    ['NumericEquals', variable('n'), '1', false, { n: '1' }],
    ['DateEquals', variable('n'), '2026-01-01', false, { n: '2026-01-01' }],
    ['IpAddress', variable('n'), '10.0.0.1', false, { n: '10.0.0.1' }],
    ['BinaryEquals', variable('n'), 'AQID', false, { n: 'AQID' }],
    ['NumericNotEquals', variable('n'), '1', true, { n: '1' }],
  ])

  it.each(['2008-10-17', undefined])('Version %s: literal text', (version) => {
    const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { k: variable('aws:username') } } }
    const text = JSON.stringify({ Version: version, Statement: statement })
    expect(policy('identity-based', text).version).toBe('2008-10-17')
    expect(judge({ id: [text], keys: { ...bob, k: 'bob' } }).verdict.kind).toBe('implicit-deny')
    expect(judge({ id: [text], keys: { ...bob, k: variable('aws:username') } }).verdict.kind).toBe('allow')
  })
})
