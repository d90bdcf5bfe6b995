import { describe, expect, it } from 'vitest'
import { A, allow, B, endOf, grant, judge, policy, session, trusts, user, variable } from '../testing/policies'
import { assume, fullAccess, inB, roleArn, when, workedCases } from '../testing/worked-cases'

describe('the worked cases', () => {
  it.each(workedCases.map((row) => [row.number, row.name, row] as const))('%i %s', (_number, _name, row) => {
    expect(endOf(row)).toBe(row.ends)
  })

  it('covers every case that one evaluation decides', () => {
    // 29 and 30 are decided by who calls evaluateRequest (it leaves the layer out); 29, 48, 52, 53, 55 and 58 are rows of simulate’s tests.
    const elsewhere = new Set([29, 30, 48, 52, 53, 55, 58])
    const expected = Array.from({ length: 63 }, (_, i) => i + 1).filter((number) => !elsewhere.has(number))
    expect(workedCases.map((row) => row.number)).toEqual(expected)
  })

  it('30: the SCPs of the bucket’s account are nothing to a caller of another, its RCPs are', () => {
    expect(endOf({ ...inB, id: [allow()], rp: grant({ AWS: user }) })).toBe('allow resource-based')
    expect(endOf({ ...inB, id: [allow()], rp: grant({ AWS: user }), scp: [] })).toBe('allow resource-based')
    expect(
      endOf({
        ...inB,
        id: [allow()],
        rp: grant({ AWS: user }),
        rcp: [[{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }]],
      }),
    ).toBe('explicit-deny resource-control')
  })

  it('10: the default yields to the tag', () => {
    const id = [allow(when('StringEquals', 'k', variable("aws:PrincipalTag/team, 'none'")))]
    expect(endOf({ id, keys: { k: 'red', 'aws:PrincipalTag/team': 'red' } })).toBe('allow identity-based')
    expect(endOf({ id, keys: { k: 'none', 'aws:PrincipalTag/team': 'red' } })).toBe('implicit-deny identity-based')
  })

  it('38, 39: who is listed in full is spared', () => {
    const sparing = (listed: string[]) => ({ Effect: 'Deny', NotPrincipal: { AWS: listed }, Action: '*', Resource: '*' })
    expect(endOf({ id: [allow()], rp: sparing([user]) })).toBe('allow identity-based')
    expect(endOf({ caller: session, id: [allow()], rp: sparing([A, roleArn, session]) })).toBe('allow identity-based')
  })

  it('44: without the SCP it is allowed', () => {
    const evaluation = judge({ ...assume(`arn:aws:iam::${B}:role/target`), id: [allow()], trust: trusts({ AWS: user }), scp: [fullAccess] })
    expect(evaluation.verdict.kind).toBe('allow')
    expect(policy('trust', trusts({ AWS: user })).statements).toHaveLength(1)
  })
})
