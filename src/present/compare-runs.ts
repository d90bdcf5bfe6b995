import { type Documents, directTwin, handOverTwin, type PassedRole, type RunDocuments, type Trace } from '../simulate'
import { buildTimeline } from './build-timeline'
import { ownRequest } from './deputy-edits'
import type { Playable, Timeline } from './timeline'

/** One half of the comparison. `derived`: its request was made from the other one. */
export interface ComparedHalf {
  readonly timeline: Timeline
  readonly derived: boolean
}

/** The same documents, asked in both ways: the role handed over (left), and taken on by the caller (right). */
export type Comparison =
  | {
      readonly kind: 'both'
      /** Which half is the request as it stands in the editor. */
      readonly given: 'pass' | 'take'
      readonly pass: ComparedHalf
      readonly take: ComparedHalf
      readonly role: PassedRole
      /** Whose time the playhead's is: the request as it stands. */
      readonly clock: Timeline
      /** The roles to choose from, when the request hands over several. */
      readonly roles: readonly PassedRole[]
    }
  | { readonly kind: 'none'; readonly why: 'no-role' | 'unreadable' | 'fault' }

/** The time at which a run was judged, so that the other is judged at the same. */
function timeOf(trace: Trace): string | undefined {
  for (const step of trace.steps) {
    const now = step.kind === 'authorization' ? step.evaluation?.request.contextKeys['aws:CurrentTime'] : undefined
    if (typeof now === 'string') return now
  }
  return undefined
}

/** Runs the other half from the texts in the editors. `roleArn`: which of several roles is taken on. */
export function compareRuns(documents: Documents, given: Timeline, run: RunDocuments, roleArn: string | undefined): Comparison {
  const { playable, trace } = given
  if (playable.kind === 'fault') return { kind: 'none', why: 'fault' }
  if (!trace) return { kind: 'none', why: 'unreadable' }
  const { situation } = trace
  const direct = situation.mode === 'direct'
  const twin = direct ? handOverTwin(situation) : directTwin(situation, roleArn)
  if (twin.kind === 'no-role') return { kind: 'none', why: 'no-role' }
  const now = timeOf(trace)
  const other = run({ ...documents, request: twin.text }, now === undefined ? {} : { now })
  // Of somebody else's call there is no such pair: the owner's own stands in its place.
  const ownText = trace.owner ? ownRequest(documents.request ?? '') : undefined
  const own =
    ownText === undefined
      ? { timeline: given, derived: false }
      : { timeline: buildTimeline(run({ ...documents, request: ownText }, now === undefined ? {} : { now })), derived: true }
  const made = { timeline: buildTimeline(other), derived: true }
  return {
    kind: 'both',
    given: direct ? 'take' : 'pass',
    pass: direct ? made : own,
    take: direct ? own : made,
    role: twin.role,
    clock: given,
    roles: situation.roles,
  }
}

/** How a half ends. `reached`: the role was handed over, or taken on; what it may then do is another question. */
export type HalfEnd = 'runs' | 'reached' | 'denied' | 'unreadable'

/** The end of a half, whatever the playhead shows. */
export function endOf(playable: Playable): HalfEnd {
  if (playable.kind !== 'ready') return 'unreadable'
  const { outcome, stoppedAt } = playable.trace
  if (outcome === 'allowed') return 'runs'
  return stoppedAt === 'role-permission' ? 'reached' : 'denied'
}

/** Did the role get where it was meant to go? */
export const arrives = (end: HalfEnd): boolean => end === 'runs' || end === 'reached'
