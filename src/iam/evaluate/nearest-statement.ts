import { conditionMatches } from '../condition/evaluate-condition'
import { matchAction } from '../match/match-action'
import type { PolicyDocument } from '../parse/policy-document'
import { type CompiledStatement, compiledStatements } from './compiled-statement'
import { actionMatches, principalKind, type ReadRequest, resourceMatches } from './match-statement'

/**
 * How near an Allow came to this request: 0 when it does not even name the action. A mismatch in principal or resource weighs more
 * than one in a condition, and a statement that names the action more than one that means everything. Also 0 when it is seen halfway
 * that `nearest` will not be beaten.
 */
function nearness(compiled: CompiledStatement, read: ReadRequest, nearest: number): number {
  if (!actionMatches(compiled, read) || !compiled.usable) return 0
  const { statement, action, conditions } = compiled
  if (statement.effect?.value !== 'Allow') return 0
  let missed = 0
  if (principalKind(compiled, read) === 'none') missed += 4
  if (!resourceMatches(compiled, read)) missed += 4
  if (1000.5 - missed <= nearest) return 0
  for (const condition of conditions) if (!conditionMatches(condition, read.keys)) missed++
  const named = action?.plain === true && action.patterns.some((pattern) => pattern.kind !== 'all' && matchAction(pattern, read.action))
  return 1000 - missed + (named ? 0.5 : 0)
}

/** For an implicit deny: the Allow that came nearest, the first of equals; undefined when none names the action. */
export function nearestStatement(documents: readonly PolicyDocument[], read: ReadRequest): CompiledStatement | undefined {
  let best: CompiledStatement | undefined
  let bestNearness = 0
  for (const document of documents) {
    for (const candidate of compiledStatements(document)) {
      const near = nearness(candidate, read, bestNearness)
      if (near > bestNearness) {
        best = candidate
        bestNearness = near
      }
    }
  }
  return best
}
