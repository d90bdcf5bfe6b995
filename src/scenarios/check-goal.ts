import type { RunResult } from '../simulate'
import type { Goal } from './scenario'

/** Is the goal met? Judged on the trace. */
export function checkGoal(run: RunResult, goal: Goal): boolean {
  if (run.kind !== 'ready') return false
  const { outcome, stoppedAt, owner } = run.trace
  const stops = goal.stoppedAt === undefined || stoppedAt === goal.stoppedAt
  return outcome === goal.outcome && stops && (goal.ownCall === undefined || owner?.run.outcome === goal.ownCall)
}
