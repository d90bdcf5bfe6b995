import { writtenJson } from '../lib/written-json'
import { fillArn, fillTemplate, type TemplateFacts, valuesAt } from './fill-template'
import type { CatalogService, PassSite, SentKey, ServiceCall } from './pass-site'

const account = '111122223333'
const region = 'us-east-1'

/** A scene for one call that runs: the texts of the documents, by document id. */
export interface ExampleDocuments {
  readonly request: string
  readonly identityPolicy: string
  readonly trustPolicy: string
  readonly rolePolicy: string
  /** Only where the roles of the call need trust policies of their own. */
  readonly roles?: string
}

interface ExampleRole {
  readonly arn: string
  readonly site: PassSite
}

/** What a service's permission is usually about, so that the example reads like a real one. */
const resources: Readonly<Record<string, string>> = {
  s3: 'arn:aws:s3:::app-data/report.csv',
  dynamodb: `arn:aws:dynamodb:${region}:${account}:table/orders`,
  logs: `arn:aws:logs:${region}:${account}:log-group:/app:log-stream:main`,
  sqs: `arn:aws:sqs:${region}:${account}:orders`,
  sns: `arn:aws:sns:${region}:${account}:alerts`,
  lambda: `arn:aws:lambda:${region}:${account}:function:thumbs`,
  states: `arn:aws:states:${region}:${account}:stateMachine:orders`,
  secretsmanager: `arn:aws:secretsmanager:${region}:${account}:secret:app-a1b2c3`,
  kinesis: `arn:aws:kinesis:${region}:${account}:stream/logs`,
  firehose: `arn:aws:firehose:${region}:${account}:deliverystream/logs`,
}

const facts = ({ exampleParameters }: ServiceCall, role?: ExampleRole): TemplateFacts => ({
  names: {
    partition: 'aws',
    region,
    account,
    'caller-arn': `arn:aws:iam::${account}:user/aya`,
    ...(role ? { 'role-arn': role.arn, 'role-name': role.arn.split('/').at(-1) ?? '' } : {}),
  },
  parameters: exampleParameters,
})

function roleArn(site: PassSite, named: string, call: ServiceCall): string {
  if (site.kind !== 'instance-profile') return named.startsWith('arn:') ? named : `arn:aws:iam::${account}:role/${named}`
  const [profiles] = valuesAt(call.exampleResolved, '$.instanceProfiles')
  const profile = named.split('/').at(-1) ?? named
  const listed = typeof profiles === 'object' && profiles !== null ? (profiles as Readonly<Record<string, unknown>>)[profile] : undefined
  return typeof listed === 'string' ? listed : `arn:aws:iam::${account}:role/${profile}`
}

/** What a pass site names: the first of its paths that leads anywhere, else what a name in the request stands for. */
function firstNamed(site: PassSite, call: ServiceCall): readonly unknown[] {
  const inParameters = site.paths.map((path) => valuesAt(call.exampleParameters, path))
  const inResolved = site.resolvedPaths.map((path) => valuesAt(call.exampleResolved, path))
  return [...inParameters, ...inResolved].find((values) => values.length > 0) ?? []
}

/** What stands in the request of a call of which only the name is known: some member with a role's ARN, whatever it is called. */
const anyRole = { RoleArn: `arn:aws:iam::${account}:role/service-role` } as const

const takesAnyRole = ({ passSites }: ServiceCall): boolean => passSites.some(({ kind }) => kind === 'any-role-arn')

/** The roles of the example request, each once for each principal. */
function exampleRoles(call: ServiceCall): readonly ExampleRole[] {
  if (takesAnyRole(call)) return call.passSites.map((site) => ({ arn: anyRole.RoleArn, site }))
  const roles: ExampleRole[] = []
  for (const site of call.passSites) {
    for (const named of firstNamed(site, call)) {
      if (typeof named !== 'string') continue
      const arn = roleArn(site, named, call)
      if (!roles.some((other) => other.arn === arn)) roles.push({ arn, site })
    }
  }
  return roles
}

type Statement = Readonly<Record<string, unknown>>

const policy = (...statements: readonly Statement[]) => ({ Version: '2012-10-17', Statement: statements })

const oneOrMore = (values: readonly string[]): string | readonly string[] => (values.length === 1 ? (values[0] ?? '') : values)

const sid = (words: string) => words.replace(/[^A-Za-z0-9]/g, '')

