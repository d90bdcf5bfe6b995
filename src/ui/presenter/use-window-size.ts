import { useEffect, useState } from 'react'

const read = () => ({ width: innerWidth, height: innerHeight })

/** The window's inner size in px. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState(read)
  useEffect(() => {
    const onResize = () => setSize(read())
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  return size
}
