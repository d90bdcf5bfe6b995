import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutJson } from './json-layout'

const layout = { indent: '  ', lineEnd: '\n' }

const laidOut = (text: string, how = layout): string =>
  layOutJson(text, how).reduceRight((done, { start, end, text: space }) => done.slice(0, start) + space + done.slice(end), text)

describe('laying out JSON', () => {
  const rows: { name: string; text: string; is: string }[] = [
    { name: 'members on lines of their own', text: '{"a":1,"b":"x"}', is: '{\n  "a": 1,\n  "b": "x"\n}' },
    { name: 'lists in lists', text: '[[1 , 2],\n\n[ ]]', is: '[\n  [\n    1,\n    2\n  ],\n  []\n]' },
    { name: 'nothing inside stays on one line', text: '{ "a" : { } }', is: '{\n  "a": {}\n}' },
    { name: 'white space around the text goes', text: ' \n{}\n\n', is: '{}' },
    { name: 'white space in a text stays', text: '{"a b":" x  y "}', is: '{\n  "a b": " x  y "\n}' },
    { name: 'numbers and escapes stay as written', text: '[1.0e2,"\\u0041"]', is: '[\n  1.0e2,\n  "\\u0041"\n]' },
    { name: 'a comma too many: not JSON', text: '{"a":1,}', is: '{"a":1,}' },
    { name: 'a comment: not JSON', text: '{ // why\n"a":1}', is: '{ // why\n"a":1}' },
    { name: 'an open string: not JSON', text: '{"a":"x\n}', is: '{"a":"x\n}' },
    { name: 'nothing', text: '  ', is: '  ' },
  ]
  test.each(rows)('$name', ({ text, is }) => expect(laidOut(text)).toBe(is))

  test('what is laid out already is left alone', () => expect(layOutJson('{\n  "a": [\n    1\n  ]\n}', layout)).toEqual([]))

  test('only what differs is replaced', () => expect(layOutJson('{\n  "a":1\n}', layout)).toEqual([{ start: 8, end: 8, text: ' ' }]))

  test('any value is laid out as JSON.stringify would, whatever white space it had', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), fc.constantFrom('\n', '\r\n'), (value, spaces, lineEnd) => {
        const wanted = JSON.stringify(value, null, 2).replaceAll('\n', lineEnd)
        expect(laidOut(JSON.stringify(value, null, spaces), { indent: '  ', lineEnd })).toBe(wanted)
      }),
    ))
})
