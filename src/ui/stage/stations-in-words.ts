import type { Translate } from '../../i18n'
import type { Scene, Timeline } from '../../present'
import type { Documents } from '../../simulate'
import { segmentName } from '../segment-name'

/** The instant at which a station ("3", or "2b" with several roles) has answered; undefined where the run never came. */
export function timeOfStation(timeline: Timeline, station: string): number | undefined {
  const segments = timeline.segments.filter((candidate) => String(candidate.station) === station.charAt(0) && candidate.reached)
  const letter = station.slice(1)
  const parts = segments.flatMap((segment) => segment.parts)
  const place = letter === '' ? segments[0] : parts.find((part) => part.letter === letter && part.end > part.start)
  if (!place) return undefined
  return timeline.settled.find((time) => time > place.start && time <= place.end) ?? place.end
}

export interface StationEntry {
  readonly station: string
  readonly text: string
}

/** The line on which a statement's first member stands, as the editors count. */
function lineOf(text: string, at: number): number {
  const inside = at + (/^\{\s*/.exec(text.slice(at))?.[0].length ?? 0)
  return text.slice(0, inside).split('\n').length
}

/** An entry's text; what decided is named with its line. */
function withLine({ text, decided }: Scene['twin'][number], documents: Documents, translate: Translate): string {
  const document = decided && documents[decided.documentId]
  return !decided || document === undefined ? text : translate('summary.line', { text, line: lineOf(document, decided.at) })
}

/**
 * All stations in the order in which they are come to, each with its name and what it answered: the checks in full, with the line of the
 * statement that decided where the documents are given; credentials and the act by name.
 */
export function stationEntries(timeline: Timeline, scene: Scene, translate: Translate, documents: Documents = {}): readonly StationEntry[] {
  const named = new Set(scene.twin.map((entry) => entry.station.charAt(0)))
  const others = timeline.segments.flatMap((segment): StationEntry[] => {
    if (segment.station === undefined || named.has(String(segment.station))) return []
    const name = segmentName(segment, timeline, translate)
    const verdict = segment.reached ? segment.verdict : 'not-reached'
    const letters = segment.parts.length > 0 ? segment.parts.map((part) => part.letter ?? '') : ['']
    return letters.map((letter) => {
      const station = `${segment.station}${letter}`
      const text = verdict
        ? translate('stage.station-verdict', { station, name, verdict: translate(`verdict.${verdict}`) })
        : translate('stage.station', { station, name })
      return { station, text }
    })
  })
  const checks = scene.twin.map((entry) => ({ station: entry.station, text: withLine(entry, documents, translate) }))
  const timeOf = ({ station }: StationEntry) => timeOfStation(timeline, station) ?? timeline.end
  return [...checks, ...others].sort((one, other) => timeOf(one) - timeOf(other))
}
