import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Draws what changes with every frame straight into its element, so that React has nothing to do for an ordinary frame: it renders the
 * rest, when that changes. `draw` also runs after every render; it and `subscribe` have to stay the same for as long as their inputs do.
 */
export function useDirectDraw<E extends Element>(
  subscribe: (onChange: () => void) => () => void,
  draw: (element: E) => void,
): RefObject<E | null> {
  const ref = useRef<E>(null)
  const show = useRef(() => {})
  show.current = () => {
    if (ref.current) draw(ref.current)
  }
  useLayoutEffect(() => show.current())
  useLayoutEffect(() => subscribe(() => show.current()), [subscribe])
  return ref
}
