import { useEffect, useRef, useState } from 'react'
import { useStores } from '../AppStores'

/** Quiet time after the last change before something is said: nothing is read out while scrubbing or typing. */
const quiet = 400

/** The page's one polite live region: what the narration says, once per step and verdict. */
export function LiveRegion({ text }: { text: string }) {
  const { playback } = useStores()
  const [said, setSaid] = useState('')
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (playback.getState().playing) {
      setSaid(text)
      return
    }
    const timer = setTimeout(() => setSaid(text), quiet)
    return () => clearTimeout(timer)
  }, [text, playback])
  return (
    <div className="sr" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  )
}
