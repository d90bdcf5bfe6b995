import { usePreferences, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { Menu } from './Menu'

/** Every choice, as menus list them. */
export const themes = ['system', 'light', 'dark'] as const

/** Light, dark, or what the system says. The choice is remembered. */
export function ThemeMenu() {
  const translate = useTranslate()
  const theme = usePreferences((state) => state.theme)
  const setTheme = usePreferences((state) => state.setTheme)
  return (
    <Menu
      className="ib theme"
      align="right"
      label={translate('theme.name')}
      button={<Glyph name="moon" />}
      items={themes.map((id) => ({ id, current: id === theme, label: translate(`theme.${id}`), run: () => setTheme(id) }))}
    />
  )
}
