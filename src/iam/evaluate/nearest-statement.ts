import type { JudgedStatement } from './evaluate-statement'

/** For an implicit deny: the Allow that came nearest, the first of equals; undefined when none names the action. */
export function nearestStatement(statements: readonly JudgedStatement[]): JudgedStatement | undefined {
  let best: JudgedStatement | undefined
  let bestNearness = 0
  for (const candidate of statements) {
    const { nearness } = candidate
    if (nearness > bestNearness) {
      best = candidate
      bestNearness = nearness
    }
  }
  return best
}
