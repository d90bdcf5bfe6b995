import { useEffect, useState } from 'react'
import type { MessageKey } from '../../i18n'
import { type Segment, segmentIndexAt, type Timeline } from '../../present'
import type { DocumentId } from '../../simulate'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import type { Evidence } from '../editor/use-evidence'
import { DocumentPane, moveInTabs } from './DocumentPane'
import { type DocumentTab, documentTabs } from './document-tabs'
import { useHighlights } from './use-highlights'

type Place = 'request' | 'identityPolicy' | 'trustPolicy' | 'rolePolicy'

interface PlaceTab {
  readonly id: Place
  readonly pane: DocumentTab['pane']
  readonly number: string
  readonly name: MessageKey
  /** Where there is little room. */
  readonly short: MessageKey
}

const placeTabs: readonly PlaceTab[] = [
  { id: 'request', pane: 'request', number: '①', name: 'document.request', short: 'document.request' },
  { id: 'identityPolicy', pane: 'caller', number: '②', name: 'document.identityPolicy', short: 'document.identityPolicy.short' },
  { id: 'trustPolicy', pane: 'role', number: '③', name: 'document.trustPolicy', short: 'document.trustPolicy.short' },
  { id: 'rolePolicy', pane: 'role', number: '⑤', name: 'document.rolePolicy', short: 'document.rolePolicy.short' },
]

const placeOfStation: Readonly<Partial<Record<NonNullable<Segment['station']>, Place>>> = {
  1: 'request',
  2: 'identityPolicy',
  3: 'trustPolicy',
  5: 'rolePolicy',
}

const stationed = (timeline: Timeline, t: number) =>
  timeline.segments.slice(0, segmentIndexAt(timeline, t) + 1).findLast(({ station }) => station !== undefined && placeOfStation[station])

/** The document that the step at time t is about; that of the denial while the error runs back. */
export function placeAt(timeline: Timeline, t: number): Place {
  const segment = stationed(timeline, t)
  const station = segment?.station
  // To its end a direct call is about the trust policy.
  if (segment?.id === 'act' && segment.verdict === 'allow' && timeline.trace?.situation.mode === 'direct') return 'trustPolicy'
  return (station && placeOfStation[station]) ?? 'request'
}

/** The place at which a document is shown. */
function placeOf(id: DocumentId | undefined): Place | undefined {
  const tab = documentTabs.find((candidate) => candidate.id === id)
  return placeTabs.find((place) => place.id === id || (place.pane === tab?.pane && place.id !== 'rolePolicy'))?.id
}

/** The place of the document that cannot be read, once the run has met it. */
function useUnreadablePlace(): Place | undefined {
  const id = useWorkspace((state) => (state.playable.kind === 'invalid' ? state.playable.documentId : undefined))
  const end = useWorkspace((state) => state.timeline.end)
  const met = usePlayback((state) => state.t > 0 && state.t >= end)
  return met ? placeOf(id) : undefined
}

/** One document at a time, behind tabs that follow the step; whoever taps another tab stays there until the next step. */
export function OneDocument({ short, evidence, reading }: { short: boolean; evidence: Evidence | undefined; reading?: boolean }) {
  const translate = useTranslate()
  const highlights = useHighlights(evidence)
  const timeline = useWorkspace((state) => state.timeline)
  const current = usePlayback((state) => placeAt(timeline, state.t))
  const [chosen, setChosen] = useState<Place>(current)
  useEffect(() => setChosen(current), [current])
  const unreadable = useUnreadablePlace()
  useEffect(() => {
    if (unreadable) setChosen(unreadable)
  }, [unreadable])
  const opened = useWorkspace((state) => state.opened)
  useEffect(() => {
    const place = placeOf(opened?.documentId)
    if (place) setChosen(place)
  }, [opened])
  // With several roles the number of the one that is read: 3b, whichever of the two documents it stands in.
  const letterOf = (id: Place) =>
    highlights.find(
      ({ documentId, station }) =>
        /[a-z]$/.test(station) && (documentId === id || (documentId === 'roles' && placeOfStation[Number(station[0]) as 3 | 5] === id)),
    )?.station
  const place = placeTabs.find(({ id }) => id === chosen) ?? placeTabs[0]
  if (!place) return null
  return (
    <div className="one" data-pane={place.pane}>
      <div className="dtabs" role="tablist" aria-label={translate('documents.name')} onKeyDown={moveInTabs}>
        {placeTabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            aria-selected={tab === place}
            tabIndex={tab === place ? 0 : -1}
            onClick={() => setChosen(tab.id)}
          >
            <span className="num" aria-hidden="true">
              {(tab === place && letterOf(tab.id)) || tab.number}
            </span>
            <span className="nm">{translate(short || translate.language === 'ja' ? tab.short : tab.name)}</span>
          </button>
        ))}
      </div>
      <div className="one-pane" inert={reading === true}>
        <DocumentPane pane={place.pane} sub="" highlights={highlights} evidence={evidence} show={place.id} />
      </div>
    </div>
  )
}
