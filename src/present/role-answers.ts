import type { Span } from '../lib/span'
import type { LayerMark } from './layer-marks'
import type { Reading } from './reading'
import type { GateCues, Timeline } from './timeline'
import { visitsOf } from './visits'

/** How a check has ended for a role; `skip`: the station ended without asking about it. */
export type RoleMark = LayerMark | 'unreadable'

/** What ② and ③ have said of one of several roles up to now; undefined: nothing yet. */
export interface RoleAnswer {
  readonly letter: string
  /** Its value in the request's text. */
  readonly named: Span | undefined
  readonly pass: RoleMark | undefined
  readonly assume: RoleMark | undefined
}

const markOf = { allow: 'ok', 'not-needed': 'ok', deny: 'no', unreadable: 'unreadable', fault: 'unreadable' } as const

/** The answer to one role: that of its own visit, else that the last visit of the station has been made without it. */
function answerOf(visits: readonly Reading[], cues: readonly GateCues[], letter: string, t: number): RoleMark | undefined {
  const index = visits.findIndex(({ role }) => role?.letter === letter)
  const stamp = cues[index < 0 ? visits.length - 1 : index]?.stamp
  if (stamp === undefined || t < stamp) return undefined
  const visit = visits[index]
  return visit ? markOf[visit.verdict] : 'skip'
}

/** Each of several roles with its answers by the time t, in the order of the letters; empty with one role. */
export function roleAnswers({ playable, trace, cues }: Timeline, t: number): readonly RoleAnswer[] {
  const visits = visitsOf(playable)
  return (trace?.situation.roles ?? []).flatMap(({ letter, span }) =>
    letter === undefined
      ? []
      : [
          {
            letter,
            named: span,
            pass: answerOf(visits.pass, cues.pass, letter, t),
            assume: answerOf(visits.assume, cues.assume, letter, t),
          },
        ],
  )
}
