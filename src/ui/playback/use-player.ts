import { useEffect } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { settledAfter } from '../../present'
import type { AppStores, PlaybackState } from '../../state'
import { usePlayback, usePreferences, useStores } from '../AppStores'

/** Longest step the clock takes at once, in ms: a tab that slept does not leap. */
const longestStep = 100

/** With reduced motion a step stands this long, in ms at speed 1. */
const stillStep = 4000

/** Asks for animation frames while playing, and for none otherwise. Returns what stops it. */
function playByFrames(playback: StoreApi<PlaybackState>): () => void {
  let handle = 0
  let last: number | undefined
  const tick = (now: number) => {
    if (last !== undefined) playback.getState().advance(Math.min(longestStep, now - last))
    last = now
    if (playback.getState().playing) handle = requestAnimationFrame(tick)
  }
  handle = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(handle)
}

/** Goes from one settled point to the next and lets each stand: nothing moves in between. */
function playBySteps({ playback, workspace }: AppStores): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const step = () => {
    const { t, speed, advance } = playback.getState()
    advance((settledAfter(workspace.getState().timeline, t) - t) / speed)
    if (playback.getState().playing) timer = setTimeout(step, stillStep / playback.getState().speed)
  }
  timer = setTimeout(step, 0)
  return () => clearTimeout(timer)
}

/** The only clock of the app. It runs while playing, and pauses when the tab is hidden. */
export function usePlayer(): void {
  const stores = useStores()
  const playing = usePlayback((state) => state.playing)
  const reduced = usePreferences((state) => state.reducedMotion)
  useEffect(() => {
    if (!playing) return
    const stop = reduced ? playBySteps(stores) : playByFrames(stores.playback)
    const pauseWhenHidden = () => {
      if (document.hidden) stores.playback.getState().pause()
    }
    document.addEventListener('visibilitychange', pauseWhenHidden)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', pauseWhenHidden)
    }
  }, [playing, reduced, stores])
}
