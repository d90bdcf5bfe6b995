/** What a single key asks for. */
export type Shortcut =
  | {
      readonly kind:
        | 'toggle'
        | 'step-forward'
        | 'step-back'
        | 'to-start'
        | 'to-end'
        | 'previous-scenario'
        | 'next-scenario'
        | 'library'
        | 'help'
    }
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'station'; readonly station: 1 | 2 | 3 | 4 | 5 }

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Held down: the key repeats. */
  readonly repeat: boolean
}

const plain: Readonly<Record<string, Shortcut>> = {
  ' ': { kind: 'toggle' },
  ArrowRight: { kind: 'step-forward' },
  ArrowLeft: { kind: 'step-back' },
  Home: { kind: 'to-start' },
  End: { kind: 'to-end' },
  '[': { kind: 'previous-scenario' },
  ']': { kind: 'next-scenario' },
  '/': { kind: 'library' },
  '?': { kind: 'help' },
  '1': { kind: 'station', station: 1 },
  '2': { kind: 'station', station: 2 },
  '3': { kind: 'station', station: 3 },
  '4': { kind: 'station', station: 4 },
  '5': { kind: 'station', station: 5 },
}

const shifted: Readonly<Record<string, Shortcut>> = {
  ArrowRight: { kind: 'move', by: 1000 },
  ArrowLeft: { kind: 'move', by: -1000 },
}

/** True for a key that types a character: speech input and a slip of the hand press these (WCAG 2.1.4). */
export const typesCharacter = (press: Pick<KeyPress, 'key'>): boolean => press.key.length === 1

/** Which command a key stands for. Shift matters only for the arrows: `?` and `[` need it on some keyboards. */
export function shortcutOf(press: KeyPress): Shortcut | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined
  const table = press.shiftKey && Object.hasOwn(shifted, press.key) ? shifted : plain
  const found = Object.hasOwn(table, press.key) ? table[press.key] : undefined
  // Held, Space would flicker between play and pause, and a scenario would follow the other.
  const held = press.repeat && found?.kind !== 'move' && found?.kind !== 'step-forward' && found?.kind !== 'step-back'
  return held ? undefined : found
}
