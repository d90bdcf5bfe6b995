import type { PolicyType } from '../terms'
import type { JudgedLayer } from './evaluate-layer'
import type { GrantFacts, JudgedLayers } from './evaluate-request'
import type { VerdictKind } from './explanation'
import type { ReadRequest } from './match-statement'

/** The end of the core grant: who granted, or the first layer that had to and did not. */
export interface GrantVerdict {
  readonly kind: VerdictKind
  readonly layer: JudgedLayer | undefined
  readonly policyType: PolicyType
}

const allowedBy = (layer: JudgedLayer): GrantVerdict => ({ kind: 'allow', layer, policyType: layer.policyType })
const missingIn = (layer: JudgedLayer | undefined, policyType: PolicyType): GrantVerdict => ({
  kind: 'implicit-deny',
  layer,
  policyType: layer?.policyType ?? policyType,
})

/** The caller's own side: identity-based policies, then what limits them. Undefined: it says yes. */
function ownSideFailure(read: ReadRequest, layers: JudgedLayers): JudgedLayer | undefined {
  const { kind } = read.principal
  // The root user may do everything by default; a federated user has nothing but what its session policy gives.
  const unlimited = kind === 'root'
  const powerless = kind === 'federated-user' && layers.session === undefined
  if (!unlimited && (powerless || !layers.identity.allows)) return layers.identity
  return limitFailure(layers)
}

function limitFailure({ boundary, session }: JudgedLayers): JudgedLayer | undefined {
  if (boundary && !boundary.allows) return boundary
  return session && !session.allows ? session : undefined
}

/**
 * Core grant, once no Deny matches and every SCP level allows. How a grant to the caller, its role, its account or everyone meets
 * the other layers: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function verdictByGrant(read: ReadRequest, layers: JudgedLayers, facts: GrantFacts): GrantVerdict {
  const { resource, identity } = layers
  const grant = resource?.grant ?? 'none'
  const resourceType: PolicyType = resource?.policyType ?? (facts.resourceRequired ? 'trust' : 'resource-based')
  const { kind } = read.principal
  if (kind === 'service' || kind === 'federated' || kind === 'anonymous') {
    // A SAML or OpenID Connect identity has no credentials to sign a plain AssumeRole with.
    const unsigned = kind === 'federated' && read.action.service === 'sts' && read.action.name === 'assumerole'
    return resource && grant !== 'none' && !unsigned ? allowedBy(resource) : missingIn(resource, resourceType)
  }
  const failing = ownSideFailure(read, layers)
  if (!facts.sameAccount || facts.ownSideRequired) {
    if (!resource || grant === 'none') return missingIn(resource, resourceType)
    return failing ? missingIn(failing, failing.policyType) : allowedBy(resource)
  }
  if (resource && grant === 'direct') return allowedBy(resource)
  if (resource && grant === 'role') {
    const limit = limitFailure(layers)
    if (!limit) return allowedBy(resource)
    return missingIn(limit, limit.policyType)
  }
  if (facts.resourceRequired && grant === 'none') return missingIn(resource, resourceType)
  if (failing) return missingIn(failing, failing.policyType)
  return resource && grant === 'account' ? allowedBy(resource) : { kind: 'allow', layer: identity, policyType: identity.policyType }
}
