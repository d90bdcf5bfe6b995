import { useEffect } from 'react'
import { useStores } from './AppStores'

/** Follows what the system says of motion, for as long as the page is open. */
export function useReducedMotion(): void {
  const { preferences } = useStores()
  useEffect(() => {
    const system = matchMedia('(prefers-reduced-motion: reduce)')
    const follow = () => {
      if (preferences.getState().reducedMotion !== system.matches) preferences.getState().setReducedMotion(system.matches)
    }
    follow()
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [preferences])
}
