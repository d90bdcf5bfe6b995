import { type KeyboardEvent, useRef, useState } from 'react'
import { useStores, useTranslate } from '../AppStores'
import { useStageModel } from './StageModel'

/**
 * The stage for whoever does not see it: an ordered list of the same path, and one button per station (a single stop for Tab; arrows
 * move between them, Enter goes there).
 */
export function Stations() {
  const { scene } = useStageModel()
  const { playback } = useStores()
  const translate = useTranslate()
  const [current, setCurrent] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = (current + step + scene.twin.length) % scene.twin.length
    setCurrent(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics to a picture.
    <div role="group" aria-label={translate('stage.name')} className="stations">
      <ol ref={list}>
        {scene.twin.map((entry, index) => (
          <li key={`${entry.station}${entry.text}`}>
            <button
              type="button"
              tabIndex={index === current ? 0 : -1}
              onKeyDown={move}
              onFocus={() => setCurrent(index)}
              onClick={() => playback.getState().toStation(Number(entry.station.charAt(0)) as 1 | 2 | 3 | 4 | 5)}
            >
              {entry.text}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
