import type { Span } from '../../lib/span'
import type { PolicyDocument } from '../parse/policy-document'
import type { Problem, Severity } from '../terms'
import type { lintCodes } from './lint-codes'
import type { KnownNames } from './near-misses'

export type LintCode = (typeof lintCodes)[number]

/** What a family of checks looks at. `text` is the whole text that the document's spans point into. */
export interface LintInput {
  readonly document: PolicyDocument
  readonly text: string
  readonly names: KnownNames
}

/** One finding of the lint. */
export function finding(code: LintCode, severity: Severity, span: Span, facts: Readonly<Record<string, string>> = {}): Problem {
  return { code, severity, span, facts, foundBy: 'lint' }
}

/** `suggestion` as a fact, where there is one. */
export const suggesting = (suggestion: string | undefined): Readonly<Record<string, string>> =>
  suggestion === undefined ? {} : { suggestion }
