import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../parse/parse-policy'
import type { PolicyType } from '../terms'
import { A, allow, B, deny, judge, policy, type RequestSketch, type StatementSketch, session, user, variable } from '../testing/policies'
import { evaluateRequest } from './evaluate-request'

const types: readonly PolicyType[] = [
  'identity-based',
  'resource-based',
  'trust',
  'permissions-boundary',
  'session',
  'service-control',
  'resource-control',
]

const actions = fc.constantFrom('s3:GetObject', 's3:*', 's3:Put*', '*', 'ec2:RunInstances')
const resources = fc.constantFrom(
  '*',
  'arn:aws:s3:::bucket/*',
  'arn:aws:s3:::other/*',
  'arn:aws:s3:::*:x',
  `arn:aws:s3:::bucket/${variable('k')}`,
)
const oneOrMore = (values: fc.Arbitrary<string>) => fc.oneof(values, fc.array(values, { maxLength: 3 }))
const condition = fc.option(
  fc
    .tuple(
      fc.constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLikeIfExists',
        'ForAllValues:StringEquals',
        'ForAnyValue:StringNotEquals',
        'Null',
      ),
      fc.constantFrom('k', 'm', 'absent'),
      oneOrMore(fc.constantFrom('a', 'b', 'true', 'false', 'key')),
    )
    .map(([operator, key, values]) => ({ [operator]: { [key]: values } })),
  { nil: undefined },
)
const element = (name: string, values: fc.Arbitrary<string>) =>
  fc.tuple(fc.constantFrom(name, `Not${name}`), oneOrMore(values)).map(([key, value]) => ({ [key]: value }))

const statement: fc.Arbitrary<StatementSketch> = fc
  .tuple(fc.constantFrom('Allow', 'Allow', 'Deny'), element('Action', actions), element('Resource', resources), condition)
  .map(([Effect, action, resource, Condition]) => ({ Effect, ...action, ...resource, ...(Condition ? { Condition } : {}) }))
const statements = fc.array(statement, { maxLength: 5 })
const principals = fc.constantFrom<unknown>(
  '*',
  { AWS: A },
  { AWS: B },
  { AWS: user },
  { AWS: `arn:aws:iam::${A}:role/r` },
  { AWS: [session, user] },
)
const resourceStatements = fc.array(
  fc.tuple(statement, principals).map(([rest, Principal]) => ({ ...rest, Principal })),
  { maxLength: 3 },
)

const sketch: fc.Arbitrary<Omit<RequestSketch, 'id'> & { id: readonly StatementSketch[][] }> = fc
  .record({
    caller: fc.constantFrom(user, session, `arn:aws:iam::${A}:root`, 'anonymous', 'ecs.amazonaws.com'),
    action: fc.constantFrom('s3:GetObject', 's3:PutObject', 'ec2:RunInstances'),
    resource: fc.constantFrom('arn:aws:s3:::bucket/key', 'arn:aws:s3:::other/key', '*'),
    account: fc.constantFrom(A, B),
    keys: fc.constantFrom<Record<string, string | string[]>>({}, { k: 'a' }, { k: 'key', m: ['a', 'b'] }, { k: '', m: [] }),
    id: fc.array(statements, { maxLength: 2 }),
    rp: fc.option(resourceStatements, { nil: undefined }),
    pb: fc.option(statements, { nil: undefined }),
    sp: fc.option(statements, { nil: undefined }),
  })
  .map(({ account, rp, pb, sp, ...rest }) => ({
    ...rest,
    resourceAccount: account,
    ...(rp ? { rp } : {}),
    ...(pb ? { pb } : {}),
    ...(sp ? { sp } : {}),
  }))

const kind = (request: RequestSketch) => judge(request).verdict.kind
const allows = (request: RequestSketch) => kind(request) === 'allow'

