import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { fullCatalogue } from '../../catalog'
import { useStores, useTranslate } from '../AppStores'
import { fetchActions } from '../editor/action-source'
import { Glyph } from '../icons/Glyph'
import { CallFacts } from './CallFacts'
import { CallList } from './CallList'
import { type CallEntry, callEntries, isByName } from './call-entry'
import { requestFor, sceneOf } from './into-request'
import { callAfterKey, searchCalls, type TriedFilter, type TriedWords, triedFilters } from './search-calls'
import { useSettled } from './use-settled'
import '../library/library.css'
import './picker.css'

/** Every call, once the messages and the services' names are here; before that nothing. */
function useEntries(): readonly CallEntry[] {
  const { complete } = useStores()
  const [entries, setEntries] = useState<readonly CallEntry[]>([])
  useEffect(() => {
    let live = true
    const read = async () => {
      const [{ names }] = await Promise.all([fetchActions(['']), complete()])
      if (live) setEntries(callEntries(fullCatalogue, names))
    }
    void read()
    return () => {
      live = false
    }
  }, [complete])
  return entries
}

function useTriedWords(): TriedWords {
  const translate = useTranslate()
  return useMemo(
    () => ({
      call: translate('picker.tried.call'),
      later: translate('picker.tried.later'),
      launch: translate('picker.tried.launch'),
      both: translate('picker.tried.both'),
      'not-known': translate('picker.tried.not-known'),
    }),
    [translate],
  )
}

const nameOf = (entry: CallEntry): string => `${entry.shortName}: ${entry.operation}`

/** What can be done with a call: a scene of its own, or its request among the documents that are there. */
function useCommands() {
  const { workspace, notices, complete } = useStores()
  return useMemo(
    () => ({
      build: async (entry: CallEntry) => {
        await complete()
        const before = workspace.getState()
        before.openDocuments({ ...sceneOf(entry) }, nameOf(entry))
        const undo = { label: 'notice.undo', run: () => workspace.getState().bringBack(before) } as const
        notices.getState().notify('info', 'notice.scene-built', { name: nameOf(entry) }, undo)
      },
      into: async (entry: CallEntry) => {
        await complete()
        const { edit, timeline } = workspace.getState()
        edit('request', requestFor(entry, timeline.trace?.situation))
        workspace.setState({ revision: workspace.getState().revision + 1 })
        notices.getState().notify('info', 'notice.into-request', { name: nameOf(entry) })
      },
    }),
    [workspace, notices, complete],
  )
}

const filterGlyphs = { any: undefined, call: 'now', later: 'clock' } as const

/** Every service and call that takes a role, searched by call, role parameter, principal, time and service. */
export function PickerDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const entries = useEntries()
  const tried = useTriedWords()
  const commands = useCommands()
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<TriedFilter>('any')
  const [chosen, setChosen] = useState<string>()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const asked = useDeferredValue(query)
  const groups = useMemo(() => searchCalls(entries, asked, filter, tried), [entries, asked, filter, tried])
  const rows = useMemo(() => groups.flatMap(({ found }) => found.map(({ entry }) => entry)), [groups])
  const current = rows.find(({ action }) => action === chosen) ?? rows[0]
  const services = useMemo(() => new Set(entries.filter((entry) => !isByName(entry)).map(({ service }) => service)).size, [entries])
  const count = translate('picker.found', { found: rows.length, total: entries.length, services })
  const said = useSettled(entries.length > 0 ? count : '')
  const nothing =
    entries.length > 0 && rows.length === 0
      ? query.trim() === ''
        ? translate('picker.none-any')
        : translate('picker.none', { query: query.trim() })
      : undefined
  const finish = useCallback((run: (entry: CallEntry) => Promise<void>, entry: CallEntry | undefined) => {
    if (!entry) return
    dialog.current?.close()
    void run(entry)
  }, [])
  const build = useCallback(
    (action: string) =>
      finish(
        commands.build,
        entries.find((entry) => entry.action === action),
      ),
    [finish, commands, entries],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      finish(event.shiftKey ? commands.into : commands.build, current)
    } else if (event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault()
      setFilter(triedFilters[(triedFilters.indexOf(filter) + 1) % triedFilters.length] ?? 'any')
    } else {
      const next = callAfterKey(event.key, groups, current?.action)
      if (next === undefined) return
      event.preventDefault()
      setChosen(next)
    }
  }
  const onQuery = (text: string) => {
    setQuery(text)
    // What fits best is meant, not what was looked at before.
    setChosen(undefined)
  }
  return (
    <dialog ref={dialog} className="lib picker n" aria-label={translate('picker.title')} onClose={onClose}>
      <div className="sr-in">
        <Glyph name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          {...(current ? { 'aria-activedescendant': `${listId}-${current.action}` } : {})}
          aria-label={translate('picker.search')}
          placeholder={translate('picker.search')}
          value={query}
          spellCheck={false}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics to a row of switches. */}
        <div className="seg" role="group" aria-label={translate('picker.filter')}>
          {triedFilters.map((name) => {
            const glyph = filterGlyphs[name]
            return (
              <button key={name} type="button" aria-pressed={name === filter} onClick={() => setFilter(name)}>
                {glyph && <Glyph name={glyph} />}
                {translate(`picker.filter.${name}`)}
              </button>
            )
          })}
        </div>
        <button type="button" className="esc" aria-label={translate('dialog.close')} onClick={() => dialog.current?.close()}>
          <kbd>Esc</kbd>
          <Glyph name="close" />
        </button>
      </div>
      <div className="bd">
        <div className="side">
          <div className="op hd3" aria-hidden="true">
            <span>{translate('picker.column.call')}</span>
            <span>{translate('picker.column.where')}</span>
            <span>{translate('picker.column.who')}</span>
            <span>{translate('picker.column.when')}</span>
          </div>
          <CallList id={listId} groups={groups} chosen={current?.action} onChoose={setChosen} onBuild={build} />
          {nothing !== undefined && <p className="none">{nothing}</p>}
        </div>
        {current && (
          <div className="pv">
            <CallFacts entry={current} />
            <div className="acts">
              <button type="button" className="btn solid" onClick={() => finish(commands.build, current)}>
                {translate('picker.build')} <kbd>↵</kbd>
              </button>
              <button type="button" className="btn" onClick={() => finish(commands.into, current)}>
                {translate('picker.into')}
              </button>
            </div>
          </div>
        )}
      </div>
      <div className="ft">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {translate('picker.keys.choose')}
        </span>
        <span>
          <kbd>PgUp</kbd>
          <kbd>PgDn</kbd> {translate('picker.keys.services')}
        </span>
        <span>
          <kbd>↵</kbd> {translate('picker.keys.build')}
        </span>
        <span>
          <kbd>⇧↵</kbd> {translate('picker.keys.into')}
        </span>
        <span>
          <kbd>Tab</kbd> {translate('picker.keys.filter')}
        </span>
        <span className="sp" />
        <span className="count" aria-hidden="true">
          {entries.length > 0 && count}
        </span>
      </div>
      <span className="sr" role="status">
        {nothing ?? said}
      </span>
      {current && (
        <div className="bar3">
          <div>
            <b>{current.operation}</b>
            <span>{translate(isByName(current) ? 'picker.generic' : `picker.tried.${current.tried}`)}</span>
          </div>
          <button type="button" className="btn" onClick={() => finish(commands.into, current)}>
            {translate('picker.into')}
          </button>
          <button type="button" className="btn solid" onClick={() => finish(commands.build, current)}>
            {translate('picker.build-short')}
          </button>
        </div>
      )}
    </dialog>
  )
}
