import type { Translate } from '../../i18n'
import { type Scene, segmentName, type Timeline, type TwinEntry, timeOfStation, twinOf } from '../../present'
import type { Documents } from '../../simulate'

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
function withLine({ text, decided }: TwinEntry, documents: Documents, translate: Translate): string {
  const document = decided && documents[decided.documentId]
  return !decided || document === undefined ? text : translate('summary.line', { text, line: lineOf(document, decided.at) })
}

/**
 * All stations in the order in which they are come to, each with its name and what it answered: the checks in full, with the line of the
 * statement that decided where the documents are given; credentials and the act by name.
 */
export function stationEntries(timeline: Timeline, scene: Scene, translate: Translate, documents: Documents = {}): readonly StationEntry[] {
  const twin = twinOf(timeline, scene, translate)
  const named = new Set(twin.map((entry) => entry.station.charAt(0)))
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
  const checks = twin.map((entry) => ({
    station: entry.station,
    text: [withLine(entry, documents, translate), entry.rule ?? ''].filter(Boolean).join(translate('twin.then')),
  }))
  // A station that was passed by keeps its place between those that were not.
  const passedBy = (station: string) => timeline.segments.find((segment) => String(segment.station) === station.charAt(0))?.start
  const timeOf = ({ station }: StationEntry) => timeOfStation(timeline, station) ?? passedBy(station) ?? timeline.end
  return [...checks, ...others].sort((one, other) => timeOf(one) - timeOf(other))
}
