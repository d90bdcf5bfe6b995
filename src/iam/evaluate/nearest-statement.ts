import type { StatementExplanation } from './explanation'

/** How near a statement came: 0 when it does not even name the action. */
function nearness(candidate: StatementExplanation): number {
  if (!candidate.statement.usable || candidate.statement.effect?.value !== 'Allow') return 0
  const action = candidate.elements.find((element) => element.element === 'Action' || element.element === 'NotAction')
  if (!action?.matched) return 0
  // A mismatch in the resource or principal weighs more than one in a condition.
  const score = (element: { element: string; matched: boolean }) => (element.matched ? 0 : element.element === 'Condition' ? 1 : 4)
  // An Allow that excludes the action by name (NotAction) or speaks of everything is less to the point than one that names it.
  const named = action.element === 'Action' && action.values.some((value) => value.matched && value.value.value !== '*') ? 0.5 : 0
  return 1000 - candidate.elements.reduce((sum, element) => sum + score(element), 0) + named
}

/** For an implicit deny: the Allow that came nearest, the first of equals; undefined when none names the action. */
export function nearestStatement(statements: readonly StatementExplanation[]): StatementExplanation | undefined {
  let best: StatementExplanation | undefined
  let bestNearness = 0
  for (const candidate of statements) {
    const value = nearness(candidate)
    if (value > bestNearness) {
      best = candidate
      bestNearness = value
    }
  }
  return best
}
