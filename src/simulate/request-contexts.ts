import { fillArn, fillTemplate, type PassSite, type TemplateFacts, valuesAt } from '../catalog'
import { accountOf, type ContextKeys, parseArn } from '../iam'
import { resourceOfCall, whoCalls } from './other-caller'
import type { Caller, Situation } from './situation'
import type { PassedRole } from './trace'

type Keys = Record<string, string | readonly string[]>

const blank = (): Keys => Object.create(null)

function timeKeys(now: string | undefined): Keys {
  const keys = blank()
  if (now === undefined) return keys
  keys['aws:CurrentTime'] = now
  const epoch = Date.parse(now)
  if (!Number.isNaN(epoch)) keys['aws:EpochTime'] = String(Math.floor(epoch / 1000))
  return keys
}

/** What identifies the caller. `aws:PrincipalArn` of a session is its role's ARN with the path. */
function principalKeys(caller: Caller): Keys {
  const keys = blank()
  keys['aws:PrincipalArn'] = caller.roleArn ?? caller.arn
  keys['aws:PrincipalAccount'] = caller.accountId
  keys['aws:PrincipalType'] = caller.kind === 'user' ? 'User' : caller.kind === 'root' ? 'Account' : 'AssumedRole'
  if (caller.kind === 'user') keys['aws:username'] = caller.name
  if (caller.kind === 'root') keys['aws:userid'] = caller.accountId
  // Absent with long-term keys; there, and false, with temporary credentials made without MFA.
  if (caller.kind === 'role-session') keys['aws:MultiFactorAuthPresent'] = 'false'
  return keys
}

function callerKeys(situation: Situation, now: string | undefined, resource: string): Keys {
  const { caller, region, organization } = situation
  const keys: Keys = Object.assign(blank(), principalKeys(caller), timeKeys(now))
  keys['aws:SecureTransport'] = 'true'
  keys['aws:RequestedRegion'] = region
  keys['aws:ResourceAccount'] = accountOf(resource) ?? caller.accountId
  keys['aws:PrincipalIsAWSService'] = 'false'
  keys['aws:ViaAWSService'] = 'false'
  if (organization?.id !== undefined) keys['aws:PrincipalOrgID'] = organization.id
  return keys
}

/** Lays keys over others, ignoring case; null takes a key away. */
function overlay(keys: Keys, over: Readonly<Record<string, string | readonly string[] | null>>): ContextKeys {
  const result: Keys = Object.assign(blank(), keys)
  for (const [name, value] of Object.entries(over)) {
    for (const known of Object.keys(result)) if (known.toLowerCase() === name.toLowerCase()) delete result[known]
    if (value !== null) result[name] = value
  }
  return result
}

const keyOf = (keys: ContextKeys, name: string) => Object.entries(keys).find(([key]) => key.toLowerCase() === name)?.[1]

/**
 * What follows from `aws:CalledVia`: a service calls on with the caller's identity, and says which came first and last.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html
 */
function forwardKeys(contextKeys: ContextKeys): Keys {
  const keys = blank()
  const via = [keyOf(contextKeys, 'aws:calledvia') ?? []].flat()
  const [first] = via
  const last = via.at(-1)
  if (first === undefined || last === undefined) return keys
  keys['aws:CalledViaFirst'] = first
  keys['aws:CalledViaLast'] = last
  keys['aws:ViaAWSService'] = 'true'
  return keys
}

/** `iam:PassedToService` and `iam:AssociatedResourceArn`: they go with `iam:PassRole` and with no other action. */
const isPassRoleKey = (name: string) => /^iam:(passedtoservice|associatedresourcearn)$/i.test(name)

/** The keys of one of the caller's own calls: what `contextKeys` says has the last word. */
function callKeys(situation: Situation, keys: Keys, passesRole = false): ContextKeys {
  const told = Object.entries(situation.contextKeys).filter(([name]) => passesRole || !isPassRoleKey(name))
  return overlay(Object.assign(blank(), keys, forwardKeys(situation.contextKeys)), Object.assign(blank(), Object.fromEntries(told)))
}

