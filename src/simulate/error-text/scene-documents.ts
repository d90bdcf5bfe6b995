import { exampleDocuments, type FoundCall } from '../../catalog'
import { accountOf, type PolicyType, parseArn } from '../../iam'
import { writtenJson } from '../../lib/written-json'
import type { Documents } from '../trace'
import { brokenBy, type Cause, denying, filled, limitOn, policyOf, type Statement, type TrustCause } from './causes'
import type { ErrorFacts } from './error-reading'

/** What the scene supposes where the message says nothing. */
export interface Supposed {
  readonly cause: Cause
  /** The layer that refuses. */
  readonly layer: PolicyType
  readonly trust: TrustCause
  /** Undefined: what the call is known to send. */
  readonly passedTo: string | undefined
  /** Which of the example's roles is the one in the message, from 0 on. */
  readonly role: number
  /** The request hands that role over and no other. */
  readonly alone: boolean
}

/** How many roles the example of a call hands over; 1 at least. */
export const rolesOfExample = (found: FoundCall): number => Math.max(1, distinctRoles(exampleDocuments(found).identityPolicy).length)

const example = { account: '111122223333', caller: 'arn:aws:iam::111122223333:user/aya' } as const
const elsewhere = '444455556666'

interface Request {
  caller: string
  action: string
  region?: string
  resource?: string
  parameters: Readonly<Record<string, unknown>>
  resolved?: unknown
  workload?: unknown
  contextKeys?: Readonly<Record<string, string>>
}

/** The role that the message names, or whose session speaks; of a plain name the ARN. */
function roleIn(facts: ErrorFacts, account: string, partition: string): string | undefined {
  if (facts.roleArn !== undefined) return facts.roleArn
  if (facts.check === 'assume-role' && facts.resource && !facts.resource.includes(':'))
    return `arn:${partition}:iam::${account}:role/${facts.resource}`
  return facts.reason.kind === 'other-account' ? `arn:${partition}:iam::${elsewhere}:role/app-task` : undefined
}

/** Who calls: the one in the message, unless it is a workload that speaks. */
const callerIn = ({ callerArn, check }: ErrorFacts, account: string, partition: string) =>
  callerArn === undefined || check === 'role-permission' ? `arn:${partition}:iam::${account}:user/aya` : callerArn

/** The example's texts with the message's own account, partition and role. */
function movedTo(text: string, account: string, partition: string, from: string | undefined, role: string | undefined): string {
  const marked = from === undefined || role === undefined ? text : text.replaceAll(`"${from}"`, '"\u0000"')
  const moved = marked.replaceAll(example.account, account)
  const named = partition === 'aws' ? moved : moved.replaceAll('arn:aws:', `arn:${partition}:`)
  return role === undefined ? named : named.replaceAll('"\u0000"', JSON.stringify(role))
}

/** Which policy of the caller's would allow what was refused. */
function allowingStatement(facts: ErrorFacts, found: FoundCall, role: string, resource: string, passedTo: string | undefined): Statement {
  const action = facts.action ?? found.call.action
  if (facts.check === 'pass-role') {
    const condition = passedTo === undefined ? {} : { Condition: { StringEquals: { 'iam:PassedToService': passedTo } } }
    return { Sid: 'PassRole', Effect: 'Allow', Action: 'iam:PassRole', Resource: role, ...condition }
  }
  if (facts.check === 'assume-role') return { Sid: 'AssumeRole', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role }
  return {
    Sid: found.call.operation === '' ? 'Call' : (action.split(':')[1] ?? 'Call').replace(/\W/g, ''),
    Effect: 'Allow',
    Action: action,
    Resource: resource,
  }
}

