import { isScenarioId, type ScenarioId, scenarioGroups, scenarioIds } from '../../scenarios'
import { usePreferences, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useLayout } from '../use-viewport'
import { Brand } from './Brand'
import { Menu, type MenuItem } from './Menu'
import { type Mode, ModeSwitch } from './ModeSwitch'
import { ThemeMenu, themes } from './ThemeMenu'
import './topbar.css'

export interface TopBarProps {
  readonly onScenario: (id: ScenarioId) => void
  readonly onPrevious: () => void
  readonly onNext: () => void
  readonly onCopyLink: () => void
  readonly onSaveFile: () => void
  readonly onOpenFile: () => void
  readonly onCopyMermaid: () => void
  readonly onCopyMarkdown: () => void
  readonly onReset: () => void
  readonly onShortcuts: () => void
  readonly onLibrary: () => void
  readonly onPresent: () => void
  readonly onSaveImage: (format: 'png' | 'svg') => void
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
}

/** What a narrow bar has no room for: it stands in the last menu instead. */
function useNarrowItems({ onLibrary, onPresent }: TopBarProps): readonly MenuItem[] {
  const translate = useTranslate()
  const layout = useLayout()
  const theme = usePreferences((state) => state.theme)
  const setTheme = usePreferences((state) => state.setTheme)
  if (layout !== 'phone' && layout !== 'tablet') return []
  return [
    // Presenting is for a projector: on a phone there is no room for it.
    layout === 'phone'
      ? { id: 'library', label: translate('topbar.scenarios'), run: onLibrary }
      : { id: 'present', label: translate('topbar.present'), run: onPresent },
    ...themes
      .filter((id) => id !== theme)
      .map((id) => ({ id, label: `${translate('theme.name')}: ${translate(`theme.${id}`)}`, run: () => setTheme(id) })),
  ]
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** Which scenario, which language, and what else one can do with it. */
export function TopBar(props: TopBarProps) {
  const translate = useTranslate()
  const scenarioId = useWorkspace((state) => state.scenario?.id)
  const title = useWorkspace((state) => state.title)
  const setLanguage = usePreferences((state) => state.setLanguage)
  const index = scenarioId !== undefined && isScenarioId(scenarioId) ? scenarioIds.indexOf(scenarioId) : -1
  const name =
    index >= 0
      ? translate(`scenario.${scenarioIds[index] ?? scenarioIds[0] ?? 'clean-hand-over'}.title`)
      : (title ?? translate('topbar.own'))
  const other = translate.language === 'en' ? 'ja' : 'en'
  const narrow = useNarrowItems(props)
  const phone = useLayout() === 'phone'
  const otherMode = props.mode === 'one' ? 'compare' : 'one'
  return (
    <header className="top">
      <Brand />
      <div className="scn">
        <button type="button" className="ib" aria-label={translate('topbar.previous')} onClick={props.onPrevious}>
          <Glyph name="left" />
        </button>
        <Menu
          className="pick"
          label={`${translate('topbar.scenarios')}: ${name}`}
          button={
            <>
              <span className="no">
                {index >= 0 ? twoDigits(index + 1) : '–'}
                {index >= 0 && <span className="of">/{scenarioIds.length}</span>}
              </span>
              <span className="nm">{name}</span>
              <Glyph name="down" />
            </>
          }
          items={scenarioGroups.flatMap((group) =>
            group.scenarios.map((id) => ({
              id,
              group: translate(`library.group.${group.id}`),
              current: id === scenarioId,
              run: () => props.onScenario(id),
              label: (
                <>
                  <span className="no">{twoDigits(scenarioIds.indexOf(id) + 1)}</span>
                  {translate(`scenario.${id}.title`)}
                </>
              ),
            })),
          )}
        />
        <button type="button" className="ib" aria-label={translate('topbar.next')} onClick={props.onNext}>
          <Glyph name="right" />
        </button>
      </div>
      <span className="sp" />
      <ModeSwitch mode={props.mode} onMode={props.onMode} />
      <span className="sp" />
      <button type="button" className="tb library" onClick={props.onLibrary}>
        <Glyph name="search" />
        <span className="lbl">{translate('topbar.scenarios')}</span> <kbd>/</kbd>
      </button>
      <button id="present" type="button" className="tb present" aria-label={translate('topbar.present')} onClick={props.onPresent}>
        <Glyph name="screen" />
        <span className="lbl">{translate('topbar.present')}</span>
      </button>
      <button type="button" className="tb" lang={other} aria-label={translate('topbar.language')} onClick={() => void setLanguage(other)}>
        {phone && other === 'en' ? 'EN' : translate('topbar.language')}
      </button>
      <ThemeMenu />
      <Menu
        className="ib"
        align="right"
        label={translate('topbar.more')}
        button={<Glyph name="dots" />}
        items={[
          ...narrow,
          { id: 'mode', label: translate(`mode.${otherMode}`), run: () => props.onMode(otherMode) },
          { id: 'copy-link', label: translate('menu.copy-link'), run: props.onCopyLink },
          { id: 'save-file', label: translate('menu.save-file'), run: props.onSaveFile },
          { id: 'open-file', label: translate('menu.open-file'), run: props.onOpenFile },
          { id: 'copy-mermaid', label: translate('menu.copy-mermaid'), run: props.onCopyMermaid },
          { id: 'copy-markdown', label: translate('menu.copy-markdown'), run: props.onCopyMarkdown },
          { id: 'save-png', label: translate('menu.save-png'), run: () => props.onSaveImage('png') },
          { id: 'save-svg', label: translate('menu.save-svg'), run: () => props.onSaveImage('svg') },
          { id: 'reset', label: translate('menu.reset'), run: props.onReset },
          { id: 'shortcuts', label: translate('menu.shortcuts'), run: props.onShortcuts },
        ]}
      />
    </header>
  )
}
