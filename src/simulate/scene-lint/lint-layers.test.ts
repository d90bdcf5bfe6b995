import { describe, expect, it } from 'vitest'
import { account, allow, deny, everything, policy, request, role, trust } from '../testing/documents'
import { findingsOf, session, trusting } from '../testing/scene-findings'
import type { Documents } from '../trace'

const full = policy(allow('*'))
const noLeaving = policy(deny('organizations:LeaveOrganization'))
const user = `arn:aws:iam::${account}:user/aya`
const target = role('deploy')
const scene = (more: Documents): Documents => ({ ...everything, ...more })
const take = (principal: object | string, more: Documents = {}, caller = user): Documents => ({
  request: request({ caller, action: 'sts:AssumeRole', parameters: { RoleArn: target, RoleSessionName: 'aya' } }),
  identityPolicy: policy(allow('sts:AssumeRole')),
  trustPolicy: policy(trusting(principal)),
  ...more,
})
const services = (...statements: readonly object[]) => policy(allow('ecs:*'), ...statements)
const boundary = (...statements: readonly object[]) => ({ permissionsBoundary: services(...statements) })
const markedBoundary = (rest: string) => ({ permissionsBoundary: `|{|${rest.slice(1)}` })
const refused = { Effect: 'Deny', NotPrincipal: { AWS: user }, Action: 'sts:AssumeRole' }
const refusedTrust = JSON.stringify({ Version: '2012-10-17', Statement: [trusting({ AWS: user }), refused] })
const notPrincipalAt = `"NotPrincipal":${JSON.stringify({ AWS: user })}`

describe.each<{ code: string; severity: string; found: Record<string, Documents>; not: Record<string, Documents> }>([
  {
    code: 'scp-level-allows-nothing',
    severity: 'warning',
    found: {
      'a level that only denies': scene({ serviceControlPolicies: `[[${full}],|[|${noLeaving}],[${full}]]` }),
      'a level without policies': scene({ serviceControlPolicies: `[[${full}], |[|]]` }),
      'the only policy': scene({ serviceControlPolicies: `|{|${noLeaving.slice(1)}` }),
      'without a request': { serviceControlPolicies: `[|[|${noLeaving}]]` },
    },
    not: {
      'an Allow at every level': scene({ serviceControlPolicies: `[[${full}],[${full},${noLeaving}],[${full}]]` }),
      'an Allow of some actions': scene({ serviceControlPolicies: `[[${policy(allow('ecs:*'))}]]` }),
      'one policy that allows': scene({ serviceControlPolicies: policy(allow('*'), deny('organizations:*')) }),
      'no levels': scene({ serviceControlPolicies: '[]' }),
      'the management account': scene({
        request: everything.request?.replace('{', `{"organization":{"managementAccount":"${account}"},`) ?? '',
        serviceControlPolicies: `[[${noLeaving}]]`,
      }),
      'policies that cannot be read': scene({ serviceControlPolicies: `[[${noLeaving}], 5]` }),
      'resource control policies, which allow by themselves': scene({
        resourceControlPolicies: `[[${policy({ ...deny('sts:*'), Principal: '*' })}]]`,
      }),
    },
  },
  {
    code: 'boundary-lacks-action',
    severity: 'warning',
    found: {
      'a boundary without iam:PassRole': scene(markedBoundary(services())),
      'a boundary that only denies it': scene(markedBoundary(services(deny('iam:PassRole')))),
      'a direct call, where the account is trusted': take({ AWS: account }, markedBoundary(services())),
      'a session, where its role is trusted': take({ AWS: role('dev') }, markedBoundary(services()), session('dev')),
      'a caller of another account': take(
        { AWS: session('dev', '444455556666') },
        markedBoundary(services()),
        session('dev', '444455556666'),
      ),
    },
    not: {
      'a boundary with it': scene(boundary(allow('iam:PassRole', role('app-*')))),
      'a boundary with iam:*': scene(boundary(allow('iam:*'))),
      'a boundary with everything but': scene({ permissionsBoundary: policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }) }),
      'a boundary of two policies': scene({ permissionsBoundary: `[${services()},${policy(allow('iam:PassRole'))}]` }),
      'a boundary that allows nothing, which it has been told': scene({ permissionsBoundary: noLeaving }),
      'no boundary': everything,
      'a call that passes no role': scene({
        request: request({ action: 'ecs:RunTask', parameters: { taskDefinition: 'app' } }),
        ...boundary(),
      }),
      'the root user, who has none': scene({ request: everything.request?.replace(':user/aya', ':root') ?? '', ...boundary() }),
      'a direct call with it': take({ AWS: account }, boundary(allow('sts:AssumeRole'))),
      'a user whom the trust policy names: no boundary limits that': take({ AWS: user }, boundary()),
      'a session that the trust policy names': take({ AWS: session('dev') }, boundary(), session('dev')),
      'anybody is trusted': take('*', boundary()),
      'nobody is trusted: that is another matter': take({ AWS: role('other') }, boundary()),
    },
  },
  {
    code: 'not-principal-and-boundary',
    severity: 'info',
    found: {
      'both in the direct call': take(
        { AWS: user },
        { trustPolicy: refusedTrust.replace(notPrincipalAt, `|${notPrincipalAt}|`), permissionsBoundary: full },
      ),
    },
    not: {
      'without a boundary': take({ AWS: user }, { trustPolicy: refusedTrust }),
      'a Deny with Principal': take(
        { AWS: user },
        { trustPolicy: policy(trusting({ AWS: user }), { ...trusting({ AWS: role('x') }), Effect: 'Deny' }), permissionsBoundary: full },
      ),
      'a service, which has no boundary': scene({
        trustPolicy: JSON.stringify({ Version: '2012-10-17', Statement: [trusting({ Service: 'ecs-tasks.amazonaws.com' }), refused] }),
        permissionsBoundary: full,
      }),
      'a trust policy without it': scene({ trustPolicy: trust('ecs-tasks.amazonaws.com'), permissionsBoundary: full }),
    },
  },
])('$code', ({ code, severity, found, not }) => {
  it.each(Object.entries(found))('finds %s', (_name, documents) => {
    const { found: all, marked, run, unadvised } = findingsOf(documents)
    const own = all.filter((problem) => problem.code === code)
    expect(own).toEqual([{ code, severity, span: marked, facts: own[0]?.facts, foundBy: 'lint' }])
    expect(run.trace).toEqual(unadvised.trace)
  })
  it.each(Object.entries(not))('is silent about %s', (_name, documents) => {
    expect(findingsOf(documents).found.map((problem) => problem.code)).not.toContain(code)
  })
})

it('says which level and which action', () => {
  const { found } = findingsOf(scene({ serviceControlPolicies: `[[${full}],[]]`, ...boundary() }))
  expect(found.map(({ code, facts }) => [code, facts])).toEqual([
    ['scp-level-allows-nothing', { level: '2' }],
    ['boundary-lacks-action', { action: 'iam:PassRole' }],
  ])
})