/** The trust policy of a direct call. */
function directTrust(caller: string, role: string, { trust, layer }: Supposed): readonly Statement[] {
  const account = accountOf(role) ?? example.account
  const user = trust === 'wrong-principal' && layer === 'trust' ? `arn:aws:iam::${account}:user/somebody-else` : undefined
  // The account: then the caller's own side has to say yes too, and it is that side which the message blames.
  const principal = { AWS: user ?? (layer === 'trust' ? trusted(caller) : `arn:aws:iam::${accountOf(caller) ?? account}:root`) }
  const allow: Statement = { Sid: 'TrustTheCaller', Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }
  if (layer !== 'trust') return [allow]
  if (trust === 'deny-statement') return [allow, { Sid: 'DenyTheCaller', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }]
  if (trust === 'source-condition') return [{ ...allow, Condition: { StringEquals: { 'sts:ExternalId': 'agreed-upon' } } }]
  return [allow]
}

/** A trust policy names a session by its role. */
function trusted(caller: string): string {
  const session = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller)
  return session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : caller
}

/** The trust policy with what keeps the service out. */
function brokenTrust(text: string, trust: TrustCause): string {
  const policy = JSON.parse(text) as { Statement: readonly Statement[] }
  const statements = policy.Statement.map((statement): Statement => {
    if (trust === 'wrong-principal') {
      const own = JSON.stringify(statement.Principal)
      return { ...statement, Principal: { Service: own.includes('lambda.amazonaws.com') ? 'ec2.amazonaws.com' : 'lambda.amazonaws.com' } }
    }
    return { ...statement, Condition: { StringEquals: { 'aws:SourceAccount': elsewhere } } }
  })
  const all =
    trust === 'deny-statement'
      ? [...policy.Statement, { Sid: 'DenyAll', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }]
      : statements
  return writtenJson({ ...policy, Statement: all })
}

/** The roles that a text names, each once. */
const distinctRoles = (text: string) => [...new Set(text.match(/arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+/g) ?? [])]

/** The roles' own documents, in which one trusts somebody else. */
function rolesWith(
  text: string | undefined,
  role: string,
  usual: { readonly trustPolicy: string; readonly rolePolicy: string },
  trust: TrustCause,
): string {
  const entries = JSON.parse(text ?? '{}') as Record<string, { trustPolicy?: unknown; rolePolicy?: unknown }>
  const own = entries[role] ?? { trustPolicy: JSON.parse(usual.trustPolicy), rolePolicy: JSON.parse(usual.rolePolicy) }
  const broken = JSON.parse(brokenTrust(JSON.stringify(own.trustPolicy), trust))
  return writtenJson({ ...entries, [role]: { ...own, trustPolicy: broken } })
}

/** Parameters without the members that hold other roles. */
function withoutRoles(value: unknown, others: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutRoles(item, others))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      typeof member === 'string' && others.includes(member) ? [] : [[key, withoutRoles(member, others)]],
    ),
  )
}

const levels = (statements: readonly Statement[]) =>
  writtenJson([[policyOf([{ Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }])], [policyOf(statements)]])

/** A statement of the example without what the scene's own statement is about, and without roles that are not handed over. */
function otherwise(
  statement: Statement,
  { action, role, dropped }: { readonly action: string; readonly role: string; readonly dropped: readonly string[] },
): readonly Statement[] {
  const passes = statement.Action === 'iam:PassRole'
  if (!passes) return statement.Action === action ? [] : [statement]
  const all = [statement.Resource ?? []].flat()
  const left = all.filter((arn) => !dropped.includes(arn) && (action !== 'iam:PassRole' || arn !== role))
  if (left.length === 0) return []
  return left.length === all.length
    ? [statement]
    : [{ ...statement, Sid: 'PassOthers', Resource: left.length === 1 ? (left[0] ?? '') : left }]
}

