import { expect, it } from 'vitest'
import { hoverMarkdown } from './hover-markdown'

const words = { fits: 'fits', not: 'does not fit', fix: 'fix', useValue: 'use it', docs: 'docs' }
const hover = { start: 0, end: 1, name: 'aws:SourceArn', sentence: 'One sentence.', url: 'https://docs.aws.amazon.com/page.html' }

it('a mark has its word, and the page of AWS is named as text', () => {
  const text = hoverMarkdown(
    {
      ...hover,
      rows: [
        {
          label: 'this policy',
          values: [
            { text: 'a', fits: false },
            { text: 'b', fits: true },
          ],
        },
      ],
    },
    words,
  )
  expect(text).toContain('| this policy | `a` **✕ does not fit** · `b` ✓ fits |')
  expect(text).toContain('| docs | `page` |')
  expect(text).not.toContain('https:')
})

it('a way out has its keys', () => {
  const text = hoverMarkdown({ ...hover, rows: [], fix: { start: 0, end: 1, text: '"b"' } }, words)
  expect(text).toContain('| fix | use it *Ctrl* *.* |')
})

it('nothing in a document is read as markup', () => {
  const hostile = '`x` | [link](https://example.org)\n<img src=x>'
  const text = hoverMarkdown(
    { ...hover, name: hostile, rows: [{ label: 'this policy', values: [{ text: hostile, fits: undefined }] }] },
    words,
  )
  expect(text).toContain('| this policy | `` `x` \\| [link](https://example.org) <img src=x> `` |')
})
