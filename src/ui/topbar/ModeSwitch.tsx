import { useTranslate } from '../AppStores'
import './mode-switch.css'

/** One request on the stage, or the same documents asked in two ways. */
export type Mode = 'one' | 'compare'

const modes: readonly Mode[] = ['one', 'compare']

export function ModeSwitch({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const translate = useTranslate()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics to two buttons.
    <div className="seg" role="group" aria-label={translate('mode.name')}>
      {modes.map((name) => (
        <button key={name} type="button" aria-pressed={mode === name} onClick={() => onMode(name)}>
          {translate(`mode.${name}`)}
        </button>
      ))}
    </div>
  )
}
