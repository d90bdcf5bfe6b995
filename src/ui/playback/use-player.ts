import { useEffect } from 'react'
import { usePlayback, useStores } from '../AppStores'

/** Longest step the clock takes at once, in ms: a tab that slept does not leap. */
const longestStep = 100

/** The only animation frame of the app: asked for while playing, and not at all otherwise. */
export function usePlayer(): void {
  const { playback } = useStores()
  const playing = usePlayback((state) => state.playing)
  useEffect(() => {
    if (!playing) return
    let handle = 0
    let last: number | undefined
    const tick = (now: number) => {
      if (last !== undefined) playback.getState().advance(Math.min(longestStep, now - last))
      last = now
      if (playback.getState().playing) handle = requestAnimationFrame(tick)
    }
    handle = requestAnimationFrame(tick)
    const pauseWhenHidden = () => {
      if (document.hidden) playback.getState().pause()
    }
    document.addEventListener('visibilitychange', pauseWhenHidden)
    return () => {
      cancelAnimationFrame(handle)
      document.removeEventListener('visibilitychange', pauseWhenHidden)
    }
  }, [playing, playback])
}
