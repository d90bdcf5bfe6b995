/** Every code of the checks that look at several documents at once. A sentence for each stands in both languages, or the page does not compile. */
export const sceneLintCodes = [
  // Services that a role is passed to, and that take it on
  'passed-to-sibling',
  'passed-to-untrusted',
  'trust-sibling-service',
  'edge-needs-two',
  // Roles that are passed
  'pass-role-other-account',
  'pass-role-path',
  'pass-role-without-call',
  'call-without-pass-role',
  // The direct call
  'assume-lacks-action',
  'trust-whole-account',
  'role-trusts-not-itself',
  'chain-too-long',
  'external-id-same-account',
  'mfa-of-chain',
  // Layers
  'scp-level-allows-nothing',
  'boundary-lacks-action',
  'not-principal-and-boundary',
] as const

export type SceneLintCode = (typeof sceneLintCodes)[number]
