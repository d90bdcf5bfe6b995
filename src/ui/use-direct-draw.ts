import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useStores } from './AppStores'

/**
 * Draws what changes with every frame straight into its element, so that React has nothing to do for an ordinary frame: it renders the
 * rest, when that changes. `draw` also runs after every render.
 */
export function useDirectDraw<E extends Element>(draw: (element: E, t: number) => void): RefObject<E | null> {
  const { playback } = useStores()
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const show = () => {
      if (ref.current) draw(ref.current, playback.getState().t)
    }
    show()
    return playback.subscribe(show)
  })
  return ref
}
