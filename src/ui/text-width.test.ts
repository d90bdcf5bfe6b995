import { describe, expect, it } from 'vitest'
import { emsOf, fittingSize } from './text-width'

describe('the width of a text', () => {
  it.each([
    { text: '', ems: 0 },
    { text: 'abc', ems: 1.62 },
    { text: '信頼', ems: 2 },
    { text: 'ECS タスク', ems: 4 * 0.54 + 3 },
    { text: '𠮷', ems: 0.54 },
  ])('"$text"', ({ text, ems }) => expect(emsOf(text)).toBeCloseTo(ems))
})

describe('the size that fits', () => {
  it.each([
    { name: 'short enough: as it is', text: '信頼', room: 5, size: 1 },
    { name: 'a little too long: smaller', text: '信頼ポリシー', room: 5.4, size: 0.9 },
    { name: 'much too long: not below the least', text: '信頼ポリシー', room: 1, size: 0.8 },
    { name: 'nothing at all', text: '', room: 1, size: 1 },
  ])('$name', ({ text, room, size }) => expect(fittingSize(text, room)).toBeCloseTo(size))
})
