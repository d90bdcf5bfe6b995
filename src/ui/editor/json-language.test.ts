import { describe, expect, test } from 'vitest'
import { tokenizeJsonLine } from './json-language'

const kinds = (line: string, insideComment = false) =>
  tokenizeJsonLine(line, insideComment).tokens.map(({ startIndex, scopes }) => `${startIndex} ${scopes.replace('.json', '')}`)

describe('the tokens of a line', () => {
  const rows: { name: string; line: string; is: string[] }[] = [
    {
      name: 'a key and a text',
      line: '  "a": "b",',
      is: ['0 ', '2 string.key', '5 delimiter.colon', '6 ', '7 string.value', '10 delimiter.comma'],
    },
    { name: 'a text alone', line: '"a"', is: ['0 string.value'] },
    { name: 'an open text', line: '"a: [', is: ['0 string.value'] },
    { name: 'brackets', line: '{[', is: ['0 delimiter.bracket', '1 delimiter.array'] },
    { name: 'plain values', line: '1 true null', is: ['0 number', '1 ', '2 keyword', '6 ', '7 keyword'] },
    { name: 'what is no JSON', line: "'a'", is: ['0 '] },
    { name: 'a comment', line: '1 // "a"', is: ['0 number', '1 ', '2 comment'] },
  ]
  test.each(rows)('$name', ({ line, is }) => expect(kinds(line)).toEqual(is))

  test('a comment goes on over lines until its end', () => {
    expect(tokenizeJsonLine('1 /* a', false).insideComment).toBe(true)
    expect(tokenizeJsonLine('/*/', false).insideComment).toBe(true)
    expect(kinds('"b"', true)).toEqual(['0 comment'])
    expect(kinds('b */ "c"', true)).toEqual(['0 comment', '4 ', '5 string.value'])
  })
})
