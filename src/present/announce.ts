import type { RichText, Translate } from '../i18n'
import { stationLabel } from './names'
import { stationName } from './narrate-denial'
import type { Narration } from './narration'
import { reasonOf } from './reason'
import { checkName } from './segment-name'
import type { Timeline } from './timeline'

const flat = (rich: RichText) => rich.map((part) => part.text).join('')

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
  if (!spoken?.station || seal.kind === 'allow') return said
  const reason = reasonOf(timeline.playable)
  const role = reason.kind === 'denied' && seal.kind === 'deny' ? reason.role : undefined
  const names = { station: stationLabel(spoken.station, role), check: checkName(spoken.station, timeline.trace?.situation, translate) }
  if (seal.kind !== 'deny') return `${translate('announce.step', names)}${said}`
  const lead = translate('headline.stopped', { station: stationName(spoken.station, role, translate) })
  return `${translate('announce.denied', names)}${said.startsWith(lead) ? said.slice(lead.length) : said}`
}
