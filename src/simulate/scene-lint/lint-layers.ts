import { type Problem, readPrincipal } from '../../iam'
import { parseJson } from '../../lib/json-tree'
import type { Span } from '../../lib/span'
import { isOnlyNamed } from '../check-service-assume'
import { allowing, finding, isAllow, type Scene, usable } from './scene'
import { namesOf, strongest } from './trusted-caller'

const braceOf = (span: Span): Span => ({ ...span, end: span.start + 1 })

/** Every level must allow. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html */
function levelsWithoutAllow({ documents, texts, situation }: Scene): Problem[] {
  const scps = documents.serviceControlPolicies
  const exempt = situation !== undefined && situation.organization?.managementAccount === situation.caller.accountId
  if (!scps || scps.broken || exempt) return []
  const silent = scps.value.flatMap((level, index) => (usable(level).some(isAllow) ? [] : [index]))
  if (silent.length === 0) return []
  const { root } = parseJson(texts.serviceControlPolicies ?? '', 'serviceControlPolicies')
  const levels = root?.kind === 'array' ? root.items : root ? [root] : []
  return silent.flatMap((index) => {
    const at = levels[index]?.span
    return at ? [finding('scp-level-allows-nothing', 'warning', braceOf(at), { level: String(index + 1) })] : []
  })
}

/** Does a boundary have a say in the direct call? A trust policy that names the user, or the session, is not limited by it. */
function limitsDirectCall({ situation, roles }: Scene): boolean {
  const [role] = roles
  if (!situation || !role?.passed) return false
  const caller = readPrincipal(situation.caller.arn)
  const kind = strongest(namesOf(allowing(usable([role.trust]), 'sts:AssumeRole'), caller), caller)
  return kind !== 'none' && (role.accountId !== situation.caller.accountId || kind !== 'direct')
}

/** A boundary written for services only. What allows nothing at all is told by the policy itself. */
function boundaryLacks(scene: Scene): Problem[] {
  const { documents, situation, passed } = scene
  const boundary = documents.permissionsBoundary
  if (!boundary || boundary.broken || !situation || situation.caller.kind === 'root') return []
  const isPassed = passed.some(
    (role) => role.accountId === situation.caller.accountId && !isOnlyNamed({ situation, documents, now: undefined }, role),
  )
  const needed = situation.mode === 'direct' ? limitsDirectCall(scene) : isPassed
  const action = situation.mode === 'direct' ? 'sts:AssumeRole' : 'iam:PassRole'
  const statements = usable(boundary.value)
  const [first] = boundary.value
  if (!needed || !first || !statements.some(isAllow) || allowing(statements, action).length > 0) return []
  return [finding('boundary-lacks-action', 'warning', braceOf(first.span), { action })]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
function notPrincipal({ documents, situation, roles }: Scene): Problem[] {
  if (!documents.permissionsBoundary || situation?.mode === 'service') return []
  const trusts = new Set([...roles.map(({ trust }) => trust), ...(documents.trustPolicy?.value ? [documents.trustPolicy.value] : [])])
  return [...trusts].flatMap(({ statements }) =>
    statements.flatMap(({ effect, principal }) =>
      effect?.value === 'Deny' && principal?.name === 'NotPrincipal' ? [finding('not-principal-and-boundary', 'info', principal.span)] : [],
    ),
  )
}

/** Checks of the layers that limit the caller. */
export const lintLayers = (scene: Scene): Problem[] => [...levelsWithoutAllow(scene), ...boundaryLacks(scene), ...notPrincipal(scene)]
