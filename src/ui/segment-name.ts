import type { MessageKey, Translate } from '../i18n'
import { callerName, type Segment, type Timeline } from '../present'

/** What stands under a cell of the playback bar. */
export function segmentName(segment: Segment, timeline: Timeline, translate: Translate): string {
  const situation = timeline.trace?.situation
  const direct = situation?.mode === 'direct'
  const error = timeline.trace?.steps.find((step) => step.kind === 'error')
  const keys = () =>
    direct && situation ? translate('station.keys', { user: callerName(situation.caller, translate) }) : translate('station.credentials')
  // Asked for twice, there is less room for the name.
  const twice = timeline.segments.some(({ id }) => id === 'assume-later')
  const assume = () => (twice ? 'AssumeRole' : translate(direct ? 'station.trust' : 'station.assume'))
  const names: Readonly<Record<Segment['id'], () => string>> = {
    call: () => translate('station.call'),
    pass: () => translate(direct ? 'station.identity' : situation?.roles.length === 0 ? 'station.call-check' : 'station.pass'),
    return: () => translate('station.return'),
    wait: () => {
      if (situation?.generic) return translate('station.wait-unknown')
      const noun = situation?.service.workload
      return translate(noun === 'instance' ? 'station.wait-launch' : noun === 'task' ? 'station.wait-task' : 'station.wait-run')
    },
    assume,
    credentials: keys,
    'assume-later': assume,
    'credentials-later': keys,
    act: () => translate('station.act'),
    error: () => {
      if (error?.kind !== 'error' || error.seenAt === 'call' || error.error.place === 'call') return translate('station.error')
      return translate(`station.error-${error.error.place}` satisfies MessageKey)
    },
  }
  return names[segment.id]()
}
