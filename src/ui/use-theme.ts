import { useEffect } from 'react'
import { usePreferences } from './AppStores'

/** Sets `data-theme` from the preference, and follows the system for as long as nothing else was chosen. */
export function useTheme(): void {
  const theme = usePreferences((state) => state.theme)
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const show = () => {
      document.documentElement.dataset.theme = theme === 'dark' || (theme === 'system' && system.matches) ? 'dark' : 'light'
    }
    show()
    if (theme !== 'system') return
    system.addEventListener('change', show)
    return () => system.removeEventListener('change', show)
  }, [theme])
}
