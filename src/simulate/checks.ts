import { accountOf, type Evaluation, evaluateRequest, type PolicyDocument, type PolicySet, parsePolicy } from '../iam'
import type { PolicyDocuments } from './policy-documents'
import { directAssumeKeys, passRoleKeys, serviceActionKeys, workloadKeys } from './request-contexts'
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
function callerPolicies({ situation, documents }: CheckInput): PolicySet {
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
export const callerDocuments: readonly DocumentId[] = ['identityPolicy', 'permissionsBoundary', 'sessionPolicy', 'serviceControlPolicies']

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
  const chained = role.passSite?.assumer.kind === 'role' ? (['rolePolicy'] as const) : []
  return own ? ['roles', ...chained, 'resourceControlPolicies'] : ['roles', 'trustPolicy', ...chained, 'resourceControlPolicies']
}

/** Anything but an allow is a denial. */
export const verdictOf = (evaluation: Evaluation) => (evaluation.verdict.kind === 'allow' ? 'allow' : 'deny')

/** Of several values of which one is sent: the first that is allowed, else the first. */
function mostFavourable<T>(values: readonly [T, ...T[]], judge: (value: T) => Evaluation): Evaluation {
  const [first, ...others] = values
  const evaluation = judge(first)
  if (verdictOf(evaluation) === 'allow') return evaluation
  return others.map(judge).find((other) => verdictOf(other) === 'allow') ?? evaluation
}

/** What a plain check has none of. */
export const base = { refusal: undefined, assumption: undefined, assumedKey: undefined } as const

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
  const judge = (passedToService: string | undefined) =>
    evaluateRequest(
      {
        principal: situation.caller.arn,
        action: 'iam:PassRole',
        resource: role.roleArn,
        contextKeys: passRoleKeys(situation, role, now, passedToService),
      },
      callerPolicies(input),
    )
  const evaluation = mostFavourable([role.passSite?.passedToService, ...(role.passSite?.otherPassedToServices ?? [])], judge)
  return { ...step, verdict: verdictOf(evaluation), evaluation }
}

const shortestSession = 900
const longestSession = 43_200
/** Role chaining caps a session at one hour. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html */
const chainedSession = 3600

function directRefusal({ caller, parameters }: Situation): AuthorizationStep['refusal'] {
  const seconds = parameters.DurationSeconds
  if (typeof seconds === 'number') {
    const longest = caller.kind === 'role-session' ? chainedSession : longestSession
    if (seconds < shortestSession || seconds > longest) return 'session-duration'
  }
  const name = parameters.RoleSessionName
  return typeof name === 'string' && !/^[\w+=,.@-]{2,64}$/.test(name) ? 'session-name' : undefined
}

/** The further actions that a direct call needs: tags and a source identity are permissions of their own. */
function directActions({ parameters }: Situation): readonly string[] {
  const tags = Array.isArray(parameters.Tags) && parameters.Tags.length > 0
  const identity = typeof parameters.SourceIdentity === 'string' && parameters.SourceIdentity !== ''
  return ['sts:AssumeRole', ...(tags ? ['sts:TagSession'] : []), ...(identity ? ['sts:SetSourceIdentity'] : [])]
}

/** The caller takes the role on: identity side and trust policy in one evaluation per action. */
export function checkDirectAssume(input: CheckInput, role: PassedRole): readonly AuthorizationStep[] {
  const { situation, now } = input
  const step = {
    ...base,
    kind: 'authorization',
    check: 'assume-role',
    speaker: 'caller',
    roleArn: role.roleArn,
    letter: undefined,
    seenAt: 'call',
  } as const
  const refusal = directRefusal(situation)
  if (refusal) return [{ ...step, action: 'sts:AssumeRole', verdict: 'deny', evaluation: undefined, refusal }]
  const policies: PolicySet = { ...callerPolicies(input), ...trustSide(input, role) }
  const contextKeys = directAssumeKeys(situation, role, now)
  return directActions(situation).map((action) => {
    const evaluation = evaluateRequest({ principal: situation.caller.arn, action, resource: role.roleArn, contextKeys }, policies)
    return { ...step, action, verdict: verdictOf(evaluation), evaluation }
  })
}

function inlineSessionPolicy({ situation }: CheckInput): PolicyDocument | undefined {
  const text = situation.mode === 'direct' ? situation.parameters.Policy : undefined
  return typeof text === 'string' ? parsePolicy(text, 'session', 'request').document : undefined
}

/** May the role do what the workload asks? The caller's boundary and session policy have no say in it. */
export function checkRolePermission(input: CheckInput, roleArn: string, sessionArn: string): AuthorizationStep | undefined {
  const { situation, documents, now } = input
  const { workload } = situation
  if (!workload) return undefined
  const entry = documents.roles?.value.get(roleArn)
  const account = accountOf(roleArn)
  const scps = documents.serviceControlPolicies
  const limited = account !== undefined && account === situation.caller.accountId && !isManagement(situation, account)
  const session = inlineSessionPolicy(input)
  const evaluation = evaluateRequest(
    {
      principal: sessionArn,
      action: workload.action,
      resource: workload.resource,
      contextKeys: workloadKeys(situation, roleArn, sessionArn, now),
    },
    {
      identityBased: entry ? entry.permissions : (documents.rolePolicy?.value ?? []),
      ...(session ? { session } : {}),
      ...(scps && limited ? { serviceControl: scps.value } : {}),
    },
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