describe('evaluation', () => {
  it('adding a Deny never turns a denial into an allow', () => {
    fc.assert(fc.property(sketch, statement, (s, more) => allows(s) || !allows({ ...s, id: [...s.id, [{ ...more, Effect: 'Deny' }]] })))
  })

  it('adding an Allow never removes an explicit deny, nor an allow', () => {
    fc.assert(
      fc.property(sketch, statement, (s, more) => {
        const before = kind(s)
        const after = kind({ ...s, id: [...s.id, [{ ...more, Effect: 'Allow' }]] })
        return before === after || before === 'implicit-deny'
      }),
    )
  })

  it('the order of statements and policies, and how they are split, change nothing', () => {
    fc.assert(
      fc.property(sketch, (s) => {
        const reversed = s.id.map((policy) => [...policy].reverse()).reverse()
        const split = s.id.flatMap((policy) => policy.map((entry) => [entry]))
        expect([kind({ ...s, id: reversed }), kind({ ...s, id: split }), kind({ ...s, id: [s.id.flat()] })]).toEqual(Array(3).fill(kind(s)))
      }),
    )
  })

  it('a boundary, a session policy, SCPs and RCPs never widen', () => {
    fc.assert(
      fc.property(sketch, statements, (s, limit) => {
        const { pb: _pb, ...withoutBoundary } = s
        const { sp: _sp, ...withoutSession } = s
        // A federated user alone gains by a session policy; it is not among these callers.
        if (allows(s)) expect([kind(withoutBoundary), kind(withoutSession)]).toEqual(['allow', 'allow'])
        expect(allows({ ...s, scp: [limit.map((entry) => entry)] }) && !allows(s)).toBe(false)
        const denying = limit.filter((entry) => entry.Effect === 'Deny' && !entry.NotAction).map((entry) => ({ ...entry, Principal: '*' }))
        expect(allows({ ...s, rcp: [[denying]] }) && !allows(s)).toBe(false)
      }),
    )
  })

  it('a single value is a list of one', () => {
    const listed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, listed(inner)]))
        : Array.isArray(value)
          ? value
          : [value]
    const asLists = (entry: StatementSketch): StatementSketch =>
      Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, key === 'Effect' ? value : listed(value)]))
    fc.assert(fc.property(sketch, (s) => kind(s) === kind({ ...s, id: s.id.map((policy) => policy.map(asLists)) })))
  })

  it('Action and NotAction, Resource and NotResource are opposites', () => {
    const opposite = (name: string) => (name.startsWith('Not') ? name.slice(3) : `Not${name}`)
    const plainResources = fc.constantFrom('*', 'arn:aws:s3:::bucket/*', 'arn:aws:s3:::other/*')
    fc.assert(
      fc.property(element('Action', actions), element('Resource', plainResources), sketch, (action, resource, s) => {
        const user = { action: s.action ?? '', resource: s.resource ?? '' }
        const flip = (entry: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(entry).map(([key, value]) => [opposite(key), value]))
        const one = (rest: object) => allows({ ...user, id: [[{ Effect: 'Allow', ...rest }]] })
        expect(one({ ...action, Resource: '*' })).toBe(!one({ ...flip(action), Resource: '*' }))
        expect(one({ Action: '*', ...resource })).toBe(!one({ Action: '*', ...flip(resource) }))
      }),
    )
  })

  it('explains what it decided: a statement matched when its principal and all its elements did', () => {
    fc.assert(
      fc.property(sketch, (s) => {
        for (const layer of judge(s).layers) {
          for (const entry of layer.statements) {
            if (entry.statement.usable) expect(entry.matched).toBe(entry.elements.every((one) => one.matched))
            for (const one of entry.elements) expect(one.mismatch === undefined).toBe(one.matched)
          }
        }
      }),
    )
  })

  it('ends as the layers say: an explicit deny if and only if one of them denies', () => {
    fc.assert(
      fc.property(sketch, (s) => {
        const { verdict, layers } = judge(s)
        expect(verdict.kind === 'explicit-deny').toBe(layers.some((layer) => layer.result === 'explicit-deny'))
        if (verdict.kind !== 'implicit-deny') expect(verdict.statement?.matched ?? verdict.policyType === 'identity-based').toBe(true)
      }),
    )
  })

  it('a Deny of everything ends every request of a caller with policies', () => {
    fc.assert(
      fc.property(
        sketch,
        (s) => s.caller === 'anonymous' || s.caller === 'ecs.amazonaws.com' || kind({ ...s, id: [deny(), ...s.id] }) === 'explicit-deny',
      ),
    )
    expect(kind({ id: [allow()] })).toBe('allow')
  })
})

describe('nothing throws', () => {
  const request = { principal: user, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', contextKeys: { k: 'a', m: ['b'] } }
  const check = (text: string, policyType: PolicyType) => {
    const { document, problems } = parsePolicy(text, policyType, 'd')
    for (const problem of problems) expect(problem.span.start <= problem.span.end && problem.span.end <= text.length).toBe(true)
    if (!document) {
      expect(problems.some((problem) => problem.severity === 'error')).toBe(true)
      return
    }
    const { verdict, layers } = evaluateRequest(request, { identityBased: [document], resourceBased: document, session: document })
    expect(['allow', 'implicit-deny', 'explicit-deny']).toContain(verdict.kind)
    for (const layer of layers) for (const entry of layer.statements) expect(Array.isArray(entry.elements)).toBe(true)
  }

  it('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...types), check))
  })

  it('on any JSON', () => {
    fc.assert(fc.property(fc.json(), fc.constantFrom(...types), check))
  })

  it('on a policy with a value of another kind anywhere', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>('${', variable(''), 'arn:', ':::::', '*', {}, [], null),
    )
    const keys = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'] as const
    const odd = fc.tuple(statement, fc.constantFrom(...keys), anything).map(([entry, key, value]) => ({ ...entry, [key]: value }))
    fc.assert(
      fc.property(fc.oneof(odd, fc.array(odd, { maxLength: 3 }), anything), fc.constantFrom(...types), (Statement, policyType) =>
        check(JSON.stringify({ Version: '2012-10-17', Statement }), policyType),
      ),
      { numRuns: 1000 },
    )
  })

  it('on a policy with letters cut out or put in', () => {
    const text = JSON.stringify(
      { Version: '2012-10-17', Statement: [allow({ Condition: { StringLike: { k: ['a*', variable('m')] } } })] },
      null,
      1,
    )
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 3 }), fc.constantFrom(...types), (at, cut, put, policyType) =>
        check(text.slice(0, at) + put + text.slice(at + cut), policyType),
      ),
      { numRuns: 1000 },
    )
  })

  it('on any request', () => {
    const document = policy('identity-based', [allow({ Resource: [`arn:aws:s3:::${variable('k')}`, 'a:*:b'] })])
    const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())))
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `arn:${rest}`),
        ),
        values,
        (principal, action, resource, contextKeys) => {
          const { verdict } = evaluateRequest(
            { principal, action, resource, contextKeys },
            { identityBased: [document], resourceBased: document, trust: document },
          )
          expect(verdict.kind).not.toBe('explicit-deny')
        },
      ),
    )
  })
})
