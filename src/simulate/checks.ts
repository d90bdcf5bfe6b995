import { accountOf, type ContextKeys, type Evaluation, evaluateRequest, type PolicySet } from '../iam'
import { directActions, directRefusal, sessionPolicyIn } from './direct-call'
import type { PolicyDocuments } from './policy-documents'
import {
  directAssumeKeys,
  passRoleKeys,
  serviceActionKeys,
  type UnsureKey,
  unsurePassRoleKeys,
  withKeyTurned,
  workloadKeys,
} from './request-contexts'
import type { Situation } from './situation'
import type { AuthorizationStep, DocumentId, PassedRole } from './trace'

/** What the checks are made of: the request, the policies and the time. */
export interface CheckInput {
  readonly situation: Situation
  readonly documents: PolicyDocuments
  readonly now: string | undefined
}

const isManagement = (situation: Situation, account: string) => situation.organization?.managementAccount === account

/** The caller's layers: identity, boundary, session, and SCPs unless its account manages the organization. */
export function callerPolicies({ situation, documents }: CheckInput): PolicySet {
  const { permissionsBoundary, sessionPolicy, serviceControlPolicies } = documents
  const exempt = isManagement(situation, situation.caller.accountId)
  return {
    identityBased: documents.identityPolicy?.value ?? [],
    ...(permissionsBoundary ? { permissionsBoundary: permissionsBoundary.value } : {}),
    ...(sessionPolicy ? { session: sessionPolicy.value } : {}),
    ...(serviceControlPolicies && !exempt ? { serviceControl: serviceControlPolicies.value } : {}),
  }
}

/** The documents that the caller's own checks read, in the order in which they are read. */
export function callerDocuments({ situation }: CheckInput): readonly DocumentId[] {
  const exempt = isManagement(situation, situation.caller.accountId)
  return ['identityPolicy', 'permissionsBoundary', 'sessionPolicy', ...(exempt ? [] : (['serviceControlPolicies'] as const))]
}

/** What the role's own side says: its trust policy, and the RCPs of its account. */
export function trustSide({ situation, documents }: CheckInput, role: PassedRole): Pick<PolicySet, 'trust' | 'resourceControl'> {
  const entry = documents.roles?.value.get(role.roleArn)
  const trust = entry ? entry.trust : documents.trustPolicy?.value
  const rcp = documents.resourceControlPolicies
  return {
    ...(trust ? { trust } : {}),
    ...(rcp && !isManagement(situation, role.accountId) ? { resourceControl: rcp.value } : {}),
  }
}

/** The documents that say whether a role lets itself be taken on. */
export function trustDocuments(input: CheckInput, role: PassedRole): readonly DocumentId[] {
  const own = input.documents.roles?.value.has(role.roleArn)
  const exempt = isManagement(input.situation, role.accountId)
  const { assumer } = role.passSite ?? {}
  const from = assumer?.kind === 'role' ? input.situation.roles.find(({ passSite }) => passSite?.id === assumer.passSiteId) : undefined
  const chained = from && !input.documents.roles?.value.has(from.roleArn) ? (['rolePolicy'] as const) : []
  return ['roles', ...(own ? [] : (['trustPolicy'] as const)), ...chained, ...(exempt ? [] : (['resourceControlPolicies'] as const))]
}

/** Do the SCPs, which are of the caller's account, limit what runs as this role? */
function isLimitedByScps(situation: Situation, roleArn: string): boolean {
  const account = accountOf(roleArn)
  return account !== undefined && account === situation.caller.accountId && !isManagement(situation, account)
}

/** The further role that the workload takes on, if that is what it does: its trust policy has a say then. */
function roleTakenOn({ situation, documents }: CheckInput): { readonly trust: PolicySet['trust']; readonly own: boolean } | undefined {
  const { action = '', resource = '' } = situation.workload ?? {}
  if (!/^sts:/i.test(action) || !/^arn:[^:]*:iam::\d{12}:role\/./.test(resource)) return undefined
  const entry = documents.roles?.value.get(resource)
  return { trust: entry ? entry.trust : documents.trustPolicy?.value, own: entry !== undefined }
}

