import type { KeyPress } from '../keyboard/shortcut'

const moves = ['forward', 'back', 'toggle', 'to-start', 'to-end', 'next-scenario', 'previous-scenario'] as const
const others = ['blank', 'restart-timer', 'trainer', 'full-screen', 'leave'] as const

type Each<K> = K extends string ? { readonly kind: K } : never

/** What moves a presentation. */
export type MovingCommand = Each<(typeof moves)[number]> | { readonly kind: 'station'; readonly station: 1 | 2 | 3 | 4 | 5 }

/** What can be asked of a presentation, by a key, a clicker, a button or the trainer's window. */
export type PresentCommand = MovingCommand | Each<(typeof others)[number]>

const stations = [1, 2, 3, 4, 5] as const

/** Reads a command that another window sent; undefined for anything else. */
export function readCommand(data: unknown): PresentCommand | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined
  const kind = [...moves, ...others].find((known) => known === data.kind)
  if (kind !== undefined) return { kind } as PresentCommand
  const station = data.kind === 'station' && 'station' in data ? stations.find((known) => known === data.station) : undefined
  return station && { kind: 'station', station }
}

const keys: Readonly<Record<string, PresentCommand>> = {
  // Clickers are keyboards that know a few keys.
  PageDown: { kind: 'forward' },
  PageUp: { kind: 'back' },
  ArrowRight: { kind: 'forward' },
  ArrowDown: { kind: 'forward' },
  ArrowLeft: { kind: 'back' },
  ArrowUp: { kind: 'back' },
  ' ': { kind: 'toggle' },
  Home: { kind: 'to-start' },
  End: { kind: 'to-end' },
  ']': { kind: 'next-scenario' },
  '[': { kind: 'previous-scenario' },
  b: { kind: 'blank' },
  // What the blank button of most clickers sends.
  '.': { kind: 'blank' },
  n: { kind: 'trainer' },
  f: { kind: 'full-screen' },
  Escape: { kind: 'leave' },
}

const repeatable: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'])

/** Which command a key stands for while presenting. Held down, only the arrows go on. */
export function commandOf({ key, ctrlKey, metaKey, altKey, repeat }: KeyPress): PresentCommand | undefined {
  if (ctrlKey || metaKey || altKey || (repeat && !repeatable.has(key))) return undefined
  const station = stations.find((known) => String(known) === key)
  if (station) return { kind: 'station', station }
  const name = key.length === 1 ? key.toLowerCase() : key
  return Object.hasOwn(keys, name) ? keys[name] : undefined
}

/** Where a presentation stands. `scenario`: place in the list, -1 for a scenario of one's own. Times in ms. */
export interface Place {
  readonly t: number
  readonly end: number
  readonly scenario: number
  readonly scenarios: number
}

/** What the next or previous step is: within the run, into another scenario, or none because this is the end of all. */
export type Move = { readonly kind: 'step' } | { readonly kind: 'scenario'; readonly index: number } | { readonly kind: 'stay' }

/** At the end the next step is the next scenario, which then stands idle so that the room can guess. */
export function forwardFrom({ t, end, scenario, scenarios }: Place): Move {
  if (t < end) return { kind: 'step' }
  return scenario + 1 < scenarios ? { kind: 'scenario', index: scenario + 1 } : { kind: 'stay' }
}

/** Back from the start leads to the scenario before. */
export function backFrom({ t, scenario }: Place): Move {
  if (t > 0) return { kind: 'step' }
  return scenario > 0 ? { kind: 'scenario', index: scenario - 1 } : { kind: 'stay' }
}
