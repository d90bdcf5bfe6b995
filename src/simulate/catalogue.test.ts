import { describe, expect, it } from 'vitest'
import { exampleDocuments, fillTemplate, fullCatalogue, listPassRoleOperations, type PassSite, type ServiceCall } from '../catalog'
import { runDocuments } from '.'
import type { Documents, RunResult, Trace } from './trace'

type Json = Readonly<Record<string, unknown>>
interface Statement extends Json {
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
}
interface Policy {
  readonly Version: string
  readonly Statement: readonly Statement[]
}

const { services } = fullCatalogue
const calls = services.flatMap((service) => service.calls.map((call) => ({ action: call.action, service, call })))
const sites = calls.flatMap(({ service, call }) =>
  call.passSites.map((site) => ({ name: `${call.action} ${site.id}`, service, call, site })),
)

const textsOf = (documents: object): Documents => ({ ...documents })
const example = (call: ServiceCall): Documents => {
  const found = fullCatalogue.findCall(call.action)
  if (!found) throw new Error(`${call.action} is not found`)
  return textsOf(exampleDocuments(found))
}

/** What is wrong with the request; what the lint finds has tests of its own. */
const troubles = (run: RunResult) => run.problems.filter(({ foundBy }) => foundBy !== 'lint')

function traceOf(run: RunResult): Trace {
  if (!run.trace) throw new Error(JSON.stringify(run.problems))
  return run.trace
}

const policyOf = (text: string | undefined) => JSON.parse(text ?? '') as Policy
const statements = (text: string | undefined, change: (statement: Statement) => readonly Statement[]): string => {
  const { Version, Statement } = policyOf(text)
  return JSON.stringify({ Version, Statement: Statement.flatMap(change) })
}

const passed = (trace: Trace, site: PassSite) => {
  const role = trace.situation.roles.find((candidate) => candidate.passSite?.id === site.id)
  if (!role) throw new Error(`no role for ${site.id}`)
  return role
}

/** The identity policy with everything but the permission to pass one role. */
const withoutPassing = (text: string | undefined, roleArn: string): string =>
  statements(text, (statement) => {
    if (statement.Action !== 'iam:PassRole') return [statement]
    const left = [statement.Resource ?? []].flat().filter((resource) => resource !== roleArn)
    return left.length === 0 ? [] : [{ ...statement, Resource: left }]
  })

/** The documents with a trust policy of one role of its own. */
function withTrust(documents: Documents, roleArn: string, trustPolicy: unknown): Documents {
  const roles = documents.roles === undefined ? {} : (JSON.parse(documents.roles) as Json)
  return { ...documents, roles: JSON.stringify({ ...roles, [roleArn]: { trustPolicy, rolePolicy: policyOf(documents.rolePolicy) } }) }
}

const trusting = (principal: Json, action: string | readonly string[] = 'sts:AssumeRole') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: action }],
})

const errorOf = (trace: Trace) => {
  const step = trace.steps.at(-1)
  if (step?.kind !== 'error') throw new Error('no error')
  return step.error
}

describe('the catalogue', () => {
  it('has 46 services; ids and calls are unique', () => {
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length)
    expect(services).toHaveLength(46)
    expect(new Set(calls.map(({ action }) => action)).size).toBe(calls.length)
  })

  it('says where every fact comes from', () => {
    for (const { site, name } of sites) expect(Object.keys(site.docs).length, name).toBeGreaterThan(0)
  })

  it('finds a call whatever its case, and speaks of the service that the call belongs to', () => {
    expect(fullCatalogue.findCall('GLUE:createjob')?.call.action).toBe('glue:CreateJob')
    expect(fullCatalogue.findCall('ec2:CreateFlowLogs')?.service.shortName).toBe('VPC Flow Logs')
    expect(fullCatalogue.findCall('ecs:CreateService')?.service.name).toBe('Amazon ECS')
  })
})

