import { useEffect } from 'react'
import { usePlayback, usePreferences, useStores } from '../AppStores'
import { editorDraws } from '../in-turn'
import { playByFrames, playBySteps, type Schedule } from './player'

/** ms that the stage may take of an ordinary frame before an editor gets a frame of its own. */
const shareOfStage = 2

/** ms that an ordinary one of the last frames took to draw the stage. A machine that needs little draws an editor beside it. */
let cost = 0

const onFrame: Schedule = (task) => {
  const handle = requestAnimationFrame((now) => {
    const start = performance.now()
    task(now)
    // What React draws for it comes in the microtask that it asked for meanwhile.
    queueMicrotask(() => {
      cost += (performance.now() - start - cost) / 16
    })
  })
  return () => cancelAnimationFrame(handle)
}

const taken = () => cost > shareOfStage && editorDraws()

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
    const stop = reduced ? playBySteps(playback, () => workspace.getState().timeline, onTimer) : playByFrames(playback, onFrame, taken)
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
