import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { loadScenario, type ScenarioId, scenarioGroups, scenarioIds } from '../../scenarios'
import { looksLikeError } from '../../simulate'
import { useProgress, useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { type LibraryEntry, libraryEntry } from './library-entry'
import { Preview } from './Preview'
import { RouteGlyph } from './RouteGlyph'
import { searchLibrary } from './search-library'
import { type Command, type CommandSources, useCommands } from './use-commands'
import './library.css'

interface LibraryDialogProps {
  readonly sources: CommandSources
  /** `asChallenge`: to solve it, where the run has stopped. */
  readonly onOpen: (id: ScenarioId, asChallenge?: boolean) => void
  readonly onClose: () => void
}

/** Every scenario read into its row; again when the language changes. */
function useEntries(): readonly LibraryEntry[] {
  const translate = useTranslate()
  const { preferences } = useStores()
  const [entries, setEntries] = useState<readonly LibraryEntry[]>([])
  useEffect(() => {
    let live = true
    const read = async () => {
      await preferences.getState().completeMessages()
      const inGroups = scenarioGroups.flatMap((group) => group.scenarios)
      const found = await Promise.all(
        inGroups.map(async (id) => libraryEntry(id, scenarioIds.indexOf(id) + 1, await loadScenario(id), translate)),
      )
      if (live) setEntries(found)
    }
    void read()
    return () => {
      live = false
    }
  }, [preferences, translate])
  return entries
}

/** The lesson was solved with least privilege. */
function Least() {
  const translate = useTranslate()
  return (
    <span className="least" title={translate('library.least')}>
      <Glyph name="check" />
      <span className="sr">{translate('library.least')}</span>
    </span>
  )
}

type Row = { readonly kind: 'scenario'; readonly entry: LibraryEntry } | { readonly kind: 'command'; readonly command: Command }

const twoDigits = (number: number) => String(number).padStart(2, '0')
const idOf = (row: Row) => (row.kind === 'scenario' ? row.entry.id : row.command.id)

/** The scenario library and the command palette: one list, searched by title, service, term or a pasted error; `>` lists commands. */
export function LibraryDialog({ sources, onOpen, onClose }: LibraryDialogProps) {
  const translate = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const progress = useProgress((state) => state.scenarios)
  const { workspace } = useStores()
  const entries = useEntries()
  const commands = useCommands(sources)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string | undefined>(workspace.getState().scenario?.id)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const isCommand = query.trimStart().startsWith('>')
  const rows = useMemo<readonly Row[]>(() => {
    if (!isCommand) return searchLibrary(entries, query).map((entry) => ({ kind: 'scenario', entry }))
    const searched = commands.map((command) => ({ command, haystack: `${command.id} ${command.label}`.toLowerCase() }))
    return searchLibrary(searched, query.trimStart().slice(1)).map(({ command }) => ({ kind: 'command', command }))
  }, [entries, commands, query, isCommand])
  const current = rows.find((row) => idOf(row) === chosen) ?? rows[0]
  const currentId = current && idOf(current)
  useEffect(() => {
    const option = currentId === undefined ? undefined : document.getElementById(`${listId}-${currentId}`)
    option?.scrollIntoView({ block: 'nearest' })
  }, [currentId, listId])
  const activate = (row: Row | undefined, asChallenge = false) => {
    if (!row) return
    dialog.current?.close()
    if (row.kind === 'scenario') onOpen(row.entry.id, asChallenge)
    else row.command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const at = current ? rows.indexOf(current) : -1
    const to = (index: number) => {
      event.preventDefault()
      const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
      if (row) setChosen(idOf(row))
    }
    if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'PageDown') to(at + 8)
    else if (event.key === 'PageUp') to(at - 8)
    else if (event.key === 'Enter') {
      event.preventDefault()
      activate(current)
    }
  }
  // A whole message is more than a search: it is read.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!looksLikeError(text)) return
    event.preventDefault()
    dialog.current?.close()
    sources.pasteError(text)
  }
  const option = (row: Row) => {
    const id = idOf(row)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys, as a combobox does.
      <div
        key={id}
        id={`${listId}-${id}`}
        role="option"
        tabIndex={-1}
        aria-selected={id === currentId}
        className={`it${id === currentId ? ' sel' : ''}`}
        onPointerMove={() => setChosen(id)}
        onClick={() => activate(row)}
      >
        {row.kind === 'scenario' ? (
          <>
            <span className="no">{twoDigits(row.entry.number)}</span>
            <span className="nm">{row.entry.title}</span>
            <RouteGlyph played={progress[id]?.played} />
            {progress[id]?.least && <Least />}
          </>
        ) : (
          <>
            <span className="no">&gt;</span>
            <span className="nm">{row.command.label}</span>
            {row.command.keys && <kbd>{row.command.keys}</kbd>}
          </>
        )}
      </div>
    )
  }
  const grouped = !isCommand && query.trim() === ''
  const done = scenarioIds.filter((id) => progress[id]?.played !== undefined).length
  return (
    <dialog ref={dialog} className="lib n" aria-label={translate('library.title')} onClose={onClose}>
      <div className="sr-in">
        <Glyph name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          {...(currentId === undefined ? {} : { 'aria-activedescendant': `${listId}-${currentId}` })}
          aria-label={translate('library.search')}
          placeholder={translate('library.search')}
          value={query}
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="esc" aria-label={translate('dialog.close')} onClick={() => dialog.current?.close()}>
          <kbd>Esc</kbd>
        </button>
      </div>
      <div className="bd">
        <div className="ls" role="listbox" id={listId} aria-label={translate(isCommand ? 'library.commands' : 'library.title')}>
          {grouped
            ? scenarioGroups.map((group) => (
                // biome-ignore lint/a11y/useSemanticElements: options in a listbox are grouped by role.
                <div key={group.id} role="group" aria-label={translate(`library.group.${group.id}`)}>
                  <div className="gh" aria-hidden="true">
                    {translate(`library.group.${group.id}`)}
                  </div>
                  {rows.filter((row) => row.kind === 'scenario' && row.entry.group === group.id).map(option)}
                </div>
              ))
            : rows.map(option)}
        </div>
        {current?.kind === 'scenario' && (
          <Preview entry={current.entry} onOpen={() => activate(current)} onChallenge={() => activate(current, true)} />
        )}
        {rows.length === 0 && entries.length > 0 && <p className="none">{translate('library.none')}</p>}
      </div>
      <div className="ft">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {translate('library.choose')}
        </span>
        <span>
          <kbd>↵</kbd> {translate('library.opens')}
        </span>
        <span>
          <kbd>&gt;</kbd> {translate('library.commands')}
        </span>
        <span className="sp" />
        <span role="status">
          {query === ''
            ? translate('library.progress', { done, count: scenarioIds.length })
            : translate('library.found', { count: rows.length })}
        </span>
      </div>
    </dialog>
  )
}