/** The keys of the API call's own check. */
export function serviceActionKeys(situation: Situation, now: string | undefined): ContextKeys {
  return callKeys(situation, callerKeys(situation, now, situation.resource))
}

/** The placeholders of catalogue templates for one role of this request. */
export function templateFacts(situation: Situation, role: PassedRole | undefined): TemplateFacts {
  const { region, parameters } = situation
  const caller = whoCalls(situation)
  return {
    names: {
      partition: parseArn(caller.arn)?.partition ?? 'aws',
      region,
      account: caller.accountId,
      'caller-arn': caller.arn,
      ...(role ? { 'role-arn': role.roleArn, 'role-name': role.name, profile: role.instanceProfile ?? role.name } : {}),
    },
    parameters,
  }
}

/** The keys of `iam:PassRole`: the caller's, and where the role goes (undefined: not known to be sent). */
export function passRoleKeys(
  situation: Situation,
  role: PassedRole,
  now: string | undefined,
  passedToService = role.passSite?.passedToService,
): ContextKeys {
  const keys = callerKeys(situation, now, role.roleArn)
  const site = role.passSite
  if (passedToService !== undefined) keys['iam:PassedToService'] = passedToService
  if (site?.associatedResourceArn)
    keys['iam:AssociatedResourceArn'] = fillArn(site.associatedResourceArn.value, templateFacts(situation, role))
  return callKeys(situation, keys, true)
}

/** Keys of which it is not documented whether this service sends them. `sent`: what the run assumed. */
export interface UnsureKey {
  readonly key: string
  readonly value: string
  readonly sent: boolean
}

/** The keys with which the service calls `sts:AssumeRole`, and those of them that are not documented. */
export interface ServiceKeys {
  readonly keys: ContextKeys
  readonly unsure: readonly UnsureKey[]
}

const confusedDeputyKeys = ['aws:SourceAccount', 'aws:SourceArn'] as const

/** What the service would send where the catalogue has no value for a key. */
function guess(key: (typeof confusedDeputyKeys)[number], situation: Situation): string {
  return key === 'aws:SourceAccount' ? whoCalls(situation).accountId : resourceOfCall(situation)
}

/** The keys of the service's own call to STS: never the caller's, no MFA, no `aws:PrincipalArn`. */
export function serviceAssumeKeys(situation: Situation, role: PassedRole, site: PassSite, principal = site.servicePrincipal): ServiceKeys {
  const keys = blank()
  const unsure: UnsureKey[] = []
  const facts = templateFacts(situation, role)
  if (site.assumer.kind === 'service') {
    keys['aws:PrincipalIsAWSService'] = 'true'
    keys['aws:PrincipalServiceName'] = principal
  }
  for (const sent of site.sentKeys) {
    const value = fillTemplate(sent.value, facts)
    keys[sent.key] = value
    if (sent.confidence !== 'documented') unsure.push({ key: sent.key, value, sent: true })
  }
  for (const key of site.assumer.kind === 'service' ? confusedDeputyKeys : []) {
    if (!site.sentKeys.some((sent) => sent.key === key)) unsure.push({ key, value: guess(key, situation), sent: false })
  }
  // The organization is that of the caller; of somebody else's account nothing is known.
  const organization = situation.otherCaller ? undefined : situation.organization?.id
  if (organization !== undefined && site.assumer.kind === 'service') keys['aws:SourceOrgID'] = organization
  const told = Object.keys(situation.serviceContextKeys).map((name) => name.toLowerCase())
  return { keys: overlay(keys, situation.serviceContextKeys), unsure: unsure.filter(({ key }) => !told.includes(key.toLowerCase())) }
}

/** The same keys with one unsure key turned the other way. */
export function withKeyTurned(keys: ContextKeys, { key, value, sent }: UnsureKey): ContextKeys {
  return overlay(keys as Keys, { [key]: sent ? null : value })
}

/**
 * The keys of `iam:PassRole` of which it is not documented that this service sends them. What `contextKeys` says is told, not assumed.
 */
