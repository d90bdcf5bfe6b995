import type { PolicyDocument } from '../parse/policy-document'
import type { Problem } from '../terms'
import type { LintInput } from './finding'
import { lintConditions } from './lint-conditions'
import { lintDocument } from './lint-document'
import { lintPassRole } from './lint-pass-role'
import { lintPrincipals } from './lint-principals'
import { lintResources } from './lint-resources'
import { lintStatements } from './lint-statement'
import { lintVariables } from './lint-variables'
import { type KnownNames, nearMisses } from './near-misses'

const families: readonly ((input: LintInput) => readonly Problem[])[] = [
  lintDocument,
  lintPassRole,
  lintPrincipals,
  lintStatements,
  lintResources,
  lintConditions,
  lintVariables,
]

/** Findings beyond this are of no use to a reader, and would cost the page more than the policy. */
const mostFindings = 500

/**
 * Advice about a policy that was read: what works otherwise than it looks, grants too much, or says nothing. `text` is the text that
 * the document's spans point into. What IAM refuses to save is not said again, and statements it refuses are left alone. Never changes
 * a verdict, never throws. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export function lintPolicy(document: PolicyDocument, text: string, names: KnownNames): readonly Problem[] {
  const input: LintInput = { document, text, names }
  return [...nearMisses(document, names), ...families.flatMap((family) => family(input))].slice(0, mostFindings)
}
