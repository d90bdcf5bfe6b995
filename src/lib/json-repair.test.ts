import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairJson } from './json-repair'
import { parseJson } from './json-tree'

describe('the one small change that makes a text JSON', () => {
  const rows: readonly (readonly [name: string, text: string, kind: string, what: string, repaired: string])[] = [
    ['a comma at the end of a line', '{\n  "a": 1\n  "b": 2\n}', 'insert-comma', ',', '{\n  "a": 1,\n  "b": 2\n}'],
    ['a comma inside a line', '["a" "b"]', 'insert-comma', ',', '["a", "b"]'],
    ['a comma between statements', '[{} {}]', 'insert-comma', ',', '[{}, {}]'],
    ['a colon', '{"a" 1}', 'insert-colon', ':', '{"a": 1}'],
    ['a comma after the last member', '{"a": 1,\n}', 'remove-comma', ',', '{"a": 1\n}'],
    ['a comma after the last item', '[1, 2, ]', 'remove-comma', ',', '[1, 2 ]'],
    ['two commas', '{"a": 1,, "b": 2}', 'remove-comma', ',', '{"a": 1, "b": 2}'],
    ['a comma before the first member', '{, "a": 1}', 'remove-comma', ',', '{ "a": 1}'],
    ['the last brace', '{\n  "a": [1]\n', 'close', '{', '{\n  "a": [1]\n}\n'],
    ['the last brace of one line', '{"a": {"b": 1}', 'close', '{', '{"a": {"b": 1}}'],
    ['a bracket', '{"a": ["x", "b": 1}', 'close', '[', '{"a": ["x"], "b": 1}'],
    ['a brace in a list', '[{"a": 1, {"b": 2}]', 'close', '{', '[{"a": 1}, {"b": 2}]'],
    [
      'the neatest of equal places',
      '{\n  "a": {\n    "b": {\n      "c": 1\n  }\n}',
      'close',
      '{',
      '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  }\n}',
    ],
    ['the line ends of the text', '{\r\n  "a": 1\r\n', 'close', '{', '{\r\n  "a": 1\r\n}\r\n'],
    ['an opening brace', '{"a": "b": 1}}', 'open', '{', '{"a": {"b": 1}}'],
    ['a brace too many', '{"a": 1}}', 'remove-character', '}', '{"a": 1}'],
    ['a semicolon at the end', '{"a": 1};', 'remove-character', ';', '{"a": 1}'],
    ['the end of a text', '{"a": "b,\n"c": 1}', 'insert-quote', '"', '{"a": "b",\n"c": 1}'],
    ['the end of a text at the end of its line', '{"a": "b\n}', 'insert-quote', '"', '{"a": "b"\n}'],
    ['a comment behind a value', '{"a": 1 // why\n}', 'remove-comment', '', '{"a": 1\n}'],
    ['comments on lines of their own', '{\n  // why\n  /* and\n how */\n  "a": 1\n}', 'remove-comments', '', '{\n  "a": 1\n}'],
    ['single quotes', "{'a': 'b \"c\" it\\'s'}", 'quote-strings', '"', '{"a": "b \\"c\\" it\'s"}'],
    ['curly quotes', '{“a”: “b”}', 'quote-strings', '"', '{"a": "b"}'],
    ['names without quotes', '{a: 1, "b": 2, $c: 3}', 'quote-names', '"', '{"a": 1, "b": 2, "$c": 3}'],
    ['names and texts as in JavaScript', "{a: 'b'}", 'quote-strings', '"', '{"a": "b"}'],
  ]
  it.each(rows)('%s', (_name, text, kind, what, repaired) => {
    expect(repairJson(text)).toEqual({ kind, what, text: repaired })
  })

  const none: readonly (readonly [name: string, text: string])[] = [
    ['JSON', '{"a": 1}'],
    ['nothing', ' \n'],
    ['two slips', '{"a": 1 "b": 2,}'],
    ['two senses: the brace may close after either member', '{"a": {"b": 1, "c": 2}'],
    ['two senses: a bracket too many or too few', '[{"a": 1}]]'],
    ['a value that nobody knows', '{"a": }'],
    ['a word', '{"a": yes}'],
    ['a comment and more', '{"a": 1, /* x */}'],
    ['a text that ends somewhere', '{"a": "b\n"c": 1}'],
    ['deeper than is read', `${'['.repeat(300)}${']'.repeat(299)}`],
  ]
  it.each(none)('nothing for %s', (_name, text) => expect(repairJson(text)).toBeUndefined())

  const policy = fc
    .array(
      fc.record(
        {
          Sid: fc.string({ maxLength: 4 }),
          Effect: fc.constantFrom('Allow', 'Deny'),
          Action: fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })),
          Resource: fc.constantFrom('*', ['arn:aws:iam::111122223333:role/a', '*']),
          Condition: fc.constantFrom({}, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }, Bool: { a: 'true' } }),
        },
        { requiredKeys: ['Effect', 'Action'] },
      ),
      { maxLength: 3 },
    )
    .map((statements) => ({ Version: '2012-10-17', Statement: statements }))
  const spaces = (text: string) => text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')

  it('after one comma, colon or bracket was deleted from a policy, whatever is offered puts one character in and changes nothing else', () => {
    let offered = 0
    fc.assert(
      fc.property(policy, fc.constantFrom(undefined, 2), fc.nat(), (value, indent, at) => {
        const text = JSON.stringify(value, null, indent)
        const marks = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[,:{}[\]]/g)].filter(([mark]) => mark.length === 1)
        const mark = marks[at % marks.length]
        if (!mark) return
        const broken = text.slice(0, mark.index) + text.slice(mark.index + 1)
        const repair = repairJson(broken)
        if (!repair || parseJson(broken, 'test').valid) return
        offered++
        expect(parseJson(repair.text, 'test').valid).toBe(true)
        expect(repair.kind).toMatch(/^(insert-comma|insert-colon|close|open)$/)
        const [before, after] = [spaces(broken), spaces(repair.text)]
        expect(after).toHaveLength(before.length + 1)
        const put = [...after].findIndex((letter, index) => letter !== before[index])
        expect(after.slice(0, put) + after.slice(put + 1)).toBe(before)
        if (mark[0] === ',' || mark[0] === ':') expect(after).toBe(spaces(text))
      }),
      { numRuns: 400 },
    )
    expect(offered).toBeGreaterThan(200)
  })

  it('the longest text that is tried takes no time', () => {
    const long = `[${'{"a": ["b", {"c": 1}]},'.repeat(1200)}`
    const from = performance.now()
    expect(repairJson(long)).toBeUndefined()
    expect(performance.now() - from).toBeLessThan(1000)
  })
})
