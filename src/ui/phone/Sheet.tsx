import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslate } from '../AppStores'

/** From the headline and the controls alone to the whole screen. */
const sizes = ['peek', 'half', 'full'] as const
export type SheetSize = (typeof sizes)[number]

/** A finger that moved less has tapped. */
const tap = 8

/** What comes up from the bottom edge. Its handle is dragged, tapped, or moved with the arrows. */
export function Sheet({ children }: { children: ReactNode }) {
  const translate = useTranslate()
  const [size, setSize] = useState<SheetSize>('half')
  const [dragged, setDragged] = useState<number>()
  const sheet = useRef<HTMLElement>(null)
  const start = useRef<{ readonly y: number; readonly height: number } | undefined>(undefined)
  const by = (step: number) => setSize(sizes[Math.max(0, Math.min(sizes.length - 1, sizes.indexOf(size) + step))] ?? 'half')
  const heightAt = (event: PointerEvent) => (start.current ? start.current.height + start.current.y - event.clientY : undefined)
  const drop = (event: PointerEvent) => {
    const height = heightAt(event)
    const moved = start.current ? Math.abs(start.current.y - event.clientY) : 0
    start.current = undefined
    setDragged(undefined)
    if (height === undefined) return
    if (moved < tap) {
      setSize(size === 'full' ? 'peek' : (sizes[sizes.indexOf(size) + 1] ?? 'half'))
      return
    }
    const whole = sheet.current?.parentElement?.clientHeight ?? innerHeight
    setSize(height < whole * 0.34 ? 'peek' : height < whole * 0.72 ? 'half' : 'full')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : event.key === 'Enter' || event.key === ' ' ? 0 : undefined
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step === 0) setSize(size === 'full' ? 'peek' : (sizes[sizes.indexOf(size) + 1] ?? 'half'))
    else by(step)
  }
  return (
    <section ref={sheet} className="sheet" data-size={size} style={dragged === undefined ? undefined : { height: dragged }}>
      <button
        type="button"
        className="grip"
        aria-label={translate('phone.sheet')}
        aria-expanded={size !== 'peek'}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = { y: event.clientY, height: sheet.current?.clientHeight ?? 0 }
        }}
        onPointerMove={(event) => {
          const height = heightAt(event)
          if (height !== undefined) setDragged(height)
        }}
        onPointerUp={drop}
        onPointerCancel={drop}
      />
      {children}
    </section>
  )
}
