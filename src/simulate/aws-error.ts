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
function durationMessage({ caller, parameters }: Situation): string {
  const seconds = Number(parameters.DurationSeconds)
  const member = (than: string) =>
    `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${than}`
  if (seconds < shortestSession) return member(`greater than or equal to ${shortestSession}`)
  if (seconds > longestSession) return member(`less than or equal to ${longestSession}`)
  return caller.kind === 'role-session'
    ? 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'
    : 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
}

function refusalError(situation: Situation, refusal: Refusal): AwsError {
  const { operation, accessDenied } = situation.call
  switch (refusal) {
    case 'role-in-other-account':
      return {
        code: accessDenied.code,
        operation,
        message: crossAccountRefusal.message,
        confidence: crossAccountRefusal.confidence,
        place: 'call',
      }
    case 'root-caller':
      return {
        code: 'AccessDenied',
        operation,
        message: 'Roles may not be assumed by root accounts.',
        confidence: 'widely-reported',
        place: 'call',
      }
    case 'session-policy':
      return {
        code: 'MalformedPolicyDocument',
        operation,
        message: 'The policy is not in the valid JSON format.',
        confidence: 'widely-reported',
        place: 'call',
      }
    case 'session-duration':
      return { code: 'ValidationError', operation, message: durationMessage(situation), confidence: 'widely-reported', place: 'call' }
    case 'session-name':
      return {
        code: 'ValidationError',
        operation,
        message:
          "1 validation error detected: Value at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
        confidence: 'widely-reported',
        place: 'call',
      }
  }
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
