import type { ReactNode } from 'react'
import type { PlaybackState } from '../../state'
import { usePlayback, useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { PlaybackSlider } from './PlaybackSlider'
import { usePlayer } from './use-player'
import './playback.css'

const speeds: readonly PlaybackState['speed'][] = [0.5, 1, 1.5, 2]
const speedText: Readonly<Record<PlaybackState['speed'], string>> = { 0.5: '½', 1: '1', 1.5: '1½', 2: '2' }

/** Play, step, scrub and speed. `children`: what stands in place of the one rail. */
export function PlaybackBar({ children }: { children?: ReactNode }) {
  usePlayer()
  const translate = useTranslate()
  const playing = usePlayback((state) => state.playing)
  const speed = usePlayback((state) => state.speed)
  const { playback } = useStores()
  const nextSpeed = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1
  return (
    <section id="playback" className="pb" aria-label={translate('playback.name')} tabIndex={-1}>
      <div className="ctl">
        <button type="button" className="ib" aria-label={translate('playback.previous')} onClick={() => playback.getState().stepBack()}>
          <Glyph name="prev" />
        </button>
        <button
          type="button"
          className="pp"
          aria-label={translate(playing ? 'playback.pause' : 'playback.play')}
          onClick={() => playback.getState().toggle()}
        >
          <Glyph name={playing ? 'pause' : 'play'} />
        </button>
        <button type="button" className="ib" aria-label={translate('playback.next')} onClick={() => playback.getState().stepForward()}>
          <Glyph name="next" />
        </button>
      </div>
      {children ?? <PlaybackSlider />}
      <div className="rt">
        <span aria-hidden="true">
          <kbd>Space</kbd> <kbd>←</kbd> <kbd>→</kbd>
        </span>
        <button
          type="button"
          className="speed"
          aria-label={translate('playback.speed', { speed: speedText[speed] })}
          onClick={() => playback.getState().setSpeed(nextSpeed)}
        >
          {speedText[speed]}×
        </button>
      </div>
    </section>
  )
}
