import { describe, expect, it } from 'vitest'
import type { KeyPress } from '../keyboard/shortcut'
import { backFrom, commandOf, forwardFrom, type Place, readCommand } from './present-command'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
})

describe('keys while presenting', () => {
  it.each([
    { name: 'a clicker forward', press: press('PageDown'), means: { kind: 'forward' } },
    { name: 'a clicker back', press: press('PageUp'), means: { kind: 'back' } },
    { name: 'a clicker that blanks', press: press('.'), means: { kind: 'blank' } },
    { name: 'a clicker held down', press: press('PageDown', { repeat: true }), means: undefined },
    { name: '→', press: press('ArrowRight'), means: { kind: 'forward' } },
    { name: '→ held', press: press('ArrowRight', { repeat: true }), means: { kind: 'forward' } },
    { name: '←', press: press('ArrowLeft'), means: { kind: 'back' } },
    { name: 'Space', press: press(' '), means: { kind: 'toggle' } },
    { name: 'Home', press: press('Home'), means: { kind: 'to-start' } },
    { name: 'End', press: press('End'), means: { kind: 'to-end' } },
    { name: ']', press: press(']'), means: { kind: 'next-scenario' } },
    { name: '[', press: press('['), means: { kind: 'previous-scenario' } },
    { name: 'b', press: press('b'), means: { kind: 'blank' } },
    { name: 'B with Shift or Caps Lock', press: press('B', { shiftKey: true }), means: { kind: 'blank' } },
    { name: 'n', press: press('n'), means: { kind: 'trainer' } },
    { name: 'n held', press: press('n', { repeat: true }), means: undefined },
    { name: 'Ctrl N, a new window of the browser', press: press('n', { ctrlKey: true }), means: undefined },
    { name: '⌘ F', press: press('f', { metaKey: true }), means: undefined },
    { name: 'f', press: press('f'), means: { kind: 'full-screen' } },
    { name: 'Esc', press: press('Escape'), means: { kind: 'leave' } },
    { name: '3', press: press('3'), means: { kind: 'station', station: 3 } },
    { name: '6', press: press('6'), means: undefined },
    { name: 'Tab', press: press('Tab'), means: undefined },
    { name: 'a name of every object', press: press('toString'), means: undefined },
  ])('$name', ({ press: pressed, means }) => {
    expect(commandOf(pressed)).toEqual(means)
  })
})

describe('the next step', () => {
  const place = (more: Partial<Place>): Place => ({ t: 500, end: 1000, scenario: 2, scenarios: 31, ...more })

  it.each([
    { name: 'idle', at: place({ t: 0 }), forward: { kind: 'step' }, back: { kind: 'scenario', index: 1 } },
    { name: 'under way', at: place({}), forward: { kind: 'step' }, back: { kind: 'step' } },
    { name: 'at the end', at: place({ t: 1000 }), forward: { kind: 'scenario', index: 3 }, back: { kind: 'step' } },
    { name: 'the start of the first', at: place({ t: 0, scenario: 0 }), forward: { kind: 'step' }, back: { kind: 'stay' } },
    { name: 'the end of the last', at: place({ t: 1000, scenario: 30 }), forward: { kind: 'stay' }, back: { kind: 'step' } },
    { name: 'the end of one’s own', at: place({ t: 1000, scenario: -1 }), forward: { kind: 'scenario', index: 0 }, back: { kind: 'step' } },
    { name: 'the start of one’s own', at: place({ t: 0, scenario: -1 }), forward: { kind: 'step' }, back: { kind: 'stay' } },
  ])('$name', ({ at, forward, back }) => {
    expect([forwardFrom(at), backFrom(at)]).toEqual([forward, back])
  })
})

describe('a command from another window', () => {
  it.each([
    { name: 'one without more', data: { kind: 'forward' }, reads: { kind: 'forward' } },
    { name: 'a station', data: { kind: 'station', station: 4 }, reads: { kind: 'station', station: 4 } },
    { name: 'what it brings beside is left behind', data: { kind: 'blank', run: 'x' }, reads: { kind: 'blank' } },
    { name: 'a station that does not exist', data: { kind: 'station', station: 9 }, reads: undefined },
    { name: 'an unknown one', data: { kind: 'toString' }, reads: undefined },
    { name: 'no object', data: 'forward', reads: undefined },
    { name: 'nothing', data: null, reads: undefined },
  ])('$name', ({ data, reads }) => {
    expect(readCommand(data)).toEqual(reads)
  })
})
