import { absentLayer, JudgedLayer, reportLayer } from './evaluate-layer'
import type { Evaluation, LayerEvaluation, NotApplicableReason, StatementExplanation, Verdict, VerdictKind } from './explanation'
import type { ReadRequest } from './match-statement'
import type { PolicySet } from './policy-set'
import { isServiceLinkedRole, readRequest, resourceAccountOf } from './read-request'
import type { RequestContext } from './request-context'
import { verdictByGrant } from './verdict-by-grant'

/** The layers of one request, judged, in the order in which AWS names a failing one. */
export interface JudgedLayers {
  readonly resourceControl: readonly JudgedLayer[]
  readonly serviceControl: readonly JudgedLayer[]
  /** The trust policy for `sts:` actions on a role, else the resource-based policy. */
  readonly resource: JudgedLayer | undefined
  readonly identity: JudgedLayer
  readonly boundary: JudgedLayer | undefined
  readonly session: JudgedLayer | undefined
}

/** Which side has to say yes. */
export interface GrantFacts {
  readonly sameAccount: boolean
  /** Trust policies and KMS key policies must allow: an identity-based policy alone never suffices. */
  readonly resourceRequired: boolean
  /** The caller's own policies must allow, however the resource's policy names it. */
  readonly ownSideRequired: boolean
}

/**
 * Services whose requests resource control policies reach; AWS adds to them.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const resourceControlServices = new Set([
  's3',
  'sts',
  'sqs',
  'kms',
  'secretsmanager',
  'ecr',
  'aoss',
  'cognito-idp',
  'cognito-identity',
  'logs',
])

/** The role's trust policy takes part in taking a role on and in the two actions that go with it. */
const trustActions = new Set(['assumerole', 'assumerolewithsaml', 'assumerolewithwebidentity', 'tagsession', 'setsourceidentity'])

/** `statement` is looked for when first read: for an implicit deny it needs every element explained. */
class LazyVerdict implements Verdict {
  readonly level: number | undefined
  readonly #layer: JudgedLayer | undefined
  #found: StatementExplanation | undefined
  #searched = false

  constructor(
    readonly kind: VerdictKind,
    layer: JudgedLayer | undefined,
    readonly policyType: Verdict['policyType'],
  ) {
    this.#layer = layer
    this.level = layer?.level
  }

  get statement(): StatementExplanation | undefined {
    if (!this.#searched) {
      this.#searched = true
      this.#found = this.#layer?.deciding(this.kind)
    }
    return this.#found
  }

  toJSON(): Verdict {
    return { kind: this.kind, policyType: this.policyType, level: this.level, statement: this.statement }
  }
}

function verdict(kind: VerdictKind, layer: JudgedLayer | undefined, policyType = layer?.policyType): Verdict {
  return new LazyVerdict(kind, layer, policyType)
}

function scpExemption(read: ReadRequest): NotApplicableReason | undefined {
  const { kind } = read.principal
  if (kind === 'service' || kind === 'federated') return 'service-principal'
  if (kind === 'anonymous') return 'anonymous'
  return isServiceLinkedRole(read) ? 'service-linked-role' : undefined
}

function isTrustAction(read: ReadRequest): boolean {
  if (read.action.service !== 'sts' || !trustActions.has(read.action.name)) return false
  // GetFederationToken with tags asks for TagSession as well, on a user's session that has no trust policy.
  return !read.request.resource.includes(':federated-user/')
}

