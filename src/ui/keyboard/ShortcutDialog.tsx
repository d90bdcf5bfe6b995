import { useEffect, useRef } from 'react'
import type { MessageKey } from '../../i18n'
import { usePreferences, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import './shortcut-dialog.css'

const rows: readonly (readonly [readonly string[], MessageKey])[] = [
  [['Space'], 'shortcuts.play'],
  [['←', '→'], 'shortcuts.step'],
  [['Shift ←', 'Shift →'], 'shortcuts.second'],
  [['Home', 'End'], 'shortcuts.ends'],
  [['1', '…', '5'], 'shortcuts.station'],
  [['[', ']'], 'shortcuts.scenario'],
  [['/'], 'shortcuts.library'],
  [['Esc'], 'shortcuts.leave'],
  [['?'], 'shortcuts.help'],
]

/** What else inside an editor. */
const editing: typeof rows = [
  [['Ctrl Space'], 'shortcuts.complete'],
  [['Ctrl K', 'Ctrl I'], 'shortcuts.hover'],
  [['Ctrl .'], 'shortcuts.mend'],
  [['F8'], 'problems.next'],
  [['F7'], 'shortcuts.next-change'],
  [['Enter', 'Esc'], 'shortcuts.accept'],
  [['Shift Alt F'], 'editor.format'],
  [['Ctrl M'], 'shortcuts.tab'],
]

/** What else, and what instead, while presenting. */
const presenting: readonly (readonly [readonly string[], MessageKey])[] = [
  [['PageDown', 'PageUp'], 'shortcuts.clicker'],
  [['B', '.'], 'presenter.blank'],
  [['N'], 'presenter.trainer'],
  [['F'], 'presenter.full-screen'],
  [['Esc'], 'presenter.leave'],
]

function Rows({ of }: { of: typeof rows }) {
  const translate = useTranslate()
  return (
    <dl>
      {of.map(([keys, label]) => (
        <div key={label}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{translate(label)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The list of keys, as a modal dialog. */
export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const singleKeys = usePreferences((state) => state.singleKeys)
  const setSingleKeys = usePreferences((state) => state.setSingleKeys)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="keys" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{translate('shortcuts.title')}</h2>
        <button type="button" className="ib" aria-label={translate('dialog.close')} onClick={onClose}>
          <Glyph name="close" />
        </button>
      </header>
      <div className="lists">
        <Rows of={rows} />
        <section>
          <h3>{translate('shortcuts.editing')}</h3>
          <Rows of={editing} />
        </section>
        <section>
          <h3>{translate('shortcuts.presenting')}</h3>
          <Rows of={presenting} />
        </section>
      </div>
      <label className="single">
        <input type="checkbox" checked={singleKeys} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>
          {translate('shortcuts.single')}
          <small>{translate('shortcuts.single-why')}</small>
        </span>
      </label>
    </dialog>
  )
}