/** The documents that say what a role may do. */
export function permissionDocuments(input: CheckInput, roleArn: string): readonly DocumentId[] {
  const own = input.documents.roles?.value.has(roleArn)
  const limited = isLimitedByScps(input.situation, roleArn)
  return [
    'roles',
    ...(own ? [] : (['rolePolicy'] as const)),
    ...(roleTakenOn(input)?.own === false ? (['trustPolicy'] as const) : []),
    ...(limited ? (['serviceControlPolicies'] as const) : []),
  ]
}

/** Anything but an allow is a denial. */
export const verdictOf = (evaluation: Evaluation) => (evaluation.verdict.kind === 'allow' ? 'allow' : 'deny')

/**
 * The unsure key on which the verdict depends, if any: each is turned the other way by itself first, then all that are assumed alike,
 * then all, for a statement may ask for several.
 */
export function decidingKey(
  unsure: readonly UnsureKey[],
  keys: ContextKeys,
  judge: (keys: ContextKeys) => Evaluation,
): Pick<AuthorizationStep, 'assumption' | 'assumedKey'> {
  const verdict = verdictOf(judge(keys))
  const alike = (sent: boolean) => unsure.filter((key) => key.sent === sent)
  const turned = [...unsure.map((key) => [key]), alike(false), alike(true), unsure]
  const [deciding] = turned.find((several) => verdictOf(judge(several.reduce(withKeyTurned, keys))) !== verdict) ?? []
  if (!deciding) return { assumption: undefined, assumedKey: undefined }
  return { assumption: deciding.sent ? 'key-sent' : 'key-not-sent', assumedKey: deciding.key }
}

/** What a plain check has none of. */
export const base = { refusal: undefined, assumption: undefined, assumedKey: undefined, unreliableKey: undefined } as const

/** May the caller make the API call at all? */
export function checkServiceAction(input: CheckInput): AuthorizationStep {
  const { situation, now } = input
  const evaluation = evaluateRequest(
    {
      principal: situation.caller.arn,
      action: situation.action,
      resource: situation.resource,
      resourceAccount: accountOf(situation.resource) ?? situation.caller.accountId,
      contextKeys: serviceActionKeys(situation, now),
    },
    callerPolicies(input),
  )
  return {
    ...base,
    kind: 'authorization',
    check: 'service-action',
    speaker: 'caller',
    action: situation.action,
    roleArn: undefined,
    letter: undefined,
    verdict: verdictOf(evaluation),
    evaluation,
    seenAt: 'call',
  }
}

