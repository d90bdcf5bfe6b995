import { inOrderOfAssumption, type PassedRole, type Trace } from '../simulate'
import { stepsOf } from './reading'
import type { Segment, SegmentId, Timeline } from './timeline'

/** Are some roles tried at the call, and others only later? */
export function waitsForOthers(trace: Trace | undefined): boolean {
  return new Set(trace?.situation.roles.map(({ passSite }) => passSite?.assumed)).size > 1
}

/** The roles that a stretch of ③ or ④ is about: all of them, or those whose turn it is. */
export function rolesDue({ trace }: Timeline, id: SegmentId): readonly PassedRole[] {
  if (!trace || !waitsForOthers(trace)) return trace?.situation.roles ?? []
  const when = id === 'assume-later' || id === 'credentials-later' ? 'later' : 'call'
  return inOrderOfAssumption(trace.situation.roles).filter(({ passSite }) => passSite?.assumed === when)
}

/** The role that a stretch is about, where it is not the first of the request. */
export function spokenOf(timeline: Timeline, segment: Segment | undefined): PassedRole | undefined {
  if (segment?.station === 3 || segment?.station === 4) return rolesDue(timeline, segment.id)[0]
  return segment?.station === 5 ? actingRole(timeline) : undefined
}

/** The role that the workload acted as, or tried to. */
function actingRole({ trace }: Timeline): PassedRole | undefined {
  const [asked] = trace ? stepsOf(trace, 'role-permission') : []
  return trace?.situation.roles.find(({ roleArn }) => roleArn === asked?.step.roleArn)
}
