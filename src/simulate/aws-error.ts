import { accessDeniedMessage, crossAccountRefusal, fillTemplate, wrapEc2 } from '../catalog'
import { accountOf, type Evaluation } from '../iam'
import { longestSession, shortestSession } from './direct-call'
import { templateFacts } from './request-contexts'
import type { Situation } from './situation'
import type { AuthorizationStep, AwsError, PassedRole, Refusal } from './trace'

function messageOf(evaluation: Evaluation): string {
  const { request, verdict } = evaluation
  const { principal, action, resource } = request
  return accessDeniedMessage({ principal, action, resource, policyType: verdict.policyType, kind: verdict.kind })
}

/** The error of the API call itself: its own action or a PassRole check was denied. */
function callError(situation: Situation, evaluation: Evaluation): AwsError {
  const { code, wrap, confidence } = situation.call.accessDenied
  const message = messageOf(evaluation)
  return { code, operation: situation.call.operation, message: wrap === 'ec2' ? wrapEc2(message) : message, confidence, place: 'call' }
}

/** The service could not take the role on: its own words, in the place where that service shows it. */
function trustError(situation: Situation, role: PassedRole): AwsError {
  const failure = role.passSite?.trustFailure
  if (!failure) throw new Error('a role that a service takes on has a pass site')
  const message = fillTemplate(failure.message, templateFacts(situation, role))
  return { code: failure.code, operation: situation.call.operation, message, confidence: failure.confidence, place: failure.place }
}

/** The direct call. Across accounts STS gives no reason. */
function directError(situation: Situation, evaluation: Evaluation, role: PassedRole): AwsError {
  const crossAccount = accountOf(role.roleArn) !== situation.caller.accountId
  const { principal, action, resource } = evaluation.request
  const message = crossAccount
    ? accessDeniedMessage({ principal, action, resource, policyType: undefined, kind: 'implicit-deny' })
    : messageOf(evaluation)
  return {
    code: 'AccessDenied',
    operation: 'AssumeRole',
    message,
    confidence: crossAccount ? 'widely-reported' : 'documented',
    place: 'call',
  }
}

function workloadError(situation: Situation, evaluation: Evaluation): AwsError {
  const operation = evaluation.request.action.split(':')[1] ?? evaluation.request.action
  const place = situation.mode === 'direct' ? 'call' : 'workload-log'
  return { code: 'AccessDenied', operation, message: messageOf(evaluation), confidence: 'documented', place }
}

/** Which of its limits a session's length breaks. What no role and no chain could have is refused first, by its form. */
function brokenLimit({ caller, parameters }: Situation): string {
  const seconds = Number(parameters.DurationSeconds)
  if (seconds < shortestSession) return 'too-short'
  if (seconds > longestSession) return 'too-long'
  return caller.kind === 'role-session' ? 'over-chain' : 'over-role'
}

function refusalError(situation: Situation, refusal: Refusal): AwsError {
  const { operation, accessDenied, refusals } = situation.call
  if (refusal === 'role-in-other-account') return { code: accessDenied.code, operation, ...crossAccountRefusal, place: 'call' }
  const words = refusals?.[refusal === 'session-duration' ? brokenLimit(situation) : refusal]
  const facts = { names: { seconds: String(situation.parameters.DurationSeconds) }, parameters: {} }
  const message = fillTemplate(words?.message ?? '', facts)
  return { code: words?.code ?? '', operation, message, confidence: 'widely-reported', place: 'call' }
}

/** The error that a denied step ends in, as a person would meet it. */
export function awsErrorOf(situation: Situation, step: AuthorizationStep, role: PassedRole | undefined): AwsError {
  if (step.refusal) return refusalError(situation, step.refusal)
  const { evaluation } = step
  if (!evaluation) throw new Error('a denied step has an evaluation or a refusal')
  switch (step.check) {
    case 'service-action':
    case 'pass-role':
      return callError(situation, evaluation)
    case 'assume-role':
      if (!role) throw new Error('assume-role is about a role')
      return situation.mode === 'direct' ? directError(situation, evaluation, role) : trustError(situation, role)
    case 'role-permission':
      return workloadError(situation, evaluation)
  }
}
