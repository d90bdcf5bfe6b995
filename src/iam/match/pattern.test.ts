import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern, matchPattern } from './pattern'

const matches = (pattern: string, text: string) => matchPattern(compilePattern(pattern), text)

/** The definition, written down: exponential, for small inputs. */
function naive(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern[0] === '*') return naive(pattern.slice(1), text) || (text !== '' && naive(pattern, text.slice(1)))
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && naive(pattern.slice(1), text.slice(1))
}

describe('matchPattern', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['**', 'ab', true],
    ['?', '', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*ab*ab*', 'abab', true],
    ['*ab*ab*', 'abb', false],
    ['a*b?d*', 'axxbcdx', true],
    ['*?*?*', 'a', false],
    ['a.b', 'axb', false],
    ['[a]$^\\(', '[a]$^\\(', true],
    ['a\nb*', 'a\nbc', true],
  ] as const)('%j on %j: %j', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected)
  })

  it('agrees with the definition on small inputs', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 9 })
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 })
    fc.assert(
      fc.property(pattern, text, (p, t) => matches(p, t) === naive(p, t)),
      { numRuns: 5000 },
    )
  })

  it('agrees with the definition on long segments, with and without holes', () => {
    const segment = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b', '?'), minLength: 30, maxLength: 70 })
    const text = fc.string({ unit: fc.constantFrom('a', 'a', 'a', 'b'), maxLength: 100 })
    const fits = (wanted: string, t: string) => {
      for (let at = 0; at + wanted.length <= t.length; at++) {
        if ([...wanted].every((character, i) => character === '?' || character === t[at + i])) return true
      }
      return false
    }
    fc.assert(
      fc.property(segment, text, fc.boolean(), fc.nat(60), (wanted, t, plain, at) => {
        const s = plain ? wanted.replaceAll('?', 'a') : wanted
        const holder = t.slice(0, at) + s.replaceAll('?', 'b') + t.slice(at)
        return matches(`*${s}*`, t) === fits(s, t) && matches(`*${s}*`, holder)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['many stars', '*a'.repeat(3000), 'a'.repeat(6000)],
    ['many stars, no match', `${'*a'.repeat(3000)}b`, 'a'.repeat(6000)],
    ['one long segment', `*${'a'.repeat(1023)}b`, 'a'.repeat(2048)],
    ['a long segment inside', `*b${'a'.repeat(3000)}*`, 'a'.repeat(6000)],
    ['a long segment, late mismatch', `*${'a'.repeat(3000)}b*`, 'a'.repeat(6000)],
    ['holes', `*${'a?'.repeat(1500)}b*`, 'a'.repeat(6000)],
    ['stars and holes', '*?a'.repeat(2000), 'b'.repeat(6000)],
  ])('is fast: %s', (_name, pattern, text) => {
    const compiled = compilePattern(pattern)
    matchPattern(compiled, text)
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5; round++) {
      const from = performance.now()
      matchPattern(compiled, text)
      best = Math.min(best, performance.now() - from)
    }
    expect(best).toBeLessThan(15)
  })
})
