import type { Located, Span } from '../../lib/span'
import type { PolicyDocument, Statement } from '../parse/policy-document'
import type { PolicyType } from '../terms'
import type { RequestContext } from './request-context'

export type VerdictKind = 'allow' | 'explicit-deny' | 'implicit-deny'

/** How a principal matched a Principal element; the kind decides which other layers still limit it. */
export type PrincipalMatchKind = 'direct' | 'role' | 'account' | 'none'

export type ElementName = 'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition'

/** Why an element did not match. */
export type MismatchKind =
  /** None of the listed values fits the request's value. */
  | 'no-value-matches'
  /** A Not… element lists the request's value. */
  | 'value-excluded'
  /** The condition's key is not in the request. */
  | 'key-absent'
  /** The key is in the request although the condition wants it absent. */
  | 'key-present'
  /** A plain operator met a multivalued key; AWS asks for ForAllValues or ForAnyValue. */
  | 'set-operator-missing'
  /** A policy variable has no value. */
  | 'variable-unresolved'
  | 'unknown-operator'
  /** The element is missing, or is one that IAM would refuse to save. */
  | 'unusable'

/** One value written in the policy, and whether it fits. `resolved` is the text after policy variables, when that differs. */
export interface ValueExplanation {
  readonly value: Located<string>
  readonly resolved: string | undefined
  readonly matched: boolean
}

/** One element of a statement against the request. For a condition there is one of these per operator and key. */
export interface ElementExplanation {
  readonly element: ElementName
  readonly matched: boolean
  readonly mismatch: MismatchKind | undefined
  /** The whole element, key included. */
  readonly span: Span
  /** Its value alone: what gets underlined. */
  readonly valueSpan: Span
  readonly values: readonly ValueExplanation[]
  /** What the request says, as text: its action, resource, principal or the context key's values; undefined when the key is absent. */
  readonly requestValue: string | readonly string[] | undefined
  readonly operator: string | undefined
  readonly contextKey: string | undefined
  readonly principalMatch: PrincipalMatchKind | undefined
}

/** One statement against the request: every element is judged, also after one has failed. */
export interface StatementExplanation {
  readonly document: PolicyDocument
  readonly statement: Statement
  readonly matched: boolean
  /** In the order Principal, Action, Resource, then each condition. */
  readonly elements: readonly ElementExplanation[]
}

export type LayerResult = 'allow' | 'explicit-deny' | 'implicit-deny' | 'not-applicable'

/** Why a layer had nothing to say. */
export type NotApplicableReason =
  | 'absent'
  | 'service-principal'
  | 'anonymous'
  | 'account-root'
  | 'service-linked-role'
  /** The other side's grant is enough: a direct grant in the resource-based or trust policy. */
  | 'not-needed'
  | 'always-allowed'

/** One layer of the decision. SCPs and RCPs give one per level, from the root down. */
export interface LayerEvaluation {
  readonly policyType: PolicyType
  readonly level: number | undefined
  readonly result: LayerResult
  readonly notApplicable: NotApplicableReason | undefined
  readonly statements: readonly StatementExplanation[]
}

/**
 * The end of one evaluation. `policyType` and `level` name the layer that decided: the first failing one in the order of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html,
 * or the one that granted. `statement` is the deciding statement: the Deny, the Allow, or for an implicit deny the statement
 * that came nearest (most elements matched, its action among them), if any.
 */
export interface Verdict {
  readonly kind: VerdictKind
  readonly policyType: PolicyType | undefined
  readonly level: number | undefined
  readonly statement: StatementExplanation | undefined
}

/** Answer and reasons of one request in one value: every layer, every statement, every element. */
export interface Evaluation {
  readonly request: RequestContext
  readonly verdict: Verdict
  readonly layers: readonly LayerEvaluation[]
}
