import { useLayoutEffect } from 'react'
import { assertNever } from '../../lib/assert-never'
import type { PlaybackState } from '../../state'
import { useStores } from '../AppStores'
import { type Shortcut, shortcutOf, typesCharacter } from './shortcut'

export interface ShortcutCommands {
  readonly previousScenario: () => void
  readonly nextScenario: () => void
  readonly openLibrary: () => void
  readonly toggleHelp: () => void
}

/** True where a key is text or already has a meaning: editors, inputs, open menus and dialogs. */
function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor, [role=menu], [role=listbox], dialog') !== null
  )
}

/** Space presses whatever has the focus, if it can be pressed. */
const isPressed = (event: KeyboardEvent): boolean =>
  event.key === ' ' && event.target instanceof Element && event.target.closest('button, a, summary, [role=tab]') !== null

const leadsElsewhere = ({ kind }: Shortcut): boolean => kind === 'previous-scenario' || kind === 'next-scenario' || kind === 'library'

function run(shortcut: Shortcut, playback: PlaybackState, commands: ShortcutCommands): void {
  switch (shortcut.kind) {
    case 'toggle':
      playback.toggle()
      break
    case 'step-forward':
      playback.stepForward()
      break
    case 'step-back':
      playback.stepBack()
      break
    case 'to-start':
      playback.toStart()
      break
    case 'to-end':
      playback.toEnd()
      break
    case 'move':
      playback.seek(playback.t + shortcut.by)
      break
    case 'station':
      playback.toStation(shortcut.station)
      break
    case 'previous-scenario':
      commands.previousScenario()
      break
    case 'next-scenario':
      commands.nextScenario()
      break
    case 'library':
      commands.openLibrary()
      break
    case 'help':
      commands.toggleHelp()
      break
    default:
      assertNever(shortcut)
  }
}

/** The page's single keys. None of them works inside an editor or an input; those that type a character can be turned off. */
export function useShortcuts({ previousScenario, nextScenario, openLibrary, toggleHelp }: ShortcutCommands): void {
  const { playback, preferences, embedded } = useStores()
  // With the page, not after it: whoever sees it can use its keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || takesKeys(event.target) || isPressed(event)) return
      if (typesCharacter(event) && !preferences.getState().singleKeys) return
      const shortcut = shortcutOf(event)
      // An embedded page stays with what it was embedded for.
      if (!shortcut || (embedded && leadsElsewhere(shortcut))) return
      event.preventDefault()
      run(shortcut, playback.getState(), { previousScenario, nextScenario, openLibrary, toggleHelp })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [playback, preferences, embedded, previousScenario, nextScenario, openLibrary, toggleHelp])
}
