import type { PrincipalMatchKind } from '../evaluate/explanation'
import type { PrincipalElement, PrincipalValue } from '../parse/policy-document'
import { parseArn } from './arn'
import { lastSegment, type RequestPrincipal } from './principal'

function matchAws(value: string, principal: RequestPrincipal): PrincipalMatchKind {
  if (value === '*') return 'direct'
  const { account } = principal
  if (/^\d{12}$/.test(value)) return value === account ? 'account' : 'none'
  const arn = parseArn(value)
  if (!arn || principal.kind === 'service' || principal.kind === 'anonymous' || principal.kind === 'federated') return 'none'
  if (arn.service === 'iam' && arn.resource === 'root') return account !== undefined && arn.account === account ? 'account' : 'none'
  if (principal.kind === 'role-session' && arn.service === 'iam' && arn.resource.startsWith('role/')) {
    // A caller given as a role has its whole ARN, path and all.
    if (principal.text.includes(':role/')) return value === principal.text ? 'role' : 'none'
    // A session's ARN has lost the role's path: account and last segment are what is left to compare.
    const sameAccount = arn.account === account && arn.partition === principal.partition
    return sameAccount && lastSegment(arn.resource) === principal.roleName ? 'role' : 'none'
  }
  if (value === principal.text) return 'direct'
  if (principal.kind === 'federated-user' && arn.service === 'iam' && arn.account === account && arn.resource.startsWith('user/')) {
    return lastSegment(arn.resource) === lastSegment(principal.text) ? 'role' : 'none'
  }
  return 'none'
}

/** How one value of a Principal element names the caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export function matchPrincipalValue(entry: PrincipalValue, principal: RequestPrincipal): PrincipalMatchKind {
  const value = entry.value.value
  switch (entry.type) {
    case 'AWS':
      return matchAws(value, principal)
    case 'Service':
      return principal.kind === 'service' && value === principal.text ? 'direct' : 'none'
    case 'Federated':
      return principal.kind === 'federated' && value === principal.text ? 'direct' : 'none'
    case 'CanonicalUser':
      return value === principal.text ? 'account' : 'none'
  }
}

const strength: Readonly<Record<PrincipalMatchKind, number>> = { none: 0, account: 1, role: 2, direct: 3 }

/** The strongest way in which any value names the caller. */
export function namedBy(values: readonly PrincipalValue[], principal: RequestPrincipal): PrincipalMatchKind {
  let best: PrincipalMatchKind = 'none'
  for (const entry of values) {
    const kind = matchPrincipalValue(entry, principal)
    if (strength[kind] > strength[best]) best = kind
  }
  return best
}

/**
 * Is the caller among those that a NotPrincipal lists? Under Deny a session is spared only when its role and the session itself
 * are both listed; under Allow any mention is enough to leave it out, so that neither reading ever grants too much.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isListed(element: PrincipalElement, principal: RequestPrincipal, effect: 'Allow' | 'Deny'): boolean {
  if (effect === 'Allow') return namedBy(element.values, principal) !== 'none'
  const kinds = element.values.map((entry) => matchPrincipalValue(entry, principal))
  if (principal.kind === 'root') return kinds.some((kind) => kind !== 'none')
  return (
    kinds.includes('direct') &&
    (principal.kind !== 'role-session' || kinds.includes('role') || element.values.some((entry) => entry.value.value === '*'))
  )
}

/** How a Principal or NotPrincipal element takes the caller in. With a boundary a Deny with NotPrincipal always applies. */
export function matchPrincipal(
  element: PrincipalElement,
  principal: RequestPrincipal,
  effect: 'Allow' | 'Deny',
  hasBoundary: boolean,
): PrincipalMatchKind {
  if (element.name === 'Principal') return namedBy(element.values, principal)
  if (effect === 'Deny' && hasBoundary) return 'direct'
  return isListed(element, principal, effect) ? 'none' : 'direct'
}
