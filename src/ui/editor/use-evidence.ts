import { useEffect, useState } from 'react'
import { useStores } from '../AppStores'

export type Evidence = typeof import('./evidence')

let loading: Promise<Evidence> | undefined
let loaded: Evidence | undefined

/** The editors and what belongs to them, fetched after the first paint. Undefined until they are here; the page works without them. */
export function useEvidence(): Evidence | undefined {
  const [module, setModule] = useState(loaded)
  const { complete, workspace } = useStores()
  useEffect(() => {
    if (loaded) {
      // It may have come between this component's first render and now.
      setModule(loaded)
      return
    }
    let live = true
    const load = () => {
      loading ??= import('./evidence').then(async (found) => {
        // Monaco is the long way: what else is wanted then goes after it, not beside it.
        await complete()
        return found
      })
      loading
        .then((found) => {
          loaded = found
          if (live) setModule(found)
          // What is advised comes into the editors a moment later, and they do not wait for it.
          return workspace.getState().advise()
        })
        .catch(() => {
          // Not reachable now: the texts stay readable, and the next visit tries again.
          loading = undefined
        })
    }
    const frame = requestAnimationFrame(() => setTimeout(load))
    return () => {
      live = false
      cancelAnimationFrame(frame)
    }
  }, [complete, workspace])
  return module
}
