import { describe, expect, it } from 'vitest'
import { type KeyPress, shortcutOf, typesCharacter } from './shortcut'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
})

describe('keys', () => {
  it.each([
    { name: 'Space', press: press(' '), means: { kind: 'toggle' } },
    { name: '→', press: press('ArrowRight'), means: { kind: 'step-forward' } },
    { name: '←', press: press('ArrowLeft'), means: { kind: 'step-back' } },
    { name: 'Shift →', press: press('ArrowRight', { shiftKey: true }), means: { kind: 'move', by: 1000 } },
    { name: 'Shift ←', press: press('ArrowLeft', { shiftKey: true }), means: { kind: 'move', by: -1000 } },
    { name: 'Home', press: press('Home'), means: { kind: 'to-start' } },
    { name: 'End', press: press('End'), means: { kind: 'to-end' } },
    { name: '1', press: press('1'), means: { kind: 'station', station: 1 } },
    { name: '5', press: press('5'), means: { kind: 'station', station: 5 } },
    { name: '[', press: press('['), means: { kind: 'previous-scenario' } },
    { name: ']', press: press(']'), means: { kind: 'next-scenario' } },
    { name: '?, typed with Shift', press: press('?', { shiftKey: true }), means: { kind: 'help' } },
    { name: '/', press: press('/'), means: { kind: 'library' } },
    { name: '6', press: press('6'), means: undefined },
    { name: 'a letter', press: press('a'), means: undefined },
    { name: 'a name of every object', press: press('toString'), means: undefined },
    { name: 'Ctrl ←', press: press('ArrowLeft', { ctrlKey: true }), means: undefined },
    { name: '⌘ [', press: press('[', { metaKey: true }), means: undefined },
    { name: 'Alt 1', press: press('1', { altKey: true }), means: undefined },
    { name: 'Space held', press: press(' ', { repeat: true }), means: undefined },
    { name: '] held', press: press(']', { repeat: true }), means: undefined },
    { name: '→ held', press: press('ArrowRight', { repeat: true }), means: { kind: 'step-forward' } },
  ])('$name', ({ press: pressed, means }) => {
    expect(shortcutOf(pressed)).toEqual(means)
  })
})

it('only keys that type something can be turned off', () => {
  expect([' ', '1', '[', '/', '?'].map((key) => typesCharacter({ key }))).toEqual([true, true, true, true, true])
  expect(['ArrowRight', 'Home', 'End', 'Escape'].map((key) => typesCharacter({ key }))).toEqual([false, false, false, false])
})
