import type { RunResult } from '../simulate'
import type { Goal } from './scenario'

/** Is the goal met? Judged on the trace. */
export function checkGoal(run: RunResult, goal: Goal): boolean {
  if (run.kind !== 'ready') return false
  return run.trace.outcome === goal.outcome && (goal.stoppedAt === undefined || run.trace.stoppedAt === goal.stoppedAt)
}