function callerPolicy(call: ServiceCall, roles: readonly ExampleRole[]) {
  const resource = call.resource === undefined ? '*' : fillArn(call.resource, facts(call))
  const services = new Map<string, ExampleRole[]>()
  for (const role of roles) {
    const service = role.site.passedToService ?? ''
    services.set(service, [...(services.get(service) ?? []), role])
  }
  return policy(
    { Sid: sid(call.operation), Effect: 'Allow', Action: call.action, Resource: resource },
    ...[...services].map(([service, passed], index) => ({
      Sid: services.size > 1 ? `PassRole${index + 1}` : 'PassRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: oneOrMore(passed.map((role) => role.arn)),
      ...(service === '' ? {} : { Condition: { StringEquals: { 'iam:PassedToService': service } } }),
    })),
  )
}

/** The key that AWS recommends against the confused deputy, where it is documented that the service sends it. */
function deputyCondition(keys: readonly SentKey[], call: ServiceCall): Statement {
  const equals = keys
    .filter(({ key, confidence }) => confidence === 'documented' && key !== 'aws:SourceArn')
    .map(({ key, value }) => [key, fillTemplate(value, facts(call))] as const)
  return equals.length === 0 ? {} : { Condition: { StringEquals: Object.fromEntries(equals) } }
}

function trustPolicy({ site }: ExampleRole, call: ServiceCall, roles: readonly ExampleRole[]) {
  const { assumer } = site
  const principal = fillTemplate(site.servicePrincipal, facts(call))
  const condition = deputyCondition(site.sentKeys, call)
  switch (assumer.kind) {
    case 'service':
      return policy({
        Sid: 'TrustTheService',
        Effect: 'Allow',
        Principal: { Service: principal },
        Action: oneOrMore(assumer.actions),
        ...condition,
      })
    case 'role': {
      const from = roles.find((role) => role.site.id === assumer.passSiteId)
      return policy({
        Sid: 'TrustTheOtherRole',
        Effect: 'Allow',
        Principal: { AWS: from?.arn ?? `arn:aws:iam::${account}:root` },
        Action: 'sts:AssumeRole',
      })
    }
    case 'web-identity':
      return policy({
        Sid: 'TrustTheIdentityPool',
        Effect: 'Allow',
        Principal: { Federated: assumer.provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        ...condition,
      })
  }
}

function rolePolicy(call: ServiceCall, roles: readonly ExampleRole[]) {
  const action = call.typicalAction ?? 's3:GetObject'
  const chained = roles.filter((role) => role.site.assumer.kind === 'role')
  return policy(
    { Sid: 'DoTheWork', Effect: 'Allow', Action: action, Resource: workloadResource(action) },
    ...(chained.length === 0
      ? []
      : [{ Sid: 'TakeFurtherRolesOn', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: oneOrMore(chained.map((role) => role.arn)) }]),
  )
}

const workloadResource = (action: string): string => resources[action.split(':')[0] ?? ''] ?? '*'

/**
 * The documents of a scene for one call that runs from end to end: a realistic request of the user Aya, and the policies that let her
 * hand the roles over and the service take them on. A direct call takes the role on by itself. Where a call is known by its name only,
 * the member that holds the role is made up.
 */
export function exampleDocuments({ call }: { readonly service: CatalogService; readonly call: ServiceCall }): ExampleDocuments {
  const roles = exampleRoles(call)
  const trusts = roles.map((role) => trustPolicy(role, call, roles))
  const own = trusts.some((trust) => JSON.stringify(trust) !== JSON.stringify(trusts[0]))
  const permissions = rolePolicy(call, roles)
  const works = roles.length > 0 || call.contrast === 'direct'
  const request = {
    caller: `arn:aws:iam::${account}:user/aya`,
    action: call.action,
    region,
    parameters: takesAnyRole(call) ? anyRole : call.exampleParameters,
    ...(call.exampleResolved ? { resolved: call.exampleResolved } : {}),
    ...(works && call.typicalAction ? { workload: { action: call.typicalAction, resource: workloadResource(call.typicalAction) } } : {}),
  }
  const byCaller = policy({
    Sid: 'TrustAya',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:user/aya` },
    Action: 'sts:AssumeRole',
  })
  return {
    request: writtenJson(request),
    identityPolicy: writtenJson(callerPolicy(call, roles)),
    trustPolicy: writtenJson(call.contrast === 'direct' ? byCaller : (trusts[0] ?? policy(byCaller.Statement[0] ?? {}))),
    rolePolicy: writtenJson(permissions),
    ...(own
      ? {
          roles: writtenJson(
            Object.fromEntries(roles.map((role, index) => [role.arn, { trustPolicy: trusts[index], rolePolicy: permissions }])),
          ),
        }
      : {}),
  }
}
