import { useEffect, useState } from 'react'

/** How long a text stays before it is said, ms: whoever types is not talked to at every letter. */
const pause = 300

/** The text as it was when it last stayed for a while. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
