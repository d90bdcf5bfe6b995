import type { PolicyType, VerdictKind } from '../iam'
import type { Confidence } from './pass-site'

/** AWS's words for the layer that decided. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const layerWords: Readonly<Record<PolicyType, { readonly implicit: string; readonly explicit: string }>> = {
  'identity-based': {
    implicit: 'because no identity-based policy allows the <action> action',
    explicit: 'with an explicit deny in an identity-based policy',
  },
  'resource-based': {
    implicit: 'because no resource-based policy allows the <action> action',
    explicit: 'with an explicit deny in a resource-based policy',
  },
  trust: {
    implicit: 'because no role trust policy allows the <action> action',
    explicit: 'with an explicit deny in the role trust policy',
  },
  'permissions-boundary': {
    implicit: 'because no permissions boundary allows the <action> action',
    explicit: 'with an explicit deny in a permissions boundary',
  },
  session: {
    implicit: 'because no session policy allows the <action> action',
    explicit: 'with an explicit deny in a session policy',
  },
  'service-control': {
    implicit: 'because no service control policy allows the <action> action',
    explicit: 'with an explicit deny in a service control policy',
  },
  'resource-control': {
    implicit: 'because no resource control policy allows the <action> action',
    explicit: 'with an explicit deny in a resource control policy',
  },
}

/** The two phrases of a message that decide: what was asked, and which kind of policy said no. */
export function reasonPhrase(policyType: PolicyType, kind: VerdictKind, action: string): string {
  const words = layerWords[policyType]
  return (kind === 'explicit-deny' ? words.explicit : words.implicit).replaceAll('<action>', action)
}

/** Who was refused what. */
export interface DeniedRequest {
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly policyType: PolicyType | undefined
  readonly kind: VerdictKind
}

/** The message of a denied authorization. With a trust policy AWS leaves the resource out. */
export function accessDeniedMessage(request: DeniedRequest): string {
  const { principal, action, resource, policyType, kind } = request
  const head = `User: ${principal} is not authorized to perform: ${action}`
  if (policyType === undefined) return `${head} on resource: ${resource}`
  const reason = reasonPhrase(policyType, kind, action)
  return policyType === 'trust' ? `${head} ${reason}` : `${head} on resource: ${resource} ${reason}`
}

/** Amazon EC2 puts its own sentence before, and an encoded message after. */
export function wrapEc2(message: string): string {
  return `You are not authorized to perform this operation. ${message}. Encoded authorization failure message: …`
}

/** A role of another account, refused before any policy is read. */
export const crossAccountRefusal: { readonly message: string; readonly confidence: Confidence } = {
  message: 'Cross-account pass role is not allowed.',
  confidence: 'widely-reported',
}
