import type { Translate } from '../i18n'
import { whoCalls } from '../simulate'
import { callerName } from './names'
import type { GateRole, Scene } from './scene'
import type { Timeline } from './timeline'

/** One station in words, and the statement that decided there. */
export interface TwinEntry {
  readonly station: string
  readonly text: string
  readonly decided?: GateRole['decided']
  /** How this station's answer goes together with the one before, in a sentence of its own. */
  readonly rule?: string
}

/** The path as an ordered list in words: the call and every check. What the stage shows, for whoever does not see it. */
export function twinOf({ trace }: Timeline, { gates, join }: Pick<Scene, 'gates' | 'join'>, translate: Translate): readonly TwinEntry[] {
  if (!trace) return [{ station: '1', text: translate('twin.unreadable') }]
  const { situation } = trace
  const { caller, otherCaller, action, service, roles } = situation
  const told = { user: callerName(whoCalls(situation), translate), owner: callerName(caller, translate), action, service: service.name }
  const own = otherCaller ? [{ station: '1', text: translate('deputy.twin.own', told) }] : []
  const call = { station: '1', text: translate(otherCaller ? 'deputy.twin.call' : 'twin.call', told) }
  const checks = [...gates.iam.roles, ...(roles.length > 0 ? gates.sts.roles : [])]
  // How the two documents of a direct call go together is said with the second.
  const rule = join && translate('twin.join', { join: translate(`stage.${join.kind}`), rule: join.text })
  return [
    ...own,
    call,
    ...checks.map(({ station, summary, decided }) => ({
      station,
      text: summary,
      decided,
      ...(rule !== undefined && station === '3' ? { rule } : {}),
    })),
  ]
}
