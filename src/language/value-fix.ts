import type { ElementExplanation } from '../iam'

/** One value of a policy, and what this request has in its place. */
export interface ValueFix {
  readonly start: number
  readonly end: number
  /** As it is written: a JSON string. */
  readonly text: string
}

/** Operators that hold when the two values are the same. */
const same = /^(for(any|all)values:)?(string|arn)(equals|like)(ignorecase)?(ifexists)?$/i

/** What would make a condition hold for this very request: its value in place of the only one that the policy lists. */
export function valueFixOf({ element, mismatch, operator, values, requestValue }: ElementExplanation): ValueFix | undefined {
  const [written, ...others] = values
  const sent = typeof requestValue === 'string' ? [requestValue] : (requestValue ?? [])
  const [value, ...more] = sent
  if (element !== 'Condition' || mismatch !== 'no-value-matches' || !same.test(operator ?? '')) return undefined
  if (!written || value === undefined || others.length > 0 || more.length > 0) return undefined
  // Between quotes these would mean something else.
  if (/[*?$]/.test(value)) return undefined
  const { start, end } = written.value.span
  return { start, end, text: JSON.stringify(value) }
}
