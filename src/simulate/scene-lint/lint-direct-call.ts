import { accountOf, type Problem, parseOperator, type RequestPrincipal, readPrincipal, type Statement } from '../../iam'
import { memberOf, parseJson } from '../../lib/json-tree'
import { chainedSession, directActions } from '../direct-call'
import { allowing, finding, mayCover, type Scene, takesIn, usable } from './scene'
import { isNamed, namesOf, strongest } from './trusted-caller'

/** The direct call, with the trust policy of its role. */
interface Taking {
  readonly scene: Scene
  readonly roleArn: string
  readonly caller: RequestPrincipal
  /** The trust policy's statements. */
  readonly trust: readonly Statement[]
  /** Those that let the caller take the role on, conditions aside. */
  readonly open: readonly Statement[]
  /** How the strongest of them names the caller. */
  readonly kind: ReturnType<typeof strongest>
  readonly otherAccount: boolean
}

/** What is asked for with the call, by the action that allows it, and the keys with which a condition speaks of it. */
const carried: Readonly<Record<string, { readonly member: string; readonly key: RegExp }>> = {
  'sts:TagSession': { member: 'Tags', key: /^(aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/i },
  'sts:SetSourceIdentity': { member: 'SourceIdentity', key: /^sts:sourceidentity$/i },
}

/** The first of several statements that lets sts:AssumeRole in but not what the call needs besides. */
function lacking(statements: readonly Statement[], actions: readonly string[]): Problem[] {
  const [first] = statements
  const at = first && takesIn(first, 'sts:AssumeRole')
  const action = actions.find((name) => allowing(statements, name).length === 0)
  const asked = action === undefined ? undefined : carried[action]
  if (!first || !at || action === undefined || !asked) return []
  // A statement with a condition about it has been told so at the key.
  if (statements.some(({ conditions }) => conditions.some(({ key }) => asked.key.test(key.value)))) return []
  const addition = first.action?.name === 'Action' ? { addition: action } : {}
  return [finding('assume-lacks-action', 'warning', at, { action, member: asked.member, ...addition })]
}

/** Tags and a source identity are permissions of their own, on both sides where both have to agree. */
function furtherActions({ scene, roleArn, open, trust, caller, kind, otherAccount }: Taking): Problem[] {
  const { situation, identity } = scene
  const further = situation ? directActions(situation).slice(1) : []
  if (further.length === 0) return []
  const onTrust = further.filter((action) => !namesOf(allowing(trust, action), caller).length)
  const own = otherAccount || kind === 'account' ? allowing(identity, 'sts:AssumeRole').filter((one) => mayCover(one, roleArn)) : []
  const onIdentity = further.filter((action) => !allowing(identity, action).some((one) => mayCover(one, roleArn)))
  return [...lacking(open, onTrust), ...lacking(own, onIdentity)]
}

/** The whole account is trusted, without a condition. Session tags tell of a role that is meant for many. */
function wholeAccount({ scene, open, caller, kind }: Taking): Problem[] {
  if (kind !== 'account' || scene.situation?.parameters.Tags !== undefined) return []
  const entry = open
    .filter(({ conditions }) => conditions.length === 0)
    .flatMap(({ principal }) => principal?.values.filter((value) => isNamed(value, caller)) ?? [])[0]
  return entry ? [finding('trust-whole-account', 'info', entry.value.span, { account: caller.account ?? '' })] : []
}

/** https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/ */
function itself({ scene, roleArn, trust, kind }: Taking): Problem[] {
  if (kind !== 'none' || scene.situation?.caller.roleArn !== roleArn) return []
  const at = allowing(trust, 'sts:AssumeRole').flatMap(({ principal }) => (principal?.name === 'Principal' ? [principal] : []))[0]
  return at ? [finding('role-trusts-not-itself', 'warning', at.span)] : []
}

/** The caller's session is itself that of a role: an hour is all there is. */
function longChain({ situation, texts }: Scene): Problem[] {
  if (situation?.caller.kind !== 'role-session') return []
  const seconds = situation.parameters.DurationSeconds
  if (typeof seconds !== 'number' || seconds <= chainedSession) return []
  const { root } = parseJson(texts.request ?? '', 'request')
  const at = memberOf(memberOf(root, 'parameters')?.value, 'DurationSeconds')?.value.span
  const limit = String(chainedSession)
  return at ? [finding('chain-too-long', 'warning', at, { limit, suggestion: limit })] : []
}

/** Does a condition ask for MFA, so that its absence, or `false`, is refused? */
function asksForMfa({ conditions }: Statement): Statement['conditions'][number] | undefined {
  return conditions.find(({ operator, key, values }) => {
    const parsed = parseOperator(operator.value)
    return (
      key.value.toLowerCase() === 'aws:multifactorauthpresent' &&
      parsed?.family === 'bool' &&
      values.length > 0 &&
      values.every(({ value }) => value.toLowerCase() === 'true')
    )
  })
}

/** AWS keeps no MFA in the session of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html */
function mfaOfSession(trust: readonly Statement[], session: RequestPrincipal): Problem[] {
  const open = namesOf(allowing(trust, 'sts:AssumeRole'), session)
  const asking = open.map(asksForMfa)
  const [first] = asking
  return first && asking.every(Boolean) ? [finding('mfa-of-chain', 'warning', first.key.span, { key: first.key.value })] : []
}

function mfaOfChains({ situation, roles, passed }: Scene): Problem[] {
  if (!situation) return []
  const { contextKeys, parameters, caller } = situation
  const told =
    Object.keys(contextKeys).some((key) => key.toLowerCase() === 'aws:multifactorauthpresent') || parameters.TokenCode !== undefined
  return roles.flatMap((role): Problem[] => {
    const assumer = role.passed?.passSite?.assumer
    const from = assumer?.kind === 'role' ? passed.find(({ passSite }) => passSite?.id === assumer.passSiteId) : undefined
    const direct = situation.mode === 'direct' && role.passed && caller.kind === 'role-session' && !told
    const session = from ? from.roleArn : direct ? caller.arn : undefined
    return session === undefined ? [] : mfaOfSession(usable([role.trust]), readPrincipal(session))
  })
}

/** sts:ExternalId tells one customer of a third party from another: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
function ownExternalId({ roles }: Scene): Problem[] {
  return roles.flatMap(({ trust, accountId }) =>
    allowing(usable([trust]), 'sts:AssumeRole').flatMap(({ principal, conditions }): Problem[] => {
      const key = conditions.find((condition) => condition.key.value.toLowerCase() === 'sts:externalid')?.key
      const values = principal?.name === 'Principal' ? principal.values : []
      const isOwn = values.every(({ type, value }) => type === 'AWS' && (accountOf(value.value) ?? value.value) === accountId)
      return key && values.length > 0 && isOwn ? [finding('external-id-same-account', 'info', key.span, { key: key.value })] : []
    }),
  )
}

/** Checks of a role that is taken on by somebody who holds an identity: the direct call, and chains. */
export function lintDirectCall(scene: Scene): Problem[] {
  const [role] = scene.roles
  const { situation } = scene
  const found = [...ownExternalId(scene), ...mfaOfChains(scene)]
  if (situation?.mode !== 'direct') return found
  found.push(...longChain(scene))
  if (!role?.passed || situation.caller.kind === 'root') return found
  const caller = readPrincipal(situation.caller.arn)
  const trust = usable([role.trust])
  const open = namesOf(allowing(trust, 'sts:AssumeRole'), caller)
  const otherAccount = role.accountId !== situation.caller.accountId
  const taking: Taking = { scene, roleArn: role.roleArn, caller, trust, open, kind: strongest(open, caller), otherAccount }
  return [...found, ...furtherActions(taking), ...wholeAccount(taking), ...itself(taking)]
}
