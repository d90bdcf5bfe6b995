import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import './menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: ReactNode
  /** The heading it stands under; entries of one group follow each other. */
  readonly group?: string
  readonly current?: boolean
  /** Listed, but not to be chosen now. */
  readonly disabled?: boolean
  /** What its first letter is taken from, when the label is more than a text. */
  readonly text?: string
  readonly run: () => void
}

interface MenuProps {
  readonly button: ReactNode
  readonly label: string | undefined
  readonly className: string
  readonly items: readonly MenuItem[]
  readonly align?: 'left' | 'right'
}

/** A button that opens a list of commands. Arrows, Home, End, first letters, Enter, Esc. */
export function Menu({ button, label, className, items, align = 'left' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  const entries = () => [...(root.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? [])]
  const close = (focus: boolean) => {
    setOpen(false)
    if (focus) opener.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const all = [...(root.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? [])]
    const start = all.find((entry) => entry.getAttribute('aria-checked') === 'true') ?? all[0]
    start?.focus()
    const onPointerDown = (event: globalThis.PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    addEventListener('pointerdown', onPointerDown)
    return () => removeEventListener('pointerdown', onPointerDown)
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const to = (index: number) => {
      event.preventDefault()
      all[(index + all.length) % all.length]?.focus()
    }
    if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(all.length - 1)
    else if (event.key === 'Escape') {
      event.preventDefault()
      close(true)
    } else if (event.key === 'Tab') setOpen(false)
    else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLowerCase()
      const found = [...all.slice(at + 1), ...all].find((entry) => entry.dataset.text?.toLowerCase().startsWith(letter))
      if (found) {
        event.preventDefault()
        found.focus()
      }
    }
  }
  const isChoice = items.some((item) => item.current !== undefined)
  const groups = [...new Set(items.flatMap((item) => item.group ?? []))]
  const entry = (item: MenuItem) => (
    <button
      key={item.id}
      type="button"
      aria-disabled={item.disabled}
      tabIndex={-1}
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      {...(isChoice ? { 'aria-checked': item.current === true } : {})}
      className="mi"
      data-text={item.text ?? (typeof item.label === 'string' ? item.label : item.id)}
      onClick={() => {
        if (item.disabled) return
        close(true)
        item.run()
      }}
    >
      {item.label}
    </button>
  )
  return (
    <div className="menu-root" ref={root}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault()
            setOpen(true)
          }
        }}
      >
        {button}
      </button>
      {open && (
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          className={`menu ${align}${groups.length > 1 ? ' grouped' : ''}`}
          onKeyDown={onKeyDown}
          {...(label === undefined ? {} : { 'aria-label': label })}
        >
          {groups.length > 1
            ? groups.map((group) => (
                <fieldset key={group}>
                  <legend>{group}</legend>
                  {items.filter((item) => item.group === group).map(entry)}
                </fieldset>
              ))
            : items.map(entry)}
        </div>
      )}
    </div>
  )
}
