import { useEffect, useState } from 'react'
import { useStores } from '../AppStores'

export type Evidence = typeof import('./evidence')

let loading: Promise<Evidence> | undefined
let loaded: Evidence | undefined

/** The editors and what belongs to them, fetched after the first paint. Undefined until they are here; the page works without them. */
export function useEvidence(): Evidence | undefined {
  const [module, setModule] = useState(loaded)
  const { complete } = useStores()
  useEffect(() => {
    if (loaded) return
    let live = true
    const load = () => {
      loading ??= import('./evidence').then(async (found) => {
        // Monaco is the long way: what else is wanted then goes after it, not beside it.
        await complete()
        return found
      })
      loading.then(
        (found) => {
          loaded = found
          if (live) setModule(found)
        },
        () => {
          // Not reachable now: the texts stay readable, and the next visit tries again.
          loading = undefined
        },
      )
    }
    const frame = requestAnimationFrame(() => setTimeout(load))
    return () => {
      live = false
      cancelAnimationFrame(frame)
    }
  }, [complete])
  return module
}
