import { useEffect } from 'react'
import { withoutContent } from '../../lib/fragment'
import { useStores } from '../AppStores'

/** Once the texts differ from what the address says, it stops saying so: a reload then brings back what was kept, not the old link. */
export function useTrueAddress(): void {
  const { workspace } = useStores()
  useEffect(
    () =>
      workspace.subscribe((state, before) => {
        if (state.documents === before.documents) return
        const rest = withoutContent(location.hash)
        if (`#${rest}` !== location.hash && location.hash !== '')
          history.replaceState(null, '', rest === '' ? location.pathname + location.search : `#${rest}`)
      }),
    [workspace],
  )
}
