import type { RequestKeys } from '../condition/context-key'
import { conditionMatches, explainCondition } from '../condition/evaluate-condition'
import { substitute, textOf } from '../condition/policy-variable'
import { matchAction, type RequestAction } from '../match/match-action'
import { matchPrincipal, matchPrincipalValue } from '../match/match-principal'
import { matchResource, type RequestResource } from '../match/match-resource'
import type { RequestPrincipal } from '../match/principal'
import type { PolicyDocument, Statement } from '../parse/policy-document'
import type { PolicyType } from '../terms'
import type { CompiledStatement } from './compiled-statement'
import type { ElementExplanation, PrincipalMatchKind, StatementExplanation, ValueExplanation } from './explanation'
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

/** Kinds of policy in which a statement without Principal speaks of whoever it is attached to. */
const speaksOfPrincipals = (policyType: PolicyType) =>
  policyType === 'trust' || policyType === 'resource-based' || policyType === 'resource-control'

function principalKind({ document, statement }: CompiledStatement, read: ReadRequest): PrincipalMatchKind {
  if (!speaksOfPrincipals(document.policyType)) return 'direct'
  // A resource-based statement without a Principal is not "everyone": it never matches.
  if (!statement.principal || !statement.effect) return 'none'
  return matchPrincipal(statement.principal, read.principal, statement.effect.value, read.hasBoundary)
}

function actionMatches({ statement, actions }: CompiledStatement, read: ReadRequest): boolean {
  if (!statement.action) return false
  const listed = actions.some((pattern) => matchAction(pattern, read.action))
  return listed === (statement.action.name === 'Action')
}

function resourceMatches({ document, statement, resources }: CompiledStatement, read: ReadRequest): boolean {
  // A trust policy's Resource is implied: the role it belongs to. Other resource-based policies may leave it out as well.
  if (!statement.resource) return document.policyType === 'trust' || document.policyType === 'resource-based'
  const results = resources.map((pattern) => matchResource(pattern, read.resource, read.keys))
  if (results.includes('refused')) return false
  if (statement.resource.name === 'Resource') return results.includes('matched')
  // Read literally, NotResource with a variable that has no value would match everything; a missing variable must never grant.
  return !results.includes('matched') && !results.includes('unresolved')
}

/** One statement against the request. `elements` is worked out when first read: every element, also after one has failed. */
class JudgedStatement implements StatementExplanation {
  readonly matched: boolean
  readonly principalMatch: PrincipalMatchKind
  readonly #compiled: CompiledStatement
  readonly #read: ReadRequest
  #judged: readonly ElementExplanation[] | undefined

  constructor(compiled: CompiledStatement, read: ReadRequest) {
    this.#compiled = compiled
    this.#read = read
    const kind = principalKind(compiled, read)
    this.principalMatch = kind
    this.matched =
      compiled.statement.usable &&
      kind !== 'none' &&
      actionMatches(compiled, read) &&
      resourceMatches(compiled, read) &&
      compiled.conditions.every((condition) => conditionMatches(condition, read.keys))
  }

  get document(): PolicyDocument {
    return this.#compiled.document
  }

  get statement(): Statement {
    return this.#compiled.statement
  }

