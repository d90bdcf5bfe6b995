import type { RequestKeys } from '../condition/context-key'
import { conditionMatches } from '../condition/evaluate-condition'
import { matchAction, type RequestAction } from '../match/match-action'
import { matchPrincipal } from '../match/match-principal'
import { matchResource } from '../match/match-resource'
import type { RequestPrincipal } from '../match/principal'
import type { RequestResource } from '../match/request-resource'
import type { PolicyType } from '../terms'
import type { CompiledAction, CompiledStatement } from './compiled-statement'
import type { PrincipalMatchKind } from './explanation'
import type { RequestContext } from './request-context'

/** A request, taken apart once for all statements. */
export interface ReadRequest {
  readonly request: RequestContext
  readonly principal: RequestPrincipal
  readonly action: RequestAction
  readonly resource: RequestResource
  readonly keys: RequestKeys
  readonly hasBoundary: boolean
}

/** Kinds of policy in which a statement without Principal speaks of nobody; in the others of whoever it is attached to. */
const namesPrincipals: Readonly<Record<PolicyType, boolean>> = {
  'identity-based': false,
  'permissions-boundary': false,
  session: false,
  'service-control': false,
  trust: true,
  'resource-based': true,
  'resource-control': true,
}

/** How the statement takes the caller in. A resource-based statement without a Principal is not "everyone": it never matches. */
export function principalKind({ document, statement }: CompiledStatement, read: ReadRequest): PrincipalMatchKind {
  if (!namesPrincipals[document.policyType]) return 'direct'
  if (!statement.principal || !statement.effect) return 'none'
  return matchPrincipal(statement.principal, read.principal, statement.effect.value, read.hasBoundary)
}

function judgeAction({ patterns, plain }: CompiledAction, read: ReadRequest): boolean {
  for (const pattern of patterns) if (matchAction(pattern, read.action)) return plain
  return !plain
}

export function actionMatches({ action }: CompiledStatement, read: ReadRequest): boolean {
  if (!action) return false
  if (action.judgedFor !== read) {
    action.judged = judgeAction(action, read)
    action.judgedFor = read
  }
  return action.judged
}

export function resourceMatches({ plainResource: plain, resources }: CompiledStatement, read: ReadRequest): boolean {
  // A trust policy's Resource is implied: the role it belongs to. Other resource-based policies may leave it out as well; where it is
  // required, a statement without it is not usable.
  if (plain === undefined) return true
  let listed = false
  for (const pattern of resources) {
    const result = matchResource(pattern, read.resource, read.keys)
    if (result === 'refused') return false
    if (result === 'matched') listed = true
    // Read literally, NotResource with a variable that has no value would match everything; a missing variable must never grant.
    else if (result === 'unresolved' && !plain) return false
  }
  return listed === plain
}

function conditionsMatch({ conditions }: CompiledStatement, read: ReadRequest): boolean {
  for (const condition of conditions) if (!conditionMatches(condition, read.keys)) return false
  return true
}

/** How the statement as a whole takes the request in: `none` when any of its elements does not match. */
export function matchStatement(compiled: CompiledStatement, read: ReadRequest): PrincipalMatchKind {
  if (!actionMatches(compiled, read) || !compiled.usable) return 'none'
  const kind = principalKind(compiled, read)
  return kind !== 'none' && resourceMatches(compiled, read) && conditionsMatch(compiled, read) ? kind : 'none'
}
