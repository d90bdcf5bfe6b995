import { type PolicyDocument, parsePolicy } from '../iam'
import type { Situation } from './situation'
import type { Refusal } from './trace'

/** Seconds. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const shortestSession = 900
export const longestSession = 43_200
/** Role chaining caps a session at one hour. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html */
export const chainedSession = 3600

function isTooLongOrShort({ caller, parameters, maxSessionDuration }: Situation): boolean {
  const seconds = parameters.DurationSeconds
  if (typeof seconds !== 'number') return false
  const ofRole = maxSessionDuration ?? longestSession
  return seconds < shortestSession || seconds > (caller.kind === 'role-session' ? Math.min(chainedSession, ofRole) : ofRole)
}

function parsedSessionPolicy({ mode, parameters }: Situation) {
  const written = mode === 'direct' ? parameters.Policy : undefined
  if (written === undefined || written === null) return undefined
  // STS takes a text. A policy that stands there as JSON is meant just so: left out, the session could do more than was asked.
  return parsePolicy(typeof written === 'string' ? written : JSON.stringify(written), 'session', 'request')
}

/** The session policy that a direct call carries: it limits what the session may do. */
export const sessionPolicyIn = (situation: Situation): PolicyDocument | undefined => parsedSessionPolicy(situation)?.document

/**
 * Why STS refuses a direct call before any policy is asked. The root user takes on no roles:
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function directRefusal(situation: Situation): Refusal | undefined {
  if (situation.caller.kind === 'root') return 'root-caller'
  const name = situation.parameters.RoleSessionName
  if (typeof name === 'string' && !/^[\w+=,.@-]{2,64}$/.test(name)) return 'session-name'
  if (isTooLongOrShort(situation)) return 'session-duration'
  const policy = parsedSessionPolicy(situation)
  return policy?.problems.some((problem) => problem.severity === 'error') ? 'session-policy' : undefined
}

/** The actions that a direct call needs: tags and a source identity are permissions of their own. */
export function directActions({ parameters }: Situation): readonly string[] {
  const tags = Array.isArray(parameters.Tags) && parameters.Tags.length > 0
  const identity = typeof parameters.SourceIdentity === 'string' && parameters.SourceIdentity !== ''
  return ['sts:AssumeRole', ...(tags ? ['sts:TagSession'] : []), ...(identity ? ['sts:SetSourceIdentity'] : [])]
}
