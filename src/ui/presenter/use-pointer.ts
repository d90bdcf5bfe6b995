import { useEffect, useState } from 'react'
import { createPointerHider } from './pointer-hider'

const after = (task: () => void, delay: number) => {
  const handle = setTimeout(task, delay)
  return () => clearTimeout(handle)
}

/** Whether the pointer is to be seen: it hides while it stands still. */
export function usePointer(): boolean {
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const hider = createPointerHider(setShown, after)
    addEventListener('pointermove', hider.moved)
    addEventListener('pointerdown', hider.moved)
    return () => {
      hider.stop()
      removeEventListener('pointermove', hider.moved)
      removeEventListener('pointerdown', hider.moved)
    }
  }, [])
  return shown
}
