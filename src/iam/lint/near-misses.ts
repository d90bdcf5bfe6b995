import { nearest } from '../../lib/nearest'
import type { Located } from '../../lib/span'
import type { PolicyDocument } from '../parse/policy-document'
import type { Problem } from '../terms'

/** Names that are known; whatever is none of these, but nearly one, is taken for a slip. */
export interface KnownNames {
  readonly actions: readonly string[]
  readonly contextKeys: readonly string[]
}

/** Slips are small: one or two letters. A name further off may be right, and unknown to us. */
function slip(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase()
  if (/[*?$]/.test(name) || known.some((candidate) => candidate.toLowerCase() === lower)) return undefined
  const service = lower.split(':')[0]
  const suggestion = nearest(
    name,
    known.filter((candidate) => candidate.toLowerCase().split(':')[0] === service),
  )
  if (suggestion === undefined) return undefined
  const off = Math.abs(suggestion.length - name.length)
  const shared = [...lower].filter((letter, index) => suggestion.toLowerCase()[index] === letter).length
  return off <= 2 && shared >= suggestion.length / 2 ? suggestion : undefined
}

function warnings(code: string, names: readonly Located<string>[], known: readonly string[]): Problem[] {
  return names.flatMap(({ value, span }): Problem[] => {
    const suggestion = slip(value, known)
    return suggestion === undefined ? [] : [{ code, severity: 'warning', span, facts: { name: value, suggestion } }]
  })
}

/** Actions and condition keys that are one slip away from a known one: they play, with a warning at the place. */
export function nearMisses(document: PolicyDocument, known: KnownNames): readonly Problem[] {
  return document.statements.flatMap((statement) => [
    ...warnings('unknown-action', statement.action?.values ?? [], known.actions),
    ...warnings(
      'unknown-key',
      statement.conditions.map((condition) => condition.key),
      known.contextKeys,
    ),
  ])
}
