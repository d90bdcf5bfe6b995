import { useLayoutEffect } from 'react'
import { shortcutOf } from '../keyboard/shortcut'
import { commandOf, type PresentCommand } from './present-command'

const isIn = (target: EventTarget | null, selector: string): boolean => target instanceof Element && target.closest(selector) !== null

/** The keys of a presentation, before any that the page has outside of it. */
export function usePresentKeys(run: (command: PresentCommand) => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Space presses a button that has the focus; arrows move between the stations once Tab has led there.
      if (event.key === ' ' && isIn(event.target, 'button')) return
      if (/^(Arrow|Home|End)/.test(event.key) && isIn(event.target, '.stage ol')) return
      const command = commandOf(event)
      // The library and the page's other keys are not at hand before a room.
      if (!command && !shortcutOf(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (command) run(command)
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [run])
}
