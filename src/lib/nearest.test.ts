import { describe, expect, it } from 'vitest'
import { nearest } from './nearest'

describe('nearest', () => {
  it.each([
    ['effect', 'Effect'],
    ['Efect', 'Effect'],
    ['Resuorce', 'Resource'],
    ['Resource', 'Resource'],
    ['Sid', undefined],
    ['', undefined],
    ['completely else', undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, ['Effect', 'Resource', 'NotResource'])).toBe(expected)
  })

  it('costs nothing on a very long word', () => {
    const from = performance.now()
    expect(nearest('x'.repeat(1_000_000), ['Effect', 'Resource'])).toBeUndefined()
    expect(performance.now() - from).toBeLessThan(500)
  })
})
