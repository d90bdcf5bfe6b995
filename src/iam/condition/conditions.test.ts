import { describe, expect, it } from 'vitest'
import type { ContextKeys } from '../evaluate/request-context'
import { allow, judge, policy, variable } from '../testing/policies'

/** Operator, listed values, the request's value of key `k` (undefined: absent), and whether the condition is met. */
type Row = readonly [operator: string, listed: unknown, requested: string | readonly string[] | undefined, met: boolean, more?: ContextKeys]

function met(operator: string, listed: unknown, requested: string | readonly string[] | undefined, more: ContextKeys = {}): boolean {
  const keys = requested === undefined ? more : { ...more, k: requested }
  return judge({ id: [allow({ Condition: { [operator]: { k: listed } } })], keys }).verdict.kind === 'allow'
}

function walk(rows: readonly Row[]): void {
  it.each(rows.map((row) => [JSON.stringify(row), row] as const))('%s', (_name, [operator, listed, requested, expected, more]) => {
    expect(met(operator, listed, requested, more)).toBe(expected)
  })
}

describe('string operators', () => {
  walk([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', [], 'b', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', 'a?', 'ab', false],
    ['StringEquals', '', '', true],
    ['StringNotEquals', 'a', 'A', true],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringEqualsIgnoreCase', 'aB', 'Ab', true],
    ['StringEqualsIgnoreCase', 'a*', 'ab', false],
    ['StringNotEqualsIgnoreCase', 'aB', 'Ab', false],
    ['StringNotEqualsIgnoreCase', 'aB', 'c', true],
    ['StringLike', 'a*c', 'a/:c', true],
    ['StringLike', 'a*c', 'A/:c', false],
    ['StringLike', 'a?c', 'abc', true],
    ['StringLike', 'a?c', 'ac', false],
    ['StringLike', '*', '', true],
    ['StringLike', '?*', '', false],
    ['StringLike', 'a.c', 'abc', false],
    ['StringLike', 'a+(b)[c]', 'a+(b)[c]', true],
    ['StringNotLike', ['a*', 'b*'], 'cat', true],
    ['StringNotLike', ['a*', 'b*'], 'bat', false],
    ['stringequals', 'a', 'a', true],
    ['STRINGLIKEIFEXISTS', 'a*', 'ab', true],
    ['StringEquals', 123, '123', true],
    ['StringEquals', 1.5, '1.50', false],
    ['StringEquals', true, 'true', true],
    ['StringEquals', true, 'True', false],
  ])
})

