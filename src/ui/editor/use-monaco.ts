import { useEffect, useState } from 'react'

export type Monaco = typeof import('./monaco')

let loading: Promise<Monaco> | undefined
let loaded: Monaco | undefined

/** The editor's code, fetched after the first paint. Undefined until it is here; the page works without it. */
export function useMonaco(): Monaco | undefined {
  const [module, setModule] = useState(loaded)
  useEffect(() => {
    if (loaded) return
    let live = true
    const load = () => {
      loading ??= import('./monaco')
      loading.then(
        (found) => {
          loaded = found
          if (live) setModule(found)
        },
        () => {
          // Not reachable now: the texts stay readable, and the next visit to a document tries again.
          loading = undefined
        },
      )
    }
    const frame = requestAnimationFrame(() => setTimeout(load))
    return () => {
      live = false
      cancelAnimationFrame(frame)
    }
  }, [])
  return module
}
