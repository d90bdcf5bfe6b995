import type { ElementExplanation, MismatchKind, ValueExplanation } from '../evaluate/explanation'
import type { ConditionElement } from '../parse/policy-document'
import { type ConditionOperator, parseOperator } from './condition-operator'
import type { RequestKeys } from './context-key'
import { parseBool } from './single-operators'
import { compileValue, compileWithVariables, dependsOnRequest, type ValueMatcher } from './value-matcher'

/**
 * One operator with one key, compiled once per document. Statements that write it alike share it, and with it the answer for the
 * request that is being judged; `element` is the first of theirs.
 */
export interface CompiledCondition {
  readonly element: ConditionElement
  readonly operator: ConditionOperator | undefined
  readonly key: string
  /** Undefined where the value has to be compiled for the request. */
  readonly matchers: readonly (ValueMatcher | undefined)[]
  /** All of them, when none has to be compiled for the request. */
  readonly fixed: readonly ValueMatcher[] | undefined
  judgedFor: RequestKeys | undefined
  judged: boolean
}

/** `variables`: the policy is of Version 2012-10-17. */
export function compileCondition(element: ConditionElement, variables: boolean): CompiledCondition {
  const operator = parseOperator(element.operator.value)
  const matchers = element.values.map(({ value }) =>
    !operator || dependsOnRequest(operator, value, variables) ? undefined : compileValue(operator, value),
  )
  const compiled = matchers.filter((matcher) => matcher !== undefined)
  const fixed = compiled.length === matchers.length ? compiled : undefined
  return { element, operator, key: element.key.value.toLowerCase(), matchers, fixed, judgedFor: undefined, judged: false }
}

function matchersFor(condition: CompiledCondition, operator: ConditionOperator, keys: RequestKeys): readonly ValueMatcher[] {
  return (
    condition.fixed ??
    condition.matchers.map(
      (matcher, index) => matcher ?? compileWithVariables(operator, condition.element.values[index]?.value ?? '', keys),
    )
  )
}

/** A negated operator is satisfied by a value that none of the listed ones matches. */
function satisfies(value: string, matchers: readonly ValueMatcher[], negated: boolean): boolean {
  for (const matcher of matchers) if (matcher.match(value)) return !negated
  return negated
}

const isEmpty = (requested: string | readonly string[]) =>
  typeof requested === 'string' ? requested === '' : requested.every((value) => value === '')

/** A multivalued key without a value is as good as absent. */
const isAbsent = (requested: string | readonly string[] | undefined): boolean =>
  requested === undefined || (typeof requested !== 'string' && requested.length === 0)

function nullMatches(
  condition: CompiledCondition,
  operator: ConditionOperator,
  requested: string | readonly string[] | undefined,
): boolean {
  // Access Analyzer: with a set operator, Null is always true or always false.
  if (operator.set) return operator.set === 'ForAllValues'
  return condition.element.values.some(({ value }) => parseBool(value) === isAbsent(requested))
}

function judge(condition: CompiledCondition, keys: RequestKeys): boolean {
  const { operator } = condition
  if (!operator) return false
  const requested = keys.getLower(condition.key)
  if (operator.family === 'null') return nullMatches(condition, operator, requested)
  if (requested === undefined) {
    if (operator.ifExists) return true
    return operator.set ? operator.set === 'ForAllValues' : operator.negated
  }
  // AWS: a multivalued key needs a set operator. Without one neither form matches.
  if (!operator.set && typeof requested !== 'string') return false
  if (operator.set && isEmpty(requested)) return operator.set === 'ForAllValues'
  const matchers = matchersFor(condition, operator, keys)
  if (typeof requested === 'string') return satisfies(requested, matchers, operator.negated)
  if (operator.set === 'ForAllValues') return requested.every((value) => satisfies(value, matchers, operator.negated))
  return requested.some((value) => satisfies(value, matchers, operator.negated))
}

/**
 * Is the condition met? Operators AND, keys AND, values OR; a negated operator is true when no listed value matches.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionMatches(condition: CompiledCondition, keys: RequestKeys): boolean {
  if (condition.judgedFor !== keys) {
    condition.judged = judge(condition, keys)
    condition.judgedFor = keys
  }
  return condition.judged
}

function mismatchOf(
  operator: ConditionOperator | undefined,
  requested: string | readonly string[] | undefined,
  unresolved: boolean,
): MismatchKind {
  if (!operator) return 'unknown-operator'
  // `Null: false` fails on an absent key, `Null: true` on a present one.
  if (operator.family === 'null') return isAbsent(requested) ? 'key-absent' : 'key-present'
  if (requested === undefined) return 'key-absent'
  if (!operator.set && typeof requested !== 'string') return 'set-operator-missing'
  if (operator.negated) return 'value-excluded'
  return unresolved ? 'variable-unresolved' : 'no-value-matches'
}

/** The condition against the request in full, as this element of a statement writes it: each listed value, what the request says, and why it failed. */
export function explainCondition(condition: CompiledCondition, element: ConditionElement, keys: RequestKeys): ElementExplanation {
  const { operator } = condition
  const matched = conditionMatches(condition, keys)
  const requested = keys.getLower(condition.key)
  const requestedValues = requested === undefined ? [] : typeof requested === 'string' ? [requested] : requested
  const matchers = operator ? matchersFor(condition, operator, keys) : []
  const values: ValueExplanation[] = element.values.map((value, index) => ({
    value,
    resolved: matchers[index]?.resolved === value.value ? undefined : matchers[index]?.resolved,
    matched:
      operator?.family === 'null'
        ? matched && parseBool(value.value) === isAbsent(requested)
        : requestedValues.some((text) => matchers[index]?.match(text) ?? false),
  }))
  const unresolved = matchers.some((matcher) => matcher.unresolved)
  return {
    element: 'Condition',
    matched,
    mismatch: matched ? undefined : mismatchOf(operator, requested, unresolved),
    span: element.span,
    valueSpan: element.valueSpan,
    values,
    requestValue: requested,
    operator: element.operator.value,
    contextKey: element.key.value,
    principalMatch: undefined,
  }
}
