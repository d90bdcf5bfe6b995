import { useCallback, useEffect, useRef } from 'react'

/** Full screen where the browser allows it; without it, for example inside a frame, the presentation has the window. */
const enter = async (): Promise<void> => document.documentElement.requestFullscreen?.().catch(() => undefined)

const exit = () => {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
}

/**
 * Full screen for as long as the presentation lasts. The browser takes Esc for itself there, so its end is the end of the presentation,
 * unless it ends because another window opens: say so with `expectExit` before opening one.
 */
export function useFullScreen(onEnd: () => void): { readonly toggle: () => void; readonly expectExit: () => void } {
  const expected = useRef(false)
  useEffect(() => {
    let live = true
    // Granted to one who has left already: given back.
    void enter().then(() => {
      if (!live) exit()
    })
    return () => {
      live = false
      exit()
    }
  }, [])
  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement) return
      if (!expected.current) onEnd()
      expected.current = false
    }
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [onEnd])
  const expectExit = useCallback(() => {
    expected.current = document.fullscreenElement !== null
  }, [])
  const toggle = useCallback(() => {
    if (!document.fullscreenElement) void enter()
    else {
      expected.current = true
      exit()
    }
  }, [])
  return { toggle, expectExit }
}