/** In a role chain the source identity needs both sides. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
const isChainedSourceIdentity = (read: ReadRequest) =>
  read.action.service === 'sts' && read.action.name === 'setsourceidentity' && read.principal.kind === 'role-session'

function judge(read: ReadRequest, policies: PolicySet): JudgedLayers {
  const { kind } = read.principal
  const own = kind !== 'service' && kind !== 'federated' && kind !== 'anonymous'
  const trust = isTrustAction(read)
  const resourcePolicy = trust ? (policies.trust ?? policies.resourceBased) : policies.resourceBased
  const session = policies.session === undefined ? undefined : 'statements' in policies.session ? [policies.session] : policies.session
  const exempt = scpExemption(read) !== undefined
  const reachedByRcp = resourceControlServices.has(read.action.service) && !isServiceLinkedRole(read)
  return {
    resourceControl: reachedByRcp
      ? (policies.resourceControl ?? []).map((level, index) => new JudgedLayer('resource-control', index, level, read))
      : [],
    serviceControl: exempt
      ? []
      : (policies.serviceControl ?? []).map((level, index) => new JudgedLayer('service-control', index, level, read)),
    resource: resourcePolicy ? new JudgedLayer(resourcePolicy.policyType, undefined, [resourcePolicy], read) : undefined,
    identity: new JudgedLayer('identity-based', undefined, own ? policies.identityBased : [], read),
    boundary:
      own && kind !== 'root' && policies.permissionsBoundary
        ? new JudgedLayer('permissions-boundary', undefined, policies.permissionsBoundary, read)
        : undefined,
    session: own && session ? new JudgedLayer('session', undefined, session, read) : undefined,
  }
}

const inOrder = (layers: JudgedLayers): JudgedLayer[] => [
  ...layers.resourceControl,
  ...layers.serviceControl,
  ...(layers.resource ? [layers.resource] : []),
  layers.identity,
  ...(layers.boundary ? [layers.boundary] : []),
  ...(layers.session ? [layers.session] : []),
]

function decide(read: ReadRequest, layers: JudgedLayers, facts: GrantFacts): Verdict {
  const denying = inOrder(layers).find((layer) => layer.denies)
  if (denying) return verdict('explicit-deny', denying)
  const silentLevel = layers.serviceControl.find((layer) => !layer.allows)
  if (silentLevel) return verdict('implicit-deny', silentLevel)
  const { kind, layer, policyType } = verdictByGrant(read, layers, facts)
  return verdict(kind, layer, policyType)
}

function reports(read: ReadRequest, policies: PolicySet, layers: JudgedLayers, decided: Verdict): readonly LayerEvaluation[] {
  const { kind } = read.principal
  const callerReason: NotApplicableReason | undefined =
    kind === 'service' || kind === 'federated' ? 'service-principal' : kind === 'anonymous' ? 'anonymous' : undefined
  const list: LayerEvaluation[] = []
  for (const layer of layers.resourceControl) list.push(reportLayer(layer, layer.denies ? 'explicit-deny' : 'allow'))
  const exemption = scpExemption(read)
  if (exemption && policies.serviceControl) list.push(absentLayer('service-control', exemption))
  for (const layer of layers.serviceControl) list.push(reportLayer(layer, layer.result))
  if (layers.resource) list.push(reportLayer(layers.resource, layers.resource.result))
  else if (isTrustAction(read)) list.push({ ...absentLayer('trust', 'absent'), result: 'implicit-deny', notApplicable: undefined })
  if (callerReason) list.push(absentLayer('identity-based', callerReason))
  else if (kind === 'root' && !layers.identity.denies) list.push(absentLayer('identity-based', 'account-root'))
  else {
    const own = layers.identity.result
    const spared = decided.kind === 'allow' && own === 'implicit-deny'
    list.push(spared ? reportLayer(layers.identity, 'not-applicable', 'not-needed') : reportLayer(layers.identity, own))
  }
  for (const layer of [layers.boundary, layers.session]) {
    if (!layer) continue
    const own = layer.result
    const spared = decided.kind === 'allow' && own === 'implicit-deny'
    list.push(spared ? reportLayer(layer, 'not-applicable', 'not-needed') : reportLayer(layer, own))
  }
  return list
}

/** GetCallerIdentity needs no permission and cannot be denied. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const alwaysAllowed = (read: ReadRequest) => read.action.service === 'sts' && read.action.name === 'getcalleridentity'

/**
 * Judges one request: every layer, every statement, every element. Uses exactly the context keys it is given and never throws on a
 * parsed policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function evaluateRequest(request: RequestContext, policies: PolicySet): Evaluation {
  const read = readRequest(request, policies)
  if (alwaysAllowed(read)) {
    return { request, verdict: verdict('allow', undefined), layers: [absentLayer('identity-based', 'always-allowed')] }
  }
  const layers = judge(read, policies)
  const account = resourceAccountOf(read)
  const keyPolicy = read.action.service === 'kms' && layers.resource !== undefined
  const facts: GrantFacts = {
    sameAccount: read.principal.account !== undefined && read.principal.account === account,
    resourceRequired: isTrustAction(read) || keyPolicy,
    ownSideRequired: isChainedSourceIdentity(read),
  }
  const decided = decide(read, layers, facts)
  return { request, verdict: decided, layers: reports(read, policies, layers, decided) }
}
