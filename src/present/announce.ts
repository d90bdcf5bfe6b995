import type { MessageKey, RichText, Translate } from '../i18n'
import { callerName, stationLabel } from './names'
import { stationName } from './narrate-denial'
import type { Narration } from './narration'
import { reasonOf } from './reason'
import type { Segment, Timeline } from './timeline'

const flat = (rich: RichText) => rich.map((part) => part.text).join('')

/** What a step is called where it is spoken of; time that passes is no step. */
function checkName(segment: Segment, timeline: Timeline, translate: Translate): string | undefined {
  const situation = timeline.trace?.situation
  const direct = situation?.mode === 'direct'
  const names: Partial<Record<Segment['id'], MessageKey>> = {
    call: 'station.call',
    pass: direct ? 'station.identity' : situation?.roles.length === 0 ? 'station.call-check' : 'station.pass',
    assume: direct ? 'station.trust' : 'station.assume',
    credentials: direct ? 'station.keys' : 'station.credentials',
    act: 'station.act',
  }
  const key = names[segment.id]
  return key && translate(key, situation ? { user: callerName(situation.caller, translate) } : {})
}

/** What is read aloud: the step by number and name, its verdict once there is one, and what the narration says of it. */
export function announce(narration: Narration, timeline: Timeline, translate: Translate): string {
  const { headline, body, seal } = narration
  const said = [headline, body]
    .filter((text) => text.length > 0)
    .map(flat)
    .join(' ')
  const segment = timeline.segments.find(({ id }) => id === narration.segment)
  const stopped = timeline.segments.findLast(({ reached, verdict }) => reached && verdict !== undefined && verdict !== 'allow')
  const spoken = segment?.id === 'error' ? stopped : segment
  const check = spoken && checkName(spoken, timeline, translate)
  if (!spoken?.station || check === undefined || seal.kind === 'allow') return said
  const reason = reasonOf(timeline.playable)
  const role = reason.kind === 'denied' && seal.kind === 'deny' ? reason.role : undefined
  const names = { station: stationLabel(spoken.station, role), check }
  if (seal.kind !== 'deny') return `${translate('announce.step', names)}${said}`
  const lead = translate('headline.stopped', { station: stationName(spoken.station, role, translate) })
  return `${translate('announce.denied', names)}${said.startsWith(lead) ? said.slice(lead.length) : said}`
}
