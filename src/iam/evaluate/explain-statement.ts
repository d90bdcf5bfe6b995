import { explainCondition } from '../condition/evaluate-condition'
import { substitute, textOf } from '../condition/policy-variable'
import { matchAction } from '../match/match-action'
import { matchPrincipalValue } from '../match/match-principal'
import { matchResource } from '../match/match-resource'
import type { ListElement, PrincipalElement } from '../parse/policy-document'
import type { CompiledStatement } from './compiled-statement'
import type { ElementExplanation, ElementName, MismatchKind, PrincipalMatchKind, ValueExplanation } from './explanation'
import { actionMatches, type ReadRequest, resourceMatches } from './match-statement'

function explained(
  element: ListElement<ElementName> | PrincipalElement,
  mismatch: MismatchKind | undefined,
  values: readonly ValueExplanation[],
  requestValue: string,
  principalMatch?: PrincipalMatchKind,
): ElementExplanation {
  return {
    element: element.name,
    matched: mismatch === undefined,
    mismatch,
    span: element.span,
    valueSpan: element.valueSpan,
    values,
    requestValue,
    operator: undefined,
    contextKey: undefined,
    principalMatch,
  }
}

/** A Not… element that fails lists what was asked for; a plain one does not. */
const mismatchOf = (matched: boolean, name: ElementName): MismatchKind | undefined =>
  matched ? undefined : name.startsWith('Not') ? 'value-excluded' : 'no-value-matches'

function explainPrincipal(element: PrincipalElement, read: ReadRequest, kind: PrincipalMatchKind): ElementExplanation {
  const values = element.values.map((entry) => ({
    value: entry.value,
    resolved: undefined,
    matched: matchPrincipalValue(entry, read.principal) !== 'none',
  }))
  return explained(element, mismatchOf(kind !== 'none', element.name), values, read.request.principal, kind)
}

function explainAction(compiled: CompiledStatement, element: ListElement<'Action' | 'NotAction'>, read: ReadRequest): ElementExplanation {
  const values: ValueExplanation[] = []
  for (const [index, value] of element.values.entries()) {
    const pattern = compiled.action?.patterns[index]
    values.push({ value, resolved: undefined, matched: pattern !== undefined && matchAction(pattern, read.action) })
  }
  return explained(element, mismatchOf(actionMatches(compiled, read), element.name), values, read.request.action)
}

function explainResource(
  compiled: CompiledStatement,
  element: ListElement<'Resource' | 'NotResource'>,
  read: ReadRequest,
): ElementExplanation {
  const values: ValueExplanation[] = []
  let unresolved = false
  for (const [index, value] of element.values.entries()) {
    const pattern = compiled.resources[index]
    const result = pattern ? matchResource(pattern, read.resource, read.keys) : 'not-matched'
    const variable = pattern?.kind === 'arn' ? pattern.variable : undefined
    const pieces = variable === undefined ? undefined : substitute(variable, read.keys, true)
    const resolved = variable !== undefined && pieces ? value.value.slice(0, -variable.length) + textOf(pieces) : undefined
    unresolved ||= result === 'unresolved'
    values.push({ value, resolved, matched: result === 'matched' })
  }
  const mismatch = mismatchOf(resourceMatches(compiled, read), element.name)
  return explained(element, mismatch && unresolved ? 'variable-unresolved' : mismatch, values, read.request.resource)
}

/** Every element of a statement against the request, also after one has failed, in the order Principal, Action, Resource, conditions. */
export function explainStatement(compiled: CompiledStatement, read: ReadRequest, kind: PrincipalMatchKind): readonly ElementExplanation[] {
  const { principal, action, resource, conditions } = compiled.statement
  const elements: ElementExplanation[] = []
  if (principal) elements.push(explainPrincipal(principal, read, kind))
  if (action) elements.push(explainAction(compiled, action, read))
  if (resource) elements.push(explainResource(compiled, resource, read))
  compiled.conditions.forEach((condition, index) => {
    elements.push(explainCondition(condition, conditions[index] ?? condition.element, read.keys))
  })
  return elements
}
