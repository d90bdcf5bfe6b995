import type { MessageKey, Translate } from '../i18n'
import { type Situation, whoCalls } from '../simulate'
import { callerName } from './names'
import type { Segment, Station, Timeline } from './timeline'

/** What a station is called in this run: the direct call has two documents where another has two checks. */
export function checkName(station: Station, situation: Situation | undefined, translate: Translate): string {
  const direct = situation?.mode === 'direct'
  switch (station) {
    case 1:
      return situation?.otherCaller
        ? translate('deputy.station.call', { user: callerName(whoCalls(situation), translate) })
        : translate('station.call')
    case 2:
      return translate(direct ? 'station.identity' : situation?.roles.length === 0 ? 'station.call-check' : 'station.pass')
    case 3:
      return translate(direct ? 'station.trust' : 'station.assume')
    case 4:
      return direct ? translate('station.keys', { user: callerName(situation.caller, translate) }) : translate('station.credentials')
    case 5:
      return translate('station.act')
  }
}

/** What stands under a cell of the playback bar. */
export function segmentName(segment: Segment, timeline: Timeline, translate: Translate): string {
  const { trace, segments } = timeline
  const situation = trace?.situation
  // Asked for twice, there is less room for the name.
  if (segment.station === 3 && segments.some(({ id }) => id === 'assume-later')) return 'AssumeRole'
  if (segment.station !== undefined) return checkName(segment.station, situation, translate)
  if (segment.id === 'return') return translate('station.return')
  if (segment.id === 'wait') {
    if (situation?.generic) return translate('station.wait-unknown')
    const noun = situation?.service.workload
    return translate(noun === 'instance' ? 'station.wait-launch' : noun === 'task' ? 'station.wait-task' : 'station.wait-run')
  }
  const error = trace?.steps.find((step) => step.kind === 'error')
  if (situation?.otherCaller && trace?.stoppedAt === 'assume-role') return translate('deputy.station.no-keys')
  if (error?.kind !== 'error' || error.seenAt === 'call' || error.error.place === 'call') return translate('station.error')
  return translate(`station.error-${error.error.place}` satisfies MessageKey)
}