describe('numbers and dates', () => {
  walk([
    ['NumericEquals', '10', '10.0', true],
    ['NumericEquals', 10, '10', true],
    ['NumericEquals', ['1', '2'], '2', true],
    ['NumericNotEquals', ['1', '2'], '2', false],
    ['NumericNotEquals', '1', '2', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericLessThanEquals', '10', '9', true],
    ['NumericGreaterThan', '-1.5', '-1', true],
    ['NumericGreaterThanEquals', '10', '9.999', false],
    ['NumericGreaterThan', '9', '10', true],
    ['NumericEquals', 'abc', '1', false],
    ['NumericEquals', '1', 'abc', false],
    ['NumericEquals', 'abc', 'abc', false],
    ['NumericNotEquals', '1', 'abc', true],
    ['NumericNotEquals', 'abc', '1', true],
    ['NumericEquals', '', '', false],
    ['NumericEquals', '1e3', '1000', true],
    ['NumericEquals', '1E+3', '1000', true],
    ['NumericEquals', '1e-2', '0.01', true],
    ['NumericEquals', '+5', '5', true],
    ['NumericEquals', '.5', '0.5', true],
    ['NumericEquals', '5.', '5', true],
    ['NumericEquals', '.', '.', false],
    ['NumericEquals', '1e', '1e', false],
    ['NumericEquals', 'x1', 'x1', false],
    ['NumericEquals', '1x', '1x', false],
    ['NumericEquals', '10', '10', true],
    ['NumericEquals', '1e10', '10000000000', true],
    ['NumericLessThanEquals', '10', '11', false],
    ['NumericGreaterThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '10', false],
    ['DateGreaterThan', '2026-01-01', '2026-01-01', false],
    ['DateGreaterThanEquals', '2026-01-01', '2026-01-01', true],
    ['DateEquals', '2026-13-01', '2027-01-01', false],
    ['DateEquals', '2026-00-01', '2025-12-01', false],
    ['DateEquals', '2026-01-00', '2025-12-31', false],
    ['DateEquals', '2026-12-31', '2026-12-31', true],
    ['DateEquals', '2024-02-29', '2024-02-29', true],
    ['DateEquals', '2026-01-31', '2026-01-31T00:00:00Z', true],
    ['DateEquals', '2026-04-31', '2026-05-01', false],
    ['DateEquals', '2026-01-01T23:59:59Z', '2026-01-01T23:59:59.000z', true],
    ['DateEquals', '2026-01-01t23:59:60Z', '2026-01-02T00:00:00Z', true],
    ['DateEquals', '2026-01-01T23:59:61Z', '2026-01-02T00:00:01Z', false],
    ['DateEquals', '2026-01-01T23:60:00Z', '2026-01-02T00:00:00Z', false],
    ['DateEquals', '2026-01-01T00:00:00+24:00', '2025-12-31T00:00:00Z', false],
    ['DateEquals', '2026-01-01T00:00:00+23:60', '2025-12-31T00:00:00Z', false],
    ['DateEquals', '2026-01-01T23:59:00+23:59', '2026-01-01T00:00:00Z', true],
    ['DateEquals', '2026-01-01 00:00:00Z', '2026-01-01T00:00:00Z', true],
    ['DateEquals', '2026-01-01T00:00:00.5Z', '1767225600.5', true],
    ['DateEquals', '2026-01-01T00:00:00', '1767225600', true],
    ['DateEquals', '-1', '1969-12-31T23:59:59Z', true],
    ['DateEquals', 'x1767225600', 'x1767225600', false],
    ['DateEquals', '1767225600x', '1767225600x', false],
    ['DateEquals', 'x2026-01-01', 'x2026-01-01', false],
    ['DateEquals', '2026-01-01x', '2026-01-01x', false],
    ['DateEquals', '2026-01-01T00:00:00-01:30', '2026-01-01T01:30:00Z', true],
    ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
    ['DateEquals', '1767225600', '2026-01-01T00:00:00Z', true],
    ['DateEquals', 1767225600, '2026-01-01', true],
    ['DateEquals', '2026-01-01T09:00:00+09:00', '2026-01-01T00:00:00Z', true],
    ['DateEquals', '2025-12-31T19:00:00-0500', '2026-01-01T00:00:00.000Z', true],
    ['DateNotEquals', '2026-01-01', '2026-01-01T00:00Z', false],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', true],
    ['DateLessThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
    ['DateLessThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true],
    ['DateGreaterThan', '2026-01', '2026-01-01T00:00:01Z', true],
    ['DateGreaterThanEquals', '2026', '2026-01-01', true],
    ['DateGreaterThan', '2026-01-01', 'tomorrow', false],
    ['DateNotEquals', '2026-01-01', 'tomorrow', true],
    ['DateEquals', '2026-02-30', '2026-03-02', false],
    ['DateEquals', '2026-01-01T24:30:00Z', '2026-01-02T00:30:00Z', false],
  ])
})

describe('Bool, Binary, IP addresses', () => {
  walk([
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'True', 'true', true],
    ['Bool', true, 'true', true],
    ['Bool', 'false', 'true', false],
    ['Bool', 'yes', 'yes', false],
    ['Bool', 'true', '1', false],
    ['Bool', ['true', 'false'], 'false', true],
    ['BinaryEquals', 'AQID', 'AQID', true],
    ['BinaryEquals', 'AQI=', 'AQI', true],
    ['BinaryEquals', 'AQID', 'AQIE', false],
    ['BinaryEquals', 'AQ==', 'AQ', true],
    ['BinaryEquals', 'AR==', 'AQ==', true],
    ['BinaryEquals', 'AQ==', 'AQID', false],
    ['BinaryEquals', 'A', 'A', false],
    ['BinaryEquals', '+/+/', '+/+/', true],
    ['BinaryEquals', '+/+/', '++++', false],
    ['BinaryEquals', '=AQI', '=AQI', false],
    ['BinaryEquals', 'AQID', 'AQID%', false],
    ['BinaryEquals', '%AQID', '%AQID', false],
    ['BinaryEquals', '', '', true],
    ['BinaryEquals', '%%%', '%%%', false],
    ['IpAddress', '10.0.0.0/8', '10.1.2.3', true],
    ['IpAddress', '10.0.0.0/8', '11.1.2.3', false],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '203.0.113.7', '203.0.113.8', false],
    ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
    ['IpAddress', '0.0.0.0/0', '::1', false],
    ['IpAddress', '::/0', '8.8.8.8', false],
    ['IpAddress', '2001:DB8::/32', '2001:db8:0:0::1', true],
    ['IpAddress', '2001:db8::1', '2001:0db8:0000::0001', true],
    ['IpAddress', '2001:db8::/33', '2001:db8:8000::', false],
    ['IpAddress', '::ffff:10.0.0.0/104', '::ffff:10.9.9.9', true],
    ['IpAddress', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::1', true],
    ['IpAddress', '10.0.0.0/33', '10.0.0.0', false],
    ['IpAddress', '10.0.0.0/32', '10.0.0.0', true],
    ['IpAddress', '10.16.0.0/12', '10.31.255.255', true],
    ['IpAddress', '10.16.0.0/12', '10.32.0.0', false],
    ['IpAddress', '10.0.0.128/25', '10.0.0.129', true],
    ['IpAddress', '10.0.0.128/25', '10.0.0.127', false],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/9', true],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/7', false],
    ['IpAddress', '10.0.0.0/8', '10.0.0.0/8', true],
    ['IpAddress', '10.0.0.0/8/8', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/x8', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/8x', '10.0.0.1', false],
    ['IpAddress', '10.0.0.256', '10.0.0.256', false],
    ['IpAddress', '10.0.0.255', '10.0.0.255', true],
    ['IpAddress', '10.0.0.1.1', '10.0.0.1.1', false],
    ['IpAddress', '10.0.0.x1', '10.0.0.x1', false],
    ['IpAddress', '10.0.0.1x', '10.0.0.1x', false],
    ['IpAddress', '10.0.0.0001', '10.0.0.1', false],
    ['IpAddress', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8', true],
    ['IpAddress', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7', false],
    ['IpAddress', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8:9', false],
    ['IpAddress', '1:2:3:4:5:6:7:8/129', '1:2:3:4:5:6:7:8', false],
    ['IpAddress', '1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8', true],
    ['IpAddress', '::', '0:0:0:0:0:0:0:0', true],
    ['IpAddress', '1::8', '1:0:0:0:0:0:0:8', true],
    ['IpAddress', '1::2::3', '1::2::3', false],
    ['IpAddress', '1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
    ['IpAddress', '1:2:3:4::5:6:7:8', '1:2:3:4::5:6:7:8', false],
    ['IpAddress', '1::g', '1::g', false],
    ['IpAddress', '1::12345', '1::12345', false],
    ['IpAddress', '1::x1', '1::x1', false],
    ['IpAddress', '1::100', '1::100', true],
    ['IpAddress', '1::100', '1::101', false],
    ['IpAddress', '1::ff00', '1::fe00', false],
    ['IpAddress', '::ffff:10.1.2.3', '::ffff:a01:203', true],
    ['IpAddress', '::ffff:10.1.2.3', '::ffff:a01:204', false],
    ['IpAddress', '::ffff:10.1.2', '::ffff:10.1.2', false],
    ['IpAddress', '10.0.0/8', '10.0.0.1', false],
    ['IpAddress', '10.0.0.0/8', 'somewhere', false],
    ['NotIpAddress', '10.0.0.0/8', '10.1.2.3', false],
    ['NotIpAddress', '10.0.0.0/8', '2001:db8::1', true],
    ['NotIpAddress', '10.0.0.0/8', 'somewhere', true],
    ['NotIpAddress', ['10.0.0.0/8', '11.0.0.0/8'], '12.0.0.1', true],
  ])
})

describe('ARN operators', () => {
  const role = 'arn:aws:iam::111111111111:role/team/app'
  walk([
    ['ArnEquals', role, role, true],
    ['ArnLike', 'arn:aws:iam::*:role/*', role, true],
    ['ArnEquals', 'arn:aws:iam::111111111111:role/*app', role, true],
    ['ArnLike', 'arn:aws:iam::111111111111:role/app', role, false],
    ['ArnLike', 'arn:aws:iam::1*:role/t?am/app', role, true],
    ['ArnLike', 'arn:AWS:iam::111111111111:role/team/app', role, false],
    ['ArnLike', 'arn:aws:iam::111111111111:Role/team/app', role, false],
    ['ArnLike', 'arn:aws:*:app', role, false],
    ['ArnLike', 'arn:aws:iam:*:role/team/app', role, false],
    ['ArnLike', '*', role, false],
    ['ArnLike', 'arn:*:*:*:*:*', role, true],
    ['ArnLike', 'ar?:*:*:*:*:*', role, false],
    ['ArnLike', 'arn:*:*:*:*', role, false],
    ['ArnLike', 'arn:*:*:*:*:*', 'arn:aws:iam::1', false],
    ['ArnLike', 'arn:*:*:*:*:*', 'urn:aws:iam::1:x', false],
    ['ArnLike', 'arn:*:*:*:*:*', 'arn:aws:iam::1:', true],
    ['ArnEquals', 'arn:aws:iam::1:a:b', 'arn:aws:iam::1:a:b', true],
    ['ArnEquals', 'arn:aws:iam::1:a:b', 'arn:aws:iam::1:a', false],
    ['ArnLike', `arn:aws:iam::1:${variable('*')}`, 'arn:aws:iam::1:*', true],
    ['ArnLike', `arn:aws:iam::1:${variable('*')}`, 'arn:aws:iam::1:x', false],
    ['ArnLike', 'arn:aws:logs:*:*:log-group:*', 'arn:aws:logs:us-east-1:111111111111:log-group:x:log-stream:y', true],
    ['ArnLike', 'arn:aws:sns:*:*:topic', 'not an arn', false],
    ['ArnNotLike', 'arn:aws:iam::*:role/*', role, false],
    ['ArnNotEquals', 'arn:aws:iam::*:user/*', role, true],
    ['ArnNotLike', 'arn:aws:iam::*:user/*', 'not an arn', true],
    ['ArnLike', `arn:aws:iam::${variable('aws:PrincipalAccount')}:role/team/app`, role, true, { 'aws:PrincipalAccount': '111111111111' }],
    ['ArnLike', `arn:aws:iam::${variable('aws:PrincipalAccount')}:role/*`, role, false],
    ['ArnNotLike', `arn:aws:iam::${variable('aws:PrincipalAccount')}:role/*`, role, true],
  ])
})

describe('an absent key', () => {
  walk([
    ...['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'NumericEquals', 'NumericLessThan', 'DateEquals', 'Bool'].map(
      (operator): Row => [operator, 'x', undefined, false],
    ),
    ...['DateGreaterThan', 'BinaryEquals', 'IpAddress', 'ArnEquals', 'ArnLike', 'NumericGreaterThanEquals'].map(
      (operator): Row => [operator, '1', undefined, false],
    ),
    ...['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'NumericNotEquals', 'DateNotEquals'].map(
      (operator): Row => [operator, 'x', undefined, true],
    ),
    ...['NotIpAddress', 'ArnNotEquals', 'ArnNotLike'].map((operator): Row => [operator, 'x', undefined, true]),
    ...['StringEquals', 'StringNotEquals', 'NumericLessThan', 'Bool', 'IpAddress', 'ArnLike', 'DateEquals', 'BinaryEquals'].map(
      (operator): Row => [`${operator}IfExists`, 'x', undefined, true],
    ),
    ['StringEqualsIfExists', 'x', 'x', true],
    ['StringEqualsIfExists', 'x', 'y', false],
    ['Null', 'true', undefined, true],
    ['Null', 'false', undefined, false],
    ['Null', 'true', 'x', false],
    ['Null', 'false', 'x', true],
    ['Null', true, undefined, true],
    ['Null', 'TRUE', undefined, true],
    ['Null', 'maybe', undefined, false],
    ['Null', 'maybe', 'x', false],
    ['Null', ['true', 'false'], 'x', true],
    ['Null', 'false', ['a', 'b'], true],
    ['ForAllValues:StringEquals', 'x', undefined, true],
    ['ForAllValues:StringNotEquals', 'x', undefined, true],
    ['ForAnyValue:StringEquals', 'x', undefined, false],
    ['ForAnyValue:StringNotEquals', 'x', undefined, false],
    ['ForAllValues:StringEqualsIfExists', 'x', undefined, true],
    ['ForAnyValue:StringEqualsIfExists', 'x', undefined, true],
    ['ForAllValues:Null', 'false', undefined, true],
    ['ForAllValues:Null', 'true', 'x', true],
    ['ForAnyValue:Null', 'true', undefined, false],
    ['ForAnyValue:Null', 'false', 'x', false],
  ])
})

describe('set operators', () => {
  walk([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a'], [], true],
    ['ForAllValues:StringEquals', ['a'], '', true],
    ['ForAllValues:StringEquals', ['a'], 'a', true],
    ['ForAllValues:StringEquals', ['a'], 'b', false],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
    ['ForAllValues:StringNotEquals', ['a'], ['b', 'a'], false],
    ['ForAllValues:StringLike', ['a*', 'b*'], ['ax', 'by'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c'], false],
    ['ForAnyValue:StringEquals', ['a'], [], false],
    ['ForAnyValue:StringEquals', [''], '', false],
    ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
    ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
    ['forallvalues:StringEquals', ['a'], ['a'], true],
    ['FORANYVALUE:StringEquals', ['a'], ['b', 'a'], true],
    ['ForSomeValue:StringEquals', ['a'], ['a'], false],
    ['xForAllValues:StringEquals', ['a'], ['a'], false],
    ['NullIfExists', 'true', undefined, false],
    ['StringEqualsIfExistsx', 'a', 'a', false],
    ['ForAllValues:StringEquals', ['a'], ['', ''], true],
    ['ForAllValues:StringEquals', ['a'], ['', 'b'], false],
    ['ForAnyValue:StringEquals', ['a', ''], ['', ''], false],
    ['ForAnyValue:StringEquals', ['a'], ['', 'a'], true],
    ['ForAnyValue:StringEquals', ['a'], 'a', true],
    ['ForAnyValue:StringNotEquals', ['a'], 'a', false],
    ['ForAnyValue:StringNotEquals', ['a'], 'b', true],
    ['ForAnyValue:StringEqualsIfExists', ['a'], ['b'], false],
    ['ForAllValues:StringEqualsIfExists', ['a'], ['b'], false],
    ['Null', 'true', [], true],
    ['Null', 'false', [], false],
    ['Null', 'true', '', false],
    ['ForAnyValue:NumericLessThan', '5', ['9', '4'], true],
    ['ForAllValues:ArnLike', 'arn:aws:iam::*:role/*', ['arn:aws:iam::1:role/x', 'arn:aws:iam::1:user/x'], false],
    // A plain operator on a multivalued key: neither form matches.
    ['StringEquals', 'a', ['a'], false],
    ['StringNotEquals', 'z', ['a'], false],
    ['StringEqualsIfExists', 'a', ['a', 'b'], false],
  ])
})

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

describe('several conditions', () => {
  const both = { Condition: { StringEquals: { a: '1', b: '2' }, Bool: { c: 'true' } } }
  it.each([
    ['all met', { a: '1', b: '2', c: 'true' }, 'allow'],
    ['keys under one operator AND', { a: '1', b: 'x', c: 'true' }, 'implicit-deny'],
    ['operators AND', { a: '1', b: '2', c: 'false' }, 'implicit-deny'],
    ['key names ignore case', { A: '1', B: '2', C: 'true' }, 'allow'],
  ])('%s', (_name, keys, kind) => {
    expect(judge({ id: [allow(both)], keys }).verdict.kind).toBe(kind)
  })

  it('an empty Condition is none', () => {
    expect(judge({ id: [allow({ Condition: {} })] }).verdict.kind).toBe('allow')
  })

  it('an unknown operator never matches', () => {
    expect(judge({ id: [allow({ Condition: { StringMatches: { k: 'x' } } })], keys: { k: 'x' } }).verdict.kind).toBe('implicit-deny')
  })

  it('keys named like an object’s own members are ordinary', () => {
    expect(met('StringEquals', 'x', undefined)).toBe(false)
    const id = [allow({ Condition: { Null: { toString: 'true', constructor: 'true' } } })]
    expect(judge({ id }).verdict.kind).toBe('allow')
  })
})
