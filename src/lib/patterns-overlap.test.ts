import { expect, it } from 'vitest'
import { patternsOverlap } from './patterns-overlap'

const rows: readonly (readonly [string, string, boolean])[] = [
  ['', '', true],
  ['', '*', true],
  ['a', 'a', true],
  ['a', 'b', false],
  ['a*', '*b', true],
  ['a*c', 'a?c', true],
  ['a?', 'a', false],
  ['*', 'anything', true],
  ['a*b', 'ab', true],
  ['a*b', 'acd', false],
  ['arn:*:s3:::*/*', 'arn:aws:s3:::bucket', false],
  ['arn:*:s3:::*/*', 'arn:aws:s3:::bucket/*', true],
  ['x'.repeat(3000), 'y', true],
]

it.each(rows)('%s and %s', (a, b, overlap) => {
  expect(patternsOverlap(a, b)).toBe(overlap)
  expect(patternsOverlap(b, a)).toBe(overlap)
})
