import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type ColumnShares, usualShares } from '../../state'
import { usePreferences, useTranslate } from '../AppStores'
import { type Columns, firstOfShare, limitedShares, padding, shareLimits } from '../stage/plan'
import './columns.css'

const step = 0.01

interface SplitterProps {
  readonly which: keyof ColumnShares
  readonly columns: Columns
  readonly width: number
}

/** What is between two columns: dragged, or moved with the arrows; Home and End go to the limits, Enter and a double click back. */
function Splitter({ which, columns, width }: SplitterProps) {
  const translate = useTranslate()
  const shares = usePreferences((state) => state.columns)
  const setColumns = usePreferences((state) => state.setColumns)
  const box = useRef<HTMLHRElement>(null)
  const set = (value: number) => setColumns(limitedShares({ ...shares, [which]: value }))
  const [least, most] = shareLimits[which]
  const start = which === 'first' ? padding : columns.column2X
  const whole = which === 'first' ? width * firstOfShare(width) : columns.column2Width + columns.column3Width
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: shares[which] - step,
      ArrowRight: shares[which] + step,
      Home: least,
      End: most,
      Enter: usualShares[which],
    }
    const value = to[event.key]
    if (value === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    set(value)
  }
  const drag = (event: PointerEvent) => {
    const left = box.current?.parentElement?.getBoundingClientRect().left
    if (left !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) set((event.clientX - left - start - 8) / whole)
  }
  return (
    <hr
      ref={box}
      className="splitter"
      aria-orientation="vertical"
      aria-label={translate(`columns.${which}`)}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      aria-valuenow={Math.round(shares[which] * 100)}
      tabIndex={0}
      style={{ left: (which === 'first' ? columns.column2X : columns.column3X) - padding }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onDoubleClick={() => set(usualShares[which])}
    />
  )
}

/** The two places where the columns can be moved. The stage above follows. */
export function ColumnSplitters({ columns, width }: Omit<SplitterProps, 'which'>) {
  return (
    <>
      <Splitter which="first" columns={columns} width={width} />
      <Splitter which="second" columns={columns} width={width} />
    </>
  )
}