  /**
   * How near an Allow came to this request: 0 when it does not even name the action. A mismatch in principal or resource weighs more
   * than one in a condition, and a statement that names the action more than one that means everything.
   */
  get nearness(): number {
    const { statement, actions, conditions } = this.#compiled
    if (!statement.usable || statement.effect?.value !== 'Allow' || !actionMatches(this.#compiled, this.#read)) return 0
    const missed =
      (this.principalMatch === 'none' ? 4 : 0) +
      (resourceMatches(this.#compiled, this.#read) ? 0 : 4) +
      conditions.reduce((count, condition) => count + (conditionMatches(condition, this.#read.keys) ? 0 : 1), 0)
    const named =
      statement.action?.name === 'Action' && actions.some((pattern) => pattern.kind === 'pair' && matchAction(pattern, this.#read.action))
    return 1000 - missed + (named ? 0.5 : 0)
  }

  get elements(): readonly ElementExplanation[] {
    this.#judged ??= explainElements(this.#compiled, this.#read, this.principalMatch)
    return this.#judged
  }

  toJSON(): StatementExplanation {
    return { document: this.document, statement: this.statement, matched: this.matched, elements: this.elements }
  }
}

export type { JudgedStatement }

/** Judges one compiled statement. */
export function evaluateStatement(compiled: CompiledStatement, read: ReadRequest): JudgedStatement {
  return new JudgedStatement(compiled, read)
}

const plain = { operator: undefined, contextKey: undefined, principalMatch: undefined }

function explainPrincipal(statement: Statement, read: ReadRequest, kind: PrincipalMatchKind): ElementExplanation[] {
  const element = statement.principal
  if (!element) return []
  const matched = kind !== 'none'
  const values: ValueExplanation[] = element.values.map((entry) => ({
    value: entry.value,
    resolved: undefined,
    matched: matchPrincipalValue(entry, read.principal) !== 'none',
  }))
  const mismatch = matched ? undefined : element.name === 'Principal' ? 'no-value-matches' : 'value-excluded'
  const { span, valueSpan } = element
  return [
    {
      ...plain,
      element: element.name,
      matched,
      mismatch,
      span,
      valueSpan,
      values,
      requestValue: read.request.principal,
      principalMatch: kind,
    },
  ]
}

function explainAction(compiled: CompiledStatement, read: ReadRequest): ElementExplanation[] {
  const element = compiled.statement.action
  if (!element) return []
  const matched = actionMatches(compiled, read)
  const values: ValueExplanation[] = element.values.map((value, index) => {
    const pattern = compiled.actions[index]
    return { value, resolved: undefined, matched: pattern !== undefined && matchAction(pattern, read.action) }
  })
  const mismatch = matched ? undefined : element.name === 'Action' ? 'no-value-matches' : 'value-excluded'
  return [
    {
      ...plain,
      element: element.name,
      matched,
      mismatch,
      span: element.span,
      valueSpan: element.valueSpan,
      values,
      requestValue: read.request.action,
    },
  ]
}

function explainResource(compiled: CompiledStatement, read: ReadRequest): ElementExplanation[] {
  const element = compiled.statement.resource
  if (!element) return []
  const matched = resourceMatches(compiled, read)
  const results = compiled.resources.map((pattern) => matchResource(pattern, read.resource, read.keys))
  const values: ValueExplanation[] = element.values.map((value, index) => {
    const pattern = compiled.resources[index]
    const variable = pattern?.kind === 'arn' ? pattern.variable : undefined
    const pieces = variable === undefined ? undefined : substitute(variable, read.keys, true)
    const resolved = variable !== undefined && pieces ? value.value.slice(0, -variable.length) + textOf(pieces) : undefined
    return { value, resolved, matched: results[index] === 'matched' }
  })
  const unresolved = results.includes('unresolved')
  const mismatch = matched
    ? undefined
    : unresolved
      ? 'variable-unresolved'
      : element.name === 'Resource'
        ? 'no-value-matches'
        : 'value-excluded'
  return [
    {
      ...plain,
      element: element.name,
      matched,
      mismatch,
      span: element.span,
      valueSpan: element.valueSpan,
      values,
      requestValue: read.request.resource,
    },
  ]
}

function explainElements(compiled: CompiledStatement, read: ReadRequest, kind: PrincipalMatchKind): readonly ElementExplanation[] {
  const elements = [
    ...explainPrincipal(compiled.statement, read, kind),
    ...explainAction(compiled, read),
    ...explainResource(compiled, read),
    ...compiled.conditions.map((condition) => explainCondition(condition, read.keys)),
  ]
  if (compiled.statement.usable) return elements
  return elements.map((element) => (element.matched ? element : { ...element, mismatch: element.mismatch ?? 'unusable' }))
}
