import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadScenario, scenarioIds } from '../../scenarios'
import type { DocumentId } from '../../simulate'
import { lineDiff, withHunks } from './line-diff'

describe('changes of lines', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb', []],
    ['a line replaced', 'a\nb\nc', 'a\nx\nc', [{ line: 2, removed: ['b'], added: ['x'] }]],
    ['lines added', 'a\nc', 'a\nb\nb\nc', [{ line: 2, removed: [], added: ['b', 'b'] }]],
    ['a line gone', 'a\nb\nc', 'a\nc', [{ line: 2, removed: ['b'], added: [] }]],
    [
      'two places',
      'a\nb\nc\nd',
      'x\nb\nc\ny',
      [
        { line: 1, removed: ['a'], added: ['x'] },
        { line: 4, removed: ['d'], added: ['y'] },
      ],
    ],
    ['the ends of lines of another system', 'a\r\nb', 'a\nb', []],
  ])('%s', (_name, before, after, hunks) => {
    expect(lineDiff(before, after)).toEqual(hunks)
  })

  it('made in the text, they give the other', () => {
    const lines = fc.array(fc.constantFrom('{', '}', '"a": 1,', '"b": 2', ''), { maxLength: 30 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [one, other] = [before.join('\n'), after.join('\n')]
        expect(withHunks(one, lineDiff(one, other))).toBe(other)
      }),
    )
  })

  it.each(scenarioIds)('%s: what is proposed, made, is the solution', async (id) => {
    const { documents, solution = {} } = await loadScenario(id)
    for (const [document, text] of Object.entries(solution)) {
      const before = documents[document as DocumentId] ?? ''
      const hunks = lineDiff(before, text)
      expect(hunks.length).toBeGreaterThan(0)
      expect(withHunks(before, hunks)).toBe(text)
    }
  })
})