/**
 * The tag of the role that a statement about this hand-over reads. AWS: it does not give reliable results.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
function unreliableKeyIn({ layers }: Evaluation): string | undefined {
  for (const { statement, elements } of layers.flatMap((layer) => layer.statements)) {
    const tag = statement.conditions.find(({ key }) => /^(?:aws|iam):resourcetag\//i.test(key.value))
    if (tag && elements.every((element) => element.element === 'Condition' || element.matched)) return tag.key.value
  }
  return undefined
}

/**
 * May the caller hand this role to this service? The role's trust policy has no say here. A role of another account is refused
 * before any policy is read. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function checkPassRole(input: CheckInput, role: PassedRole): AuthorizationStep {
  const { situation, now } = input
  const step = {
    ...base,
    kind: 'authorization',
    check: 'pass-role',
    speaker: 'caller',
    action: 'iam:PassRole',
    roleArn: role.roleArn,
    letter: role.letter,
    seenAt: 'call',
  } as const
  if (role.accountId !== situation.caller.accountId) {
    return { ...step, verdict: 'deny', evaluation: undefined, refusal: 'role-in-other-account' }
  }
  const policies = callerPolicies(input)
  const judge = (contextKeys: ContextKeys) =>
    evaluateRequest({ principal: situation.caller.arn, action: 'iam:PassRole', resource: role.roleArn, contextKeys }, policies)
  // Of several values of which one is sent: the first that is allowed, else the first. That it is this one is an assumption.
  const { passedToService, otherPassedToServices = [] } = role.passSite ?? {}
  const first = passRoleKeys(situation, role, now, passedToService)
  const others = otherPassedToServices.map((value) => passRoleKeys(situation, role, now, value))
  const isAllowed = (keys: ContextKeys) => verdictOf(judge(keys)) === 'allow'
  const contextKeys = [first, ...others].find(isAllowed) ?? first
  const evaluation = judge(contextKeys)
  const verdict = verdictOf(evaluation)
  const assumed =
    verdict === 'allow' && ![first, ...others].every(isAllowed)
      ? ({ assumption: 'key-sent', assumedKey: 'iam:PassedToService' } as const)
      : decidingKey(unsurePassRoleKeys(situation, role), contextKeys, judge)
  return { ...step, ...assumed, verdict, evaluation, unreliableKey: unreliableKeyIn(evaluation) }
}

const directStep = {
  ...base,
  kind: 'authorization',
  check: 'assume-role',
  speaker: 'caller',
  action: 'sts:AssumeRole',
  letter: undefined,
  seenAt: 'call',
} as const

/** A direct call that STS refuses whatever the policies say; undefined: the policies decide. */
export function checkDirectRefusal({ situation }: CheckInput, role: PassedRole): AuthorizationStep | undefined {
  const refusal = directRefusal(situation)
  return refusal && { ...directStep, roleArn: role.roleArn, verdict: 'deny', evaluation: undefined, refusal }
}

/** The caller takes the role on: identity side and trust policy in one evaluation per action. */
export function checkDirectAssume(input: CheckInput, role: PassedRole): readonly AuthorizationStep[] {
  const { situation, now } = input
  const policies: PolicySet = { ...callerPolicies(input), ...trustSide(input, role) }
  const contextKeys = directAssumeKeys(situation, role, now)
  return directActions(situation).map((action) => {
    const evaluation = evaluateRequest({ principal: situation.caller.arn, action, resource: role.roleArn, contextKeys }, policies)
    return { ...directStep, roleArn: role.roleArn, action, verdict: verdictOf(evaluation), evaluation }
  })
}

/** What limits and allows a role that acts. The caller's boundary and session policy have no say in it. */
export function rolePolicies(input: CheckInput, roleArn: string): PolicySet {
  const { situation, documents } = input
  const entry = documents.roles?.value.get(roleArn)
  const scps = documents.serviceControlPolicies
  const session = sessionPolicyIn(situation)
  const trust = roleTakenOn(input)?.trust
  return {
    identityBased: entry ? entry.permissions : (documents.rolePolicy?.value ?? []),
    ...(session ? { session } : {}),
    ...(trust ? { trust } : {}),
    ...(scps && isLimitedByScps(situation, roleArn) ? { serviceControl: scps.value } : {}),
  }
}

/** May the role do what the workload asks? */
export function checkRolePermission(input: CheckInput, roleArn: string, sessionArn: string): AuthorizationStep | undefined {
  const { situation, now } = input
  const { workload } = situation
  if (!workload) return undefined
  const evaluation = evaluateRequest(
    {
      principal: sessionArn,
      action: workload.action,
      resource: workload.resource,
      contextKeys: workloadKeys(situation, roleArn, sessionArn, now),
    },
    rolePolicies(input, roleArn),
  )
  return {
    ...base,
    kind: 'authorization',
    check: 'role-permission',
    speaker: 'role',
    action: workload.action,
    roleArn,
    letter: situation.roles.find((role) => role.roleArn === roleArn)?.letter,
    verdict: verdictOf(evaluation),
    evaluation,
    seenAt: situation.mode === 'direct' ? 'call' : 'later',
  }
}
