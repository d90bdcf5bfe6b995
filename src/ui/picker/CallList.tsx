import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useLayout } from '../use-viewport'
import { CallRow } from './CallRow'
import { columnMeasures, inSight, layoutList, type PlacedGroup, phoneMeasures, scrollTo } from './list-layout'
import { Marked } from './Marked'
import type { CallGroup } from './search-calls'

function Heading({ group }: { group: CallGroup }) {
  const translate = useTranslate()
  const [first] = group.found
  if (group.service === undefined || !first)
    return (
      <div className="svh rule" aria-hidden="true">
        <span>{translate('picker.by-name')}</span>
        <small>{translate('picker.by-name.note')}</small>
      </div>
    )
  const found = group.found.length
  return (
    <div className="svh" aria-hidden="true">
      <Glyph name="service" />
      <span>
        <Marked text={group.service} marks={first.marks.service} />
      </span>
      <small>
        {found < group.total
          ? translate('picker.some', { found, total: group.total })
          : group.total === 1
            ? translate('picker.one')
            : translate('picker.all', { total: group.total })}
      </small>
    </div>
  )
}

interface CallListProps {
  readonly id: string
  readonly groups: readonly CallGroup[]
  readonly chosen: string | undefined
  readonly onChoose: (action: string) => void
  readonly onBuild: (action: string) => void
}

/** The calls by service. Only what is in sight is drawn: there are hundreds, and typing must not wait for them. */
export function CallList({ id, groups, chosen, onChoose, onBuild }: CallListProps) {
  const translate = useTranslate()
  const measures = useLayout() === 'phone' ? phoneMeasures : columnMeasures
  const layout = useMemo(() => layoutList(groups, measures), [groups, measures])
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ from: 0, height: 800 })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setView({ from: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])
  // Before it is painted: what has the keys' mark is always drawn and in sight.
  useLayoutEffect(() => {
    const element = box.current
    if (!element || chosen === undefined) return
    const to = scrollTo(layout, chosen, element.scrollTop, element.clientHeight, measures.row)
    if (to !== element.scrollTop) element.scrollTop = to
    setView({ from: to, height: element.clientHeight })
  }, [layout, chosen, measures])
  const drawn = inSight(layout, view.from, view.height, measures.row)
  const group = (placed: PlacedGroup) => (
    // biome-ignore lint/a11y/useSemanticElements: options in a listbox are grouped by role.
    <div
      key={placed.group.service ?? ''}
      role="group"
      aria-label={placed.group.service ?? translate('picker.by-name')}
      className="grp"
      style={{ top: placed.top, height: placed.height }}
    >
      <Heading group={placed.group} />
      {placed.rows.map(({ found, top, position }) => (
        <CallRow
          key={found.entry.action}
          id={`${id}-${found.entry.action}`}
          found={found}
          top={top}
          position={position}
          count={layout.count}
          selected={found.entry.action === chosen}
          onChoose={onChoose}
          onBuild={onBuild}
        />
      ))}
    </div>
  )
  return (
    <div className="calls" ref={box}>
      <div role="listbox" id={id} aria-label={translate('picker.title')} style={{ height: layout.height }}>
        {drawn.map(group)}
      </div>
    </div>
  )
}