/** The documents of a scene whose run ends as the message says, if what is supposed is so. Undefined: it cannot be written. */
export function sceneDocuments(facts: ErrorFacts, found: FoundCall, supposed: Supposed): Documents | undefined {
  const base = exampleDocuments(found)
  const direct = found.call.contrast === 'direct'
  const named = parseArn(facts.callerArn ?? facts.roleArn ?? '')
  const partition = named?.partition ?? 'aws'
  const account = (named?.account ?? '') === '' ? example.account : (named?.account ?? example.account)
  const from = distinctRoles(base.identityPolicy)[supposed.role]
  const asked = roleIn(facts, account, partition)
  const move = (text: string) => movedTo(text, account, partition, from, asked)
  const role = asked ?? (from === undefined ? '*' : move(JSON.stringify(from)).slice(1, -1))
  const caller = callerIn(facts, account, partition)
  const request = { ...(JSON.parse(move(base.request)) as Request), caller }
  const region = parseArn(facts.resource ?? '')?.region
  if (region) request.region = region
  if (facts.check === 'service-action' && facts.resource !== undefined && facts.resource !== '*') request.resource = facts.resource
  if (facts.check === 'role-permission') {
    // The message's role is the one that works; what hands it over is beside the point.
    request.workload = { action: facts.action, resource: facts.resource ?? '*' }
  }
  const sent = supposed.passedTo ?? found.call.passSites[0]?.passedToService
  if (supposed.passedTo !== undefined && supposed.passedTo !== found.call.passSites[0]?.passedToService)
    request.contextKeys = { ...request.contextKeys, 'iam:PassedToService': supposed.passedTo }
  const dropped = supposed.alone ? distinctRoles(move(base.identityPolicy)).filter((arn) => arn !== role) : []
  if (dropped.length > 0) {
    request.parameters = withoutRoles(request.parameters, dropped) as Request['parameters']
    if (request.resolved !== undefined) request.resolved = withoutRoles(request.resolved, dropped)
  }
  if (direct) request.parameters = { ...request.parameters, RoleArn: role }

  const onRole = facts.check === 'pass-role' || facts.check === 'assume-role'
  const resource = onRole ? role : (facts.resource ?? '*')
  const action = facts.action ?? found.call.action
  const allowing = allowingStatement(facts, found, role, resource, sent)
  const explicit = supposed.cause === 'deny-statement'
  const broken = brokenBy(supposed.cause, allowing, resource)
  if (!broken) return undefined
  const blamed = supposed.layer
  const services = [...new Set([found.call.action.split(':')[0] ?? '', 'iam', 's3'])]
  const limit = () => limitOn(action, onRole ? resource : '*', explicit, services)
  const own = JSON.parse(move(base.identityPolicy)) as { Statement: readonly Statement[] }
  const asks = facts.check !== 'role-permission' && (facts.check !== 'assume-role' || direct)
  const mine = asks ? (blamed === 'identity-based' ? broken : [allowing]) : []
  const kept = own.Statement.flatMap((statement) => otherwise(statement, { action: asks ? action : '', role, dropped }))
  const trust = move(base.trustPolicy)
  const rolePolicy = move(base.rolePolicy)
  const listed = base.roles && move(base.roles)
  const byService = facts.check === 'assume-role' && !direct
  // One of several roles is refused: it gets documents of its own.
  const several =
    dropped.length === 0 && distinctRoles(own.Statement.map(({ Resource }) => [Resource].flat().join(' ')).join(' ')).length > 1
  const roles = byService && several ? rolesWith(listed, role, { trustPolicy: trust, rolePolicy }, supposed.trust) : listed
  return {
    request: writtenJson(request),
    identityPolicy: writtenJson(policyOf(filled([...kept, ...mine]))),
    trustPolicy: direct
      ? writtenJson(policyOf(directTrust(caller, role, supposed)))
      : byService && !several
        ? brokenTrust(trust, supposed.trust)
        : trust,
    rolePolicy: facts.check === 'role-permission' && blamed === 'identity-based' ? writtenJson(policyOf(filled(broken))) : rolePolicy,
    ...(roles === undefined ? {} : { roles }),
    ...(blamed === 'permissions-boundary' ? { permissionsBoundary: writtenJson(policyOf(limit())) } : {}),
    ...(blamed === 'session' ? { sessionPolicy: writtenJson(policyOf(limit())) } : {}),
    ...(blamed === 'service-control' ? { serviceControlPolicies: levels(limit()) } : {}),
    ...(blamed === 'resource-control'
      ? { resourceControlPolicies: writtenJson([[policyOf([{ ...denying('DenyIt', action, '*'), Principal: '*' }])]]) }
      : {}),
  }
}