describe.each(sites)('$name', ({ call, site }) => {
  const documents = example(call)
  const run = runDocuments(documents)

  it('is found in the example request, which runs without a warning', () => {
    expect(troubles(run)).toEqual([])
    const trace = traceOf(run)
    const role = passed(trace, site)
    const named = documents.request?.slice(role.span?.start, role.span?.end) ?? ''
    expect(named).toContain(role.instanceProfile ?? role.name)
    expect(trace).toMatchObject({ outcome: 'allowed', stoppedAt: undefined, situation: { generic: false } })
    expect(trace.steps.some((step) => step.kind === 'credentials' && step.roleArn === role.roleArn)).toBe(true)
  })

  it('stops at PassRole when this role may not be passed', () => {
    const { roleArn } = passed(traceOf(run), site)
    const trace = traceOf(runDocuments({ ...documents, identityPolicy: withoutPassing(documents.identityPolicy, roleArn) }))
    expect(trace).toMatchObject({ outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call' })
    expect(errorOf(trace)).toMatchObject({ code: call.accessDenied.code, operation: call.operation, place: 'call' })
    expect(errorOf(trace).message).toContain(`is not authorized to perform: iam:PassRole on resource: ${roleArn}`)
  })

  it('stops at PassRole when it may be passed to another service only, or the service sends no name', () => {
    const { roleArn } = passed(traceOf(run), site)
    const identityPolicy = statements(documents.identityPolicy, (statement) =>
      statement.Action === 'iam:PassRole' && [statement.Resource ?? []].flat().includes(roleArn)
        ? [{ ...statement, Condition: { StringEquals: { 'iam:PassedToService': 'another.amazonaws.com' } } }]
        : [statement],
    )
    expect(traceOf(runDocuments({ ...documents, identityPolicy }))).toMatchObject({ stoppedAt: 'pass-role' })
  })

  it('stops at AssumeRole when its role trusts another, and shows it where this service does', () => {
    const { roleArn } = passed(traceOf(run), site)
    const other = trusting({ Service: 'another.amazonaws.com' })
    const trace = traceOf(runDocuments(withTrust(documents, roleArn, other)))
    expect(trace).toMatchObject({ outcome: 'denied', stoppedAt: 'assume-role', seenAt: site.assumed })
    const denied = trace.steps.at(-2)
    expect(denied).toMatchObject({ kind: 'authorization', check: 'assume-role', roleArn })
    const returned = trace.steps.findIndex((step) => step.kind === 'return')
    expect(returned >= 0).toBe(site.assumed === 'later')
    const { code, place, confidence } = site.trustFailure
    expect(errorOf(trace)).toMatchObject({ code, place, confidence })
    expect(place === 'call').toBe(site.assumed === 'call')
    expect(errorOf(trace).message).not.toMatch(/<[a-z$]/)
    if (site.trustFailure.message === '') expect(errorOf(trace)).toMatchObject({ message: '', confidence: 'unsure' })
  })
})

describe('calls that pass no role', () => {
  it.each(calls.filter(({ call }) => call.passSites.length === 0 && call.contrast !== 'direct'))(
    '$action is judged by its own action alone',
    ({ call }) => {
      expect(call.contrast).toBeDefined()
      const documents = example(call)
      const run = runDocuments(documents)
      const checks = traceOf(run).steps.filter((step) => step.kind === 'authorization')
      expect(checks).toMatchObject([{ check: 'service-action', verdict: 'allow' }])
      expect(troubles(run).map((problem) => problem.code)).toEqual(['no-role-passed'])
      const nothing = runDocuments({ ...documents, identityPolicy: statements(documents.identityPolicy, () => []) })
      expect(nothing).toMatchObject({ kind: 'ready', trace: { stoppedAt: 'service-action' } })
    },
  )

  it('a direct call has no service in between', () => {
    const found = fullCatalogue.findCall('sts:AssumeRole')
    if (!found) throw new Error('not found')
    const documents = textsOf(exampleDocuments(found))
    expect(traceOf(runDocuments(documents))).toMatchObject({ outcome: 'allowed', situation: { mode: 'direct' } })
    const trustPolicy = JSON.stringify(trusting({ Service: 'ecs-tasks.amazonaws.com' }))
    expect(traceOf(runDocuments({ ...documents, trustPolicy }))).toMatchObject({ stoppedAt: 'assume-role' })
  })
})

describe('who takes the role on', () => {
  const find = (id: string) => {
    const found = sites.find(({ site }) => site.id === id)
    if (!found) throw new Error(id)
    const documents = example(found.call)
    const role = passed(traceOf(runDocuments(documents)), found.site)
    return { ...found, documents, role }
  }

  it.each(sites.filter(({ site }) => site.otherPrincipals.length > 0))('$name: a regional principal serves as well', ({ call, site }) => {
    const documents = example(call)
    const { roleArn } = passed(traceOf(runDocuments(documents)), site)
    for (const principal of site.otherPrincipals) {
      const Service = fillTemplate(principal, { names: { region: 'us-east-1' }, parameters: {} })
      expect(Service).toMatch(/\.us-east-1\.amazonaws\.com$/)
      const trace = traceOf(runDocuments(withTrust(documents, roleArn, trusting({ Service }))))
      expect(trace).toMatchObject({ outcome: 'allowed' })
    }
  })

  it.each(sites.filter(({ site }) => site.assumer.kind === 'service' && site.assumer.actions.length > 1))(
    '$name: session tags are a permission of their own',
    ({ call, site }) => {
      const documents = example(call)
      const { roleArn } = passed(traceOf(runDocuments(documents)), site)
      const trace = traceOf(runDocuments(withTrust(documents, roleArn, trusting({ Service: site.servicePrincipal }))))
      expect(trace.stoppedAt).toBe('assume-role')
      expect(trace.steps.at(-2)).toMatchObject({ action: 'sts:TagSession' })
    },
  )

  describe('a federated principal', () => {
    const { documents, role } = find('cognito-identity-authenticated')
    it.each([
      {
        name: 'the pool, without a signature',
        trust: trusting({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity'),
        outcome: 'allowed',
      },
      { name: 'AssumeRole is another action', trust: trusting({ Federated: 'cognito-identity.amazonaws.com' }), outcome: 'denied' },
      {
        name: 'it is no service principal',
        trust: trusting({ Service: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity'),
        outcome: 'denied',
      },
      {
        name: 'for those who are not signed in',
        trust: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Federated: 'cognito-identity.amazonaws.com' },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
            },
          ],
        },
        outcome: 'denied',
      },
    ])('$name', ({ trust, outcome }) => {
      expect(traceOf(runDocuments(withTrust(documents, role.roleArn, trust)))).toMatchObject({ outcome })
    })
  })

  describe('the role of the pipeline', () => {
    const { documents, role, call } = find('codepipeline-action-role')
    const [pipeline] = traceOf(runDocuments(documents)).situation.roles
    const root = `arn:aws:iam::111122223333:root`
    it.each([
      { name: 'named itself', trust: trusting({ AWS: pipeline?.roleArn ?? '' }), allowed: true },
      { name: 'its account, and its own policy allows', trust: trusting({ AWS: root }), allowed: true },
      { name: 'the service does not come itself', trust: trusting({ Service: 'codepipeline.amazonaws.com' }), allowed: false },
    ])('$name', ({ trust, allowed }) => {
      expect(traceOf(runDocuments(withTrust(documents, role.roleArn, trust))).outcome).toBe(allowed ? 'allowed' : 'denied')
    })

    it('its own policy must allow it when the trust names the account only', () => {
      const roles = JSON.parse(documents.roles ?? '{}') as Record<string, { trustPolicy: unknown; rolePolicy: Policy }>
      const without = Object.fromEntries(
        Object.entries(roles).map(([arn, entry]) => [
          arn,
          {
            trustPolicy: arn === role.roleArn ? trusting({ AWS: root }) : entry.trustPolicy,
            rolePolicy: JSON.parse(statements(JSON.stringify(entry.rolePolicy), (one) => (one.Action === 'sts:AssumeRole' ? [] : [one]))),
          },
        ]),
      )
      expect(traceOf(runDocuments({ ...documents, roles: JSON.stringify(without) }))).toMatchObject({ stoppedAt: 'assume-role' })
    })

    it('a role of another account is named, not passed', () => {
      const foreign = role.roleArn.replace('111122223333', '444455556666')
      const request = documents.request?.replace(role.roleArn, foreign)
      const rolePolicy = documents.rolePolicy?.replace(role.roleArn, foreign)
      const identityPolicy = withoutPassing(documents.identityPolicy, role.roleArn)
      const trust = trusting({ AWS: pipeline?.roleArn ?? '' })
      const trace = traceOf(
        runDocuments(
          withTrust(
            {
              request,
              rolePolicy,
              identityPolicy,
              trustPolicy: documents.roles ? JSON.stringify(trusting({ Service: 'codepipeline.amazonaws.com' })) : documents.trustPolicy,
            } as Documents,
            foreign,
            trust,
          ),
        ),
      )
      expect(trace).toMatchObject({ outcome: 'allowed' })
      expect(trace.steps.filter((step) => step.kind === 'authorization' && step.check === 'pass-role')).toHaveLength(1)
      expect(call.operation).toBe('CreatePipeline')
    })
  })

  it('API Gateway: the caller’s own authority is no role', () => {
    const { documents, role } = find('apigateway-put-integration')
    const request = documents.request?.replace(role.roleArn, 'arn:aws:iam::*:user/*') ?? ''
    const run = runDocuments({ ...documents, request })
    expect(run).toMatchObject({ kind: 'ready', trace: { outcome: 'allowed', situation: { roles: [] } } })
  })
})

describe('calls known by name only', () => {
  const operations = listPassRoleOperations()
  const caller = 'arn:aws:iam::111122223333:user/aya'
  const roleArn = 'arn:aws:iam::111122223333:role/some-role'
  const request = (action: string, parameters: Json = { a: [{ b: { c: roleArn } }], note: 'role/some-role' }) =>
    JSON.stringify({ caller, action, region: 'us-east-1', parameters })
  const policy = (...Statement: readonly Json[]) => JSON.stringify({ Version: '2012-10-17', Statement })
  const listed = operations.filter(({ action }) => !calls.some((known) => known.action.toLowerCase() === action.toLowerCase()))

  it('are the 859 of AWS’s list, 174 services', () => {
    expect(operations).toHaveLength(859)
    expect(new Set(operations.map(({ action }) => action.split(':')[0])).size).toBe(174)
    expect(operations.filter(({ passedToServices }) => passedToServices.length === 0)).toHaveLength(27)
  })

  it.each(listed)('$action', ({ action, passedToServices }) => {
    const own = { Effect: 'Allow', Action: action, Resource: '*' }
    const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: roleArn }
    const [service = `${action.split(':')[0]}.amazonaws.com`] = passedToServices
    const trustPolicy = JSON.stringify(trusting({ Service: service }))
    const condition = (value: string) => ({ Condition: { StringEquals: { 'iam:PassedToService': value } } })
    const run = (...all: readonly Json[]) => runDocuments({ request: request(action), identityPolicy: policy(...all), trustPolicy })
    const allowed = run(own, pass)
    expect(traceOf(allowed)).toMatchObject({ outcome: 'allowed', situation: { generic: true, action } })
    expect(traceOf(allowed).situation.roles).toMatchObject([{ roleArn, passSite: { timing: 'not-known', kind: 'any-role-arn' } }])
    expect(troubles(allowed).map(({ code }) => code)).toEqual(['resource-of-call-unknown'])
    expect(traceOf(run(own))).toMatchObject({ stoppedAt: 'pass-role' })
    expect(traceOf(run(pass))).toMatchObject({ stoppedAt: 'service-action' })
    expect(traceOf(run(own, { ...pass, ...condition('another.amazonaws.com') }))).toMatchObject({ stoppedAt: 'pass-role' })
    for (const value of passedToServices) {
      expect(traceOf(run(own, { ...pass, ...condition(value) }))).toMatchObject({ outcome: 'allowed' })
    }
    const untrusted = runDocuments({
      request: request(action),
      identityPolicy: policy(own, pass),
      trustPolicy: JSON.stringify(trusting({ Service: 'another.amazonaws.com' })),
    })
    expect(errorOf(traceOf(untrusted))).toMatchObject({ code: '', message: '', confidence: 'unsure', place: 'not-known' })
  })

  it('a call outside the list runs too, and says that it is not known to pass a role', () => {
    const run = runDocuments({
      request: request('s3:GetObject', {}),
      identityPolicy: policy({ Effect: 'Allow', Action: '*', Resource: '*' }),
    })
    expect(run).toMatchObject({ kind: 'ready', trace: { outcome: 'allowed', situation: { roles: [], generic: true } } })
    expect(troubles(run).map(({ code }) => code)).toEqual(['unknown-call', 'resource-of-call-unknown', 'no-role-passed'])
  })
})
