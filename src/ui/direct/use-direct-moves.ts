import { useMemo } from 'react'
import { useStores } from '../AppStores'
import { useEvidence } from '../editor/use-evidence'
import type { DirectMoves } from './direct-moves'

/** What the page can do from a direct call. */
export function usePageMoves(compare: () => void): DirectMoves {
  const stores = useStores()
  const evidence = useEvidence()
  return useMemo(
    () => ({ chain: () => evidence?.openChain(stores), nameCaller: () => evidence?.nameCaller(stores), compare }),
    [stores, evidence, compare],
  )
}
