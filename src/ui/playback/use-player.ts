import { useEffect } from 'react'
import { usePlayback, usePreferences, useStores } from '../AppStores'
import { playByFrames, playBySteps, type Schedule } from './player'

const onFrame: Schedule = (task) => {
  const handle = requestAnimationFrame(task)
  return () => cancelAnimationFrame(handle)
}

const onTimer: Schedule = (task, delay) => {
  const handle = setTimeout(task, delay)
  return () => clearTimeout(handle)
}

/** The only clock of the app. It runs while playing, and pauses when the tab is hidden. */
export function usePlayer(): void {
  const { playback, workspace } = useStores()
  const playing = usePlayback((state) => state.playing)
  const reduced = usePreferences((state) => state.reducedMotion)
  useEffect(() => {
    if (!playing) return
    const stop = reduced ? playBySteps(playback, () => workspace.getState().timeline, onTimer) : playByFrames(playback, onFrame)
    const pauseWhenHidden = () => {
      if (document.hidden) playback.getState().pause()
    }
    document.addEventListener('visibilitychange', pauseWhenHidden)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', pauseWhenHidden)
    }
  }, [playing, reduced, playback, workspace])
}
