import { expect, it } from 'vitest'
import type { ContextKeys } from '../evaluate/request-context'
import { allow, judge } from './policies'

/** Operator, listed values, the request's value of key `k` (undefined: absent), and whether the condition is met. */
export type ConditionRow = readonly [
  operator: string,
  listed: unknown,
  requested: string | readonly string[] | undefined,
  met: boolean,
  more?: ContextKeys,
]

/** Is a condition on key `k` met? */
export function met(operator: string, listed: unknown, requested: string | readonly string[] | undefined, more: ContextKeys = {}): boolean {
  const keys = requested === undefined ? more : { ...more, k: requested }
  return judge({ id: [allow({ Condition: { [operator]: { k: listed } } })], keys }).verdict.kind === 'allow'
}

/** One test per row. */
export function walk(rows: readonly ConditionRow[]): void {
  it.each(rows.map((row) => [JSON.stringify(row), row] as const))('%s', (_name, [operator, listed, requested, expected, more]) => {
    expect(met(operator, listed, requested, more)).toBe(expected)
  })
}
