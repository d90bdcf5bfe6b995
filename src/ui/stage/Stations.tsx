import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { timeOfStation } from '../../present'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { useDirectMoves } from '../direct/direct-moves'
import { isChainShown } from './LeaderEdge'
import { useFrame, useStageModel } from './StageModel'
import { stationEntries } from './stations-in-words'

/** Where an arrow key moves to from a station; undefined for any other key. */
function target(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowLeft':
    case 'ArrowUp':
      return (current - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/**
 * The stage for whoever does not see it: an ordered list of the same path, and one button per station (a single stop for Tab; arrows
 * move between them, Enter goes there).
 */
export function Stations() {
  const { scene } = useStageModel()
  const { playback } = useStores()
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const documents = useWorkspace((state) => state.documents)
  const { chain } = useDirectMoves()
  const chained = useFrame(isChainShown)
  const stations = useMemo(() => stationEntries(timeline, scene, translate, documents), [timeline, scene, documents, translate])
  // What may follow a direct call comes after the last of them, once it has been allowed.
  const further = chained && scene.chain ? [{ station: 'chain', text: translate('chain.open', scene.chain) }] : []
  const entries = [...stations, ...further]
  const [chosen, setChosen] = useState(0)
  const current = Math.min(chosen, entries.length - 1)
  const list = useRef<HTMLOListElement>(null)
  const move = (event: KeyboardEvent) => {
    const next = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : target(event.key, current, entries.length)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    setChosen(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  const goTo = (station: string) => {
    if (station === 'chain') return chain()
    const time = timeOfStation(timeline, station)
    if (time !== undefined) playback.getState().seek(time)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics to a picture.
    <div role="group" aria-label={translate('stage.name')} className="stations">
      <ol ref={list}>
        {entries.map((entry, index) => (
          <li key={`${entry.station}${entry.text}`}>
            <button
              type="button"
              tabIndex={index === current ? 0 : -1}
              onKeyDown={move}
              onFocus={() => setChosen(index)}
              onClick={() => goTo(entry.station)}
            >
              {entry.text}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
