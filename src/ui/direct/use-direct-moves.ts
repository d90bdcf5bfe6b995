import { useMemo } from 'react'
import { useStores } from '../AppStores'
import type { DirectMoves } from './direct-moves'

/** What the page can do from a direct call; the code for it is fetched when first needed. */
export function usePageMoves(compare: () => void): DirectMoves {
  const stores = useStores()
  return useMemo(() => {
    const load = () => import('./rewrite-documents')
    return {
      chain: () => void load().then(({ openChain }) => openChain(stores)),
      nameCaller: () => void load().then(({ nameCaller }) => nameCaller(stores)),
      compare,
    }
  }, [stores, compare])
}
