import type { Translate } from '../i18n'
import { isAtHome, isEnough, namedAs, namedName } from './named-as'
import { directStep } from './reading'
import type { Scene } from './scene'
import type { Playable } from './timeline'
import { visitsOf } from './visits'

/** How the two sides of a direct call join, and the rule in one line. Undefined: no direct call, or STS asked neither document. */
export function joinOf(playable: Playable, translate: Translate): Scene['join'] {
  const trace = playable.kind === 'fault' ? undefined : playable.trace
  const verdict = trace && directStep(trace)?.step.evaluation?.verdict
  if (!trace || !verdict) return undefined
  const { situation } = trace
  const { pass, assume } = visitsOf(playable)
  const [own] = pass
  const [trust] = assume
  const as = namedAs(trust?.statement)
  const alone = isEnough(as, situation)
  const names = { who: as ? namedName(situation, as, translate) : '' }
  if (verdict.kind === 'explicit-deny') {
    const named = alone && trust?.verdict === 'allow'
    return { kind: 'deny', text: translate(named ? 'join.deny-named' : 'join.deny', names) }
  }
  if (alone) {
    const limited = own?.verdict !== 'not-needed'
    const key = limited
      ? 'join.or-limits'
      : trust?.verdict !== 'allow'
        ? 'join.or-open'
        : as === 'everyone'
          ? 'join.or-everyone'
          : 'join.or'
    return { kind: 'or', text: translate(key, names) }
  }
  if (!isAtHome(situation)) return { kind: 'and', text: translate('join.other-account') }
  return { kind: 'and', text: translate(as === 'account' ? 'join.and' : 'join.both') }
}
