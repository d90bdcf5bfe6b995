import { useEffect } from 'react'
import { useStores } from '../AppStores'

export interface ShortcutCommands {
  readonly previousScenario: () => void
  readonly nextScenario: () => void
  readonly toggleHelp: () => void
}

/** True where a key is text or already has a meaning: editors, inputs, open menus and dialogs. */
function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor, [role=menu], [role=listbox], dialog') !== null
  )
}

/** The page's single keys. None of them works inside an editor or an input. */
export function useShortcuts(commands: ShortcutCommands): void {
  const { playback } = useStores()
  const { previousScenario, nextScenario, toggleHelp } = commands
  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      ' ': () => playback.getState().toggle(),
      ArrowRight: () => playback.getState().stepForward(),
      ArrowLeft: () => playback.getState().stepBack(),
      Home: () => playback.getState().toStart(),
      End: () => playback.getState().toEnd(),
      '[': previousScenario,
      ']': nextScenario,
      '?': toggleHelp,
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return
      const onButton = event.target instanceof Element && event.target.closest('button, a, summary') !== null
      if (event.key === ' ' && onButton) return
      const { seek, t, toStation } = playback.getState()
      const second = event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      const station = /^[1-5]$/.test(event.key) ? (Number(event.key) as 1 | 2 | 3 | 4 | 5) : undefined
      const command = second
        ? () => seek(t + (event.key === 'ArrowRight' ? 1000 : -1000))
        : station
          ? () => toStation(station)
          : keys[event.key]
      if (!command) return
      event.preventDefault()
      command()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [playback, previousScenario, nextScenario, toggleHelp])
}
