import { useEffect, useRef, useState } from 'react'
import { useStores, useWorkspace } from '../AppStores'

/** Quiet time in ms after the last change, or the release of the slider, before something is said. */
const quiet = 400
/** How long a text has to stay unreadable, in ms, before that is said: whoever types passes through such states. */
const quietWhileUnreadable = 2000

/** Calls back once nothing drags the slider: at once, or when it is let go. Returns what calls it off. */
function whenReleased(held: boolean, task: () => void): () => void {
  if (!held) {
    task()
    return () => {}
  }
  addEventListener('pointerup', task, { once: true })
  addEventListener('pointercancel', task, { once: true })
  return () => {
    removeEventListener('pointerup', task)
    removeEventListener('pointercancel', task)
  }
}

/** True while a pointer drags the slider; asked for when something is to be said, so nothing renders for it. */
function useHeldSlider(): () => boolean {
  const held = useRef(false)
  useEffect(() => {
    const onDown = ({ target }: PointerEvent) => {
      held.current = target instanceof Element && target.closest('[role=slider]') !== null
    }
    const onUp = () => {
      held.current = false
    }
    // Before the slider hears of it: it moves the playhead at once.
    addEventListener('pointerdown', onDown, true)
    addEventListener('pointerup', onUp, true)
    addEventListener('pointercancel', onUp, true)
    return () => {
      removeEventListener('pointerdown', onDown, true)
      removeEventListener('pointerup', onUp, true)
      removeEventListener('pointercancel', onUp, true)
    }
  }, [])
  const [isHeld] = useState(() => () => held.current)
  return isHeld
}

/** The page's one polite live region: what the narration says, once per step and verdict; nothing while somebody scrubs or types. */
export function LiveRegion({ text }: { text: string }) {
  const { playback } = useStores()
  const unreadable = useWorkspace((state) => state.playable.kind === 'invalid')
  const isHeld = useHeldSlider()
  const [said, setSaid] = useState('')
  // It comes after the first paint: who has moved on by then hears where they are.
  const first = useRef(!playback.getState().started)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (playback.getState().playing) {
      setSaid(text)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopWaiting = whenReleased(isHeld(), () => {
      timer = setTimeout(() => setSaid(text), unreadable ? quietWhileUnreadable : quiet)
    })
    return () => {
      stopWaiting()
      clearTimeout(timer)
    }
  }, [text, unreadable, playback, isHeld])
  return (
    <div className="sr" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  )
}
