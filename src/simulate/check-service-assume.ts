import { fillTemplate, type PassSite } from '../catalog'
import { type ContextKeys, type Evaluation, evaluateRequest, type PolicySet, parseArn } from '../iam'
import { base, type CheckInput, decidingKey, trustSide, verdictOf } from './checks'
import { chainedAssumeKeys, type ServiceKeys, serviceAssumeKeys, templateFacts } from './request-contexts'
import type { AuthorizationStep, PassedRole } from './trace'

/** One way in which the role may be asked for. */
interface Asking {
  readonly principal: string
  readonly action: string
  readonly keys: ContextKeys
  readonly unsure: ServiceKeys['unsure']
  readonly identityBased: PolicySet['identityBased']
}

/** The role of the same call that takes this one on, where there is one. */
function chainedFrom({ situation }: CheckInput, { assumer }: PassSite): PassedRole | undefined {
  return assumer.kind === 'role' ? situation.roles.find((role) => role.passSite?.id === assumer.passSiteId) : undefined
}

/** The ARN of the session in which a role that was passed acts. */
function sessionOf({ situation }: CheckInput, role: PassedRole): string {
  const partition = parseArn(role.roleArn)?.partition ?? 'aws'
  const session = fillTemplate(role.passSite?.sessionName ?? 'session', templateFacts(situation, role))
  return `arn:${partition}:sts::${role.accountId}:assumed-role/${role.name}/${session}`
}

function permissionsOf({ documents }: CheckInput, role: PassedRole): PolicySet['identityBased'] {
  const entry = documents.roles?.value.get(role.roleArn)
  return entry ? entry.permissions : (documents.rolePolicy?.value ?? [])
}

/** The askings that must all be granted, each by any of its alternatives. */
function askings(input: CheckInput, role: PassedRole, site: PassSite): readonly (readonly [Asking, ...Asking[]])[] {
  const { situation, now } = input
  const from = chainedFrom(input, site)
  if (from) {
    const principal = sessionOf(input, from)
    const keys = chainedAssumeKeys(situation, from, principal, role, now)
    return [[{ principal, action: 'sts:AssumeRole', keys, unsure: [], identityBased: permissionsOf(input, from) }]]
  }
  if (site.assumer.kind === 'web-identity') {
    const { keys, unsure } = serviceAssumeKeys(situation, role, site)
    return [[{ principal: site.assumer.provider, action: 'sts:AssumeRoleWithWebIdentity', keys, unsure, identityBased: [] }]]
  }
  const facts = templateFacts(situation, role)
  const asking = (template: string, action: string): Asking => {
    const principal = fillTemplate(template, facts)
    return { principal, action, ...serviceAssumeKeys(situation, role, site, principal), identityBased: [] }
  }
  const actions = site.assumer.kind === 'service' ? site.assumer.actions : ['sts:AssumeRole']
  return actions.map((action) => [
    asking(site.servicePrincipal, action),
    ...site.otherPrincipals.map((principal) => asking(principal, action)),
  ])
}

/**
 * Does the role let the service take it on? Where it is not documented that the service sends a key, the check is made both ways,
 * and the step says which was assumed if that makes the difference. Session tags and a source identity are permissions of their own;
 * the step shows the first that is refused.
 */
export function checkServiceAssume(input: CheckInput, role: PassedRole): AuthorizationStep {
  const site = role.passSite
  if (!site) throw new Error('a role that a service takes on has a pass site')
  const trust = trustSide(input, role)
  const judge = ({ principal, action, identityBased }: Asking, contextKeys: ContextKeys): Evaluation =>
    evaluateRequest({ principal, action, resource: role.roleArn, contextKeys }, { identityBased, ...trust })
  const answers = askings(input, role, site).map(([first, ...others]) => {
    const asked = [first, ...others].find((asking) => verdictOf(judge(asking, asking.keys)) === 'allow') ?? first
    return { asking: asked, evaluation: judge(asked, asked.keys) }
  })
  const answer = answers.find(({ evaluation }) => verdictOf(evaluation) === 'deny') ?? answers[0]
  if (!answer) throw new Error('a role is asked for with an action at least')
  const { asking, evaluation } = answer
  const verdict = verdictOf(evaluation)
  return {
    ...base,
    kind: 'authorization',
    check: 'assume-role',
    speaker: 'service',
    action: asking.action,
    roleArn: role.roleArn,
    letter: role.letter,
    verdict,
    evaluation,
    ...decidingKey(asking.unsure, asking.keys, (keys) => judge(asking, keys)),
    seenAt: site.assumed,
  }
}

/** A role of another account that a passed role takes on is only named in the call: it is not passed, so there is nothing to check. */
export const isOnlyNamed = ({ situation }: CheckInput, role: PassedRole): boolean =>
  role.passSite?.assumer.kind === 'role' && role.accountId !== situation.caller.accountId
