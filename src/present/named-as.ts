import type { Translate } from '../i18n'
import type { StatementExplanation } from '../iam'
import type { Situation } from '../simulate'
import { callerName } from './names'

/** Whom a trust policy's statement means when it means the caller: the caller, its role, its account, or everyone. */
export type NamedAs = 'caller' | 'role' | 'account' | 'everyone'

/** How a statement names the caller; undefined: it does not. A NotPrincipal names nobody. */
export function namedAs(statement: StatementExplanation | undefined): NamedAs | undefined {
  const element = statement?.elements.find((candidate) => candidate.element === 'Principal')
  if (!element?.matched) return undefined
  if (element.principalMatch === 'account' || element.principalMatch === 'role') return element.principalMatch
  return element.values.find((entry) => entry.matched)?.value.value === '*' ? 'everyone' : 'caller'
}

/** The caller's account is the role's. */
export const isAtHome = ({ roles: [role], caller }: Situation): boolean => role?.accountId === caller.accountId

/**
 * Is the trust policy's yes enough by itself when it names the caller like this? Not across accounts, and not where a chain goes on with
 * a source identity, which both sides have to allow.
 */
export function isEnough(as: NamedAs | undefined, situation: Situation): boolean {
  const { caller, parameters } = situation
  const goesOn = caller.kind === 'role-session' && typeof parameters.SourceIdentity === 'string' && parameters.SourceIdentity !== ''
  return as !== undefined && as !== 'account' && isAtHome(situation) && !goesOn
}

/** By what name the trust policy means the caller, in a sentence: the caller's own, or that of the session's role. */
export const namedName = ({ caller }: Situation, as: NamedAs, translate: Translate): string =>
  as === 'role' ? (caller.roleArn?.split('/').at(-1) ?? callerName(caller, translate)) : callerName(caller, translate)
