import { memo } from 'react'
import { useTranslate } from '../AppStores'
import { isByName } from './call-entry'
import { Marked } from './Marked'
import type { FoundEntry } from './search-calls'
import { Tried } from './Tried'

interface CallRowProps {
  readonly id: string
  readonly found: FoundEntry
  readonly top: number
  readonly position: number
  readonly count: number
  readonly selected: boolean
  readonly onChoose: (action: string) => void
  readonly onBuild: (action: string) => void
}

/** One call: its name, where the role goes in, who takes it, when trust is tried. */
export const CallRow = memo(function CallRow({ id, found, top, position, count, selected, onChoose, onBuild }: CallRowProps) {
  const translate = useTranslate()
  const { entry, marks } = found
  const byName = isByName(entry)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys, as a combobox does.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={count}
      className={`op${selected ? ' sel' : ''}${byName ? ' gen' : ''}`}
      style={{ top }}
      // The focus stays in the search field, which has the keys.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry.action)}
      onDoubleClick={() => onBuild(entry.action)}
    >
      <code className="cl" title={entry.action}>
        <Marked text={entry.operation} marks={marks.call} />
      </code>
      {byName ? (
        <>
          <span className="par">
            <Marked text={entry.service} marks={marks.service} />
          </span>
          <span className="pr">{translate('picker.asks')}</span>
          <span className="wh">{translate('picker.generic')}</span>
        </>
      ) : (
        <>
          <code className="par" title={entry.where}>
            <Marked text={entry.where} marks={marks.where} />
          </code>
          <span className="pr" title={entry.who}>
            <Marked text={entry.who} marks={marks.who} />
          </span>
          <Tried tried={entry.tried} marks={marks.when} />
        </>
      )}
    </div>
  )
})