export function unsurePassRoleKeys(situation: Situation, role: PassedRole): readonly UnsureKey[] {
  const site = role.passSite
  if (!site) return []
  const { passedToService, associatedResourceArn: associated } = site
  const unsure: UnsureKey[] = []
  if (site.confidence.passedToService !== 'documented') {
    unsure.push({ key: 'iam:PassedToService', value: passedToService ?? site.servicePrincipal, sent: passedToService !== undefined })
  }
  if (associated?.confidence !== 'documented') {
    unsure.push({ key: 'iam:AssociatedResourceArn', value: situation.resource, sent: associated !== undefined })
  }
  return unsure.filter(({ key }) => keyOf(situation.contextKeys, key.toLowerCase()) === undefined)
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The session tags that a direct call carries, as key and value. */
function sessionTags(parameters: Situation['parameters']): (readonly [string, string])[] {
  return valuesAt(parameters, '$.Tags[]').flatMap((tag) => {
    const [key] = valuesAt(tag, '$.Key')
    const [value] = valuesAt(tag, '$.Value')
    return typeof key === 'string' ? [[key, text(value) ?? ''] as const] : []
  })
}

/** The keys of a direct `sts:AssumeRole`: the caller's, and what the call carries. */
export function directAssumeKeys(situation: Situation, role: PassedRole, now: string | undefined): ContextKeys {
  const keys = callerKeys(situation, now, role.roleArn)
  const { parameters } = situation
  const single = { RoleSessionName: 'sts:RoleSessionName', ExternalId: 'sts:ExternalId', SourceIdentity: 'sts:SourceIdentity' }
  for (const [member, key] of Object.entries(single)) {
    const value = text(parameters[member])
    if (value !== undefined) keys[key] = value
  }
  const tags = sessionTags(parameters)
  if (tags.length > 0) keys['aws:TagKeys'] = tags.map(([key]) => key)
  for (const [key, value] of tags) keys[`aws:RequestTag/${key}`] = value
  const transitive = valuesAt(parameters, '$.TransitiveTagKeys[]').flatMap((key) => text(key) ?? [])
  if (transitive.length > 0) keys['sts:TransitiveTagKeys'] = transitive
  if (text(parameters.SerialNumber) !== undefined && text(parameters.TokenCode) !== undefined) {
    keys['aws:MultiFactorAuthPresent'] = 'true'
    keys['aws:MultiFactorAuthAge'] = '0'
  }
  return callKeys(situation, keys)
}

/** What a session was made with goes on with it: its tags are the principal's tags from then on. */
export function sessionKeys({ mode, parameters, roles }: Situation, roleArn: string): Keys {
  const keys = blank()
  if (mode !== 'direct' || roles[0]?.roleArn !== roleArn) return keys
  for (const [key, value] of sessionTags(parameters)) keys[`aws:PrincipalTag/${key}`] = value
  const identity = text(parameters.SourceIdentity)
  if (identity !== undefined) keys['aws:SourceIdentity'] = identity
  return keys
}

/** The keys of a role that takes a further role on: those of its session, as of any caller. */
export function chainedAssumeKeys(
  situation: Situation,
  from: PassedRole,
  sessionArn: string,
  role: PassedRole,
  now: string | undefined,
): ContextKeys {
  const name = sessionArn.split('/').at(-1) ?? ''
  const session: Caller = { arn: sessionArn, kind: 'role-session', accountId: from.accountId, name, roleArn: from.roleArn }
  return callerKeys({ ...situation, caller: session }, now, role.roleArn)
}

/** The keys of what the workload does as the role: the role session's own. */
export function workloadKeys(situation: Situation, roleArn: string, sessionArn: string, now: string | undefined): ContextKeys {
  const account = accountOf(roleArn) ?? situation.caller.accountId
  const session: Caller = { arn: sessionArn, kind: 'role-session', accountId: account, name: sessionArn.split('/').at(-1) ?? '', roleArn }
  const resource = situation.workload?.resource ?? '*'
  return Object.assign(callerKeys({ ...situation, caller: session }, now, resource), sessionKeys(situation, roleArn))
}
