import { describe, expect, it } from 'vitest'
import {
  A,
  allow,
  bucketObject,
  deny,
  judge,
  passRoleRequest,
  policy,
  type RequestSketch,
  type StatementSketch,
  session,
  trusts,
  user,
  when,
} from '../testing/policies'
import { evaluateRequest } from './evaluate-request'

const request = passRoleRequest
const sidOf = (sketch: RequestSketch) => judge(sketch).verdict.statement?.statement.sid?.value

describe('nearness', () => {
  const pass = (sid: string, rest: object) => allow({ Sid: sid, Action: 'iam:PassRole', ...rest })
  const elsewhere = { Resource: 'arn:aws:iam::1:role/x' }
  const unmet = (count: number) => ({
    Condition: { StringEquals: Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'x'])) },
  })
  it.each<readonly [string, readonly StatementSketch[], string]>([
    ['fewer conditions missed', [pass('A', unmet(2)), pass('B', unmet(1)), pass('C', unmet(3))], 'B'],
    ['a resource weighs as much as four conditions', [pass('A', unmet(5)), pass('B', elsewhere), pass('C', unmet(4))], 'B'],
    ['three conditions weigh less', [pass('A', elsewhere), pass('B', unmet(3))], 'B'],
    ['the action by name before everything', [allow({ Sid: 'A', ...unmet(1) }), pass('B', unmet(1))], 'B'],
    ['*:* is everything as well', [allow({ Sid: 'A', Action: '*:*', ...unmet(1) }), pass('B', unmet(1))], 'B'],
    ['NotAction names nothing', [{ Sid: 'A', Effect: 'Allow', NotAction: 's3:*', Resource: '*', ...unmet(1) }, pass('B', unmet(1))], 'B'],
    ['a missed condition weighs more than a name', [pass('A', unmet(2)), allow({ Sid: 'B', ...unmet(1) })], 'B'],
    ['the first of equals', [pass('A', unmet(1)), pass('B', unmet(1))], 'A'],
    [
      'met conditions count for nothing',
      [pass('A', unmet(2)), pass('B', { Condition: { Null: { a: 'true', b: 'true', c: 'false' } } })],
      'B',
    ],
  ])('%s', (_name, statements, sid) => {
    expect(sidOf({ ...request, keys: {}, id: [statements] })).toBe(sid)
  })

  it('the principal weighs as much as a resource', () => {
    const one = (sid: string, principal: unknown, rest: object) => trusts(principal, { Sid: sid, ...rest })
    const sketch = (...trust: ReturnType<typeof trusts>[]) => ({ action: 'sts:AssumeRole', resource: request.resource, keys: {}, trust })
    expect(sidOf(sketch(one('A', { AWS: session }, {}), one('B', { AWS: user }, unmet(3))))).toBe('B')
    expect(sidOf(sketch(one('A', { AWS: user }, unmet(5)), one('B', { AWS: session }, {})))).toBe('B')
  })
})

describe('the deciding statement', () => {
  const near = allow({ Sid: 'Near', Action: 'iam:PassRole', ...when('StringEquals', 'iam:PassedToService', 'ecs.amazonaws.com') })
  const far = allow({ Sid: 'Far', Action: 'iam:PassRole', Resource: `arn:aws:iam::${A}:role/other` })
  const unrelated = allow({ Sid: 'Unrelated', Action: 's3:*' })
  const wide = allow({ Sid: 'Wide', Resource: '*' })

  it.each<readonly [string, RequestSketch, string | undefined]>([
    ['the Allow', { ...request, id: [[unrelated, far, wide]] }, 'Wide'],
    ['the Deny', { ...request, id: [[wide, deny({ Sid: 'No' })]] }, 'No'],
    ['for an implicit deny the nearest', { ...request, id: [[unrelated, far, near]] }, 'Near'],
    ['whichever comes first', { ...request, id: [[near, far]] }, 'Near'],
    ['none that does not name the action', { ...request, id: [[unrelated]] }, undefined],
    ['never a Deny that did not match', { ...request, id: [[deny({ Sid: 'No', ...when('Bool', 'x', 'true') })]] }, undefined],
    ['never one that IAM would refuse', { ...request, id: [[{ ...near, Sid: 'Broken', Extra: 1 }]] }, undefined],
    ['of the layer that failed', { ...request, id: [[wide]], pb: [far, unrelated] }, 'Far'],
    [
      'of the trust policy',
      {
        action: 'sts:AssumeRole',
        resource: request.resource,
        id: [[wide]],
        trust: trusts({ Service: 'ecs.amazonaws.com' }, { Sid: 'Trust' }),
      },
      'Trust',
    ],
  ])('%s', (_name, sketch, sid) => {
    expect(sidOf(sketch)).toBe(sid)
  })
})

describe('two statements that write a condition alike', () => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [1, 2].map(() => allow(when('StringEquals', 'k', 'v'))) })

  it('are explained each in its own place', () => {
    const { layers } = judge({ id: [text], keys: { k: 'w' } })
    const places = layers[0]?.statements.map(({ elements }) => elements[2]?.span.start)
    expect(places).toEqual([text.indexOf('"StringEquals"'), text.lastIndexOf('"StringEquals"')].map((at) => text.indexOf('"k"', at)))
  })

  it('follow the request that is judged', () => {
    const written = policy('identity-based', text)
    const ends = (k: string) =>
      evaluateRequest(
        { principal: user, action: 's3:GetObject', resource: bucketObject, resourceAccount: A, contextKeys: { k } },
        { identityBased: [written] },
      ).verdict.kind
    expect(['v', 'w', 'v', 'w'].map(ends)).toEqual(['allow', 'implicit-deny', 'allow', 'implicit-deny'])
  })
})
