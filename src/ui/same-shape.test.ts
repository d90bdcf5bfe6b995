import { describe, expect, it } from 'vitest'
import { sameShape } from './same-shape'

const rows: readonly { name: string; a: unknown; b: unknown; same: boolean }[] = [
  { name: 'equal values', a: { x: [1, { y: 'z' }] }, b: { x: [1, { y: 'z' }] }, same: true },
  { name: 'another value deep inside', a: { x: [1, { y: 'z' }] }, b: { x: [1, { y: 'w' }] }, same: false },
  { name: 'a member more', a: { x: 1 }, b: { x: 1, y: undefined }, same: false },
  { name: 'another member of the same count', a: { x: undefined }, b: { y: undefined }, same: false },
  { name: 'a shorter list', a: [1, 2], b: [1], same: false },
  { name: 'null is no object', a: null, b: {}, same: false },
  { name: 'not a number is itself', a: { x: Number.NaN }, b: { x: Number.NaN }, same: true },
  { name: 'an inherited name', a: { toString: 1 }, b: { other: 1 }, same: false },
]

describe('the same shape', () => {
  it.each(rows)('$name', ({ a, b, same }) => expect(sameShape(a, b)).toBe(same))
})
