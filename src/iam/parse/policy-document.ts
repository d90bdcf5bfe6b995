import type { Located, Span } from '../../lib/span'
import type { Effect, PolicyType, PolicyVersion, PrincipalType, Problem } from '../terms'

/** One entry of a Principal element: `{ "Service": "ecs-tasks.amazonaws.com" }` gives one. `"*"` alone has type `AWS`. */
export interface PrincipalValue {
  readonly type: PrincipalType
  readonly value: Located<string>
}

export interface PrincipalElement {
  readonly name: 'Principal' | 'NotPrincipal'
  /** From the key's opening quote to the value's end. */
  readonly span: Span
  readonly valueSpan: Span
  readonly values: readonly PrincipalValue[]
}

/** Action, NotAction, Resource or NotResource with its one or more values. */
export interface ListElement<Name extends string> {
  readonly name: Name
  readonly span: Span
  readonly valueSpan: Span
  readonly values: readonly Located<string>[]
}

/** One operator with one key: `"StringEquals": { "aws:SourceAccount": "111122223333" }`. A block with several gives several. */
export interface ConditionElement {
  readonly operator: Located<string>
  readonly key: Located<string>
  readonly values: readonly Located<string>[]
  /** From the key's opening quote to the end of its values. */
  readonly span: Span
  readonly valueSpan: Span
}

export interface Statement {
  /** Position in the policy, from 0. */
  readonly index: number
  readonly span: Span
  readonly sid: Located<string> | undefined
  readonly effect: Located<Effect> | undefined
  readonly principal: PrincipalElement | undefined
  readonly action: ListElement<'Action' | 'NotAction'> | undefined
  readonly resource: ListElement<'Resource' | 'NotResource'> | undefined
  readonly conditions: readonly ConditionElement[]
  /** False when IAM would refuse to save it; such a statement is kept for showing and never matches. */
  readonly usable: boolean
}

/** A policy read from text, with the place of every part. */
export interface PolicyDocument {
  readonly policyType: PolicyType
  readonly documentId: string
  readonly span: Span
  readonly version: PolicyVersion
  /** The value of Version; undefined when the policy has none, and is of 2008. */
  readonly versionSpan: Span | undefined
  readonly id: Located<string> | undefined
  readonly statements: readonly Statement[]
}

/** `document` is there whenever the text is one JSON object; what is wrong with it is in `problems`. */
export interface ParsedPolicy {
  readonly document: PolicyDocument | undefined
  readonly problems: readonly Problem[]
}
