import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maximumDepth, memberOf, parseJson, plainValue, positionAt } from './json-tree'

const codes = (text: string) => parseJson(text, 'd').problems.map((problem) => problem.code)
const seconds = (work: () => void) => {
  const from = performance.now()
  work()
  return (performance.now() - from) / 1000
}

describe('parseJson', () => {
  it('reads whatever JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root, valid } = parseJson(text, 'd')
        expect(valid).toBe(true)
        expect(root && JSON.stringify(plainValue(root))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('refuses whatever JSON.parse refuses', () => {
    const structure = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"a":', '1', 'true', ' ', '\n')
    const oddity = fc.constantFrom(
      ...['"', '\\', '//', '/*', '*/', '/', '-', '01', 'x', "'a'", '1.', '.5', '1e5', '-0.5E-3', '+1', 'tru', 'nullx', 'null', 'NaN'],
      ...[
        '"\\u00e9"',
        '"\\u00"',
        '"\\x"',
        '"\t"',
        '"\\\n"',
        '"\r"',
        '"\\"',
        '"\u2028"',
        '\uFEFF',
        '\u00a0',
        '\f',
        '\u0000',
        '#',
        '"\ud800"',
      ],
    )
    const piece = fc.oneof({ weight: 4, arbitrary: structure }, { weight: 1, arbitrary: oddity })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        const { valid, problems } = parseJson(text, 'd')
        expect(valid).toBe(parses)
        expect(valid || problems.length > 0).toBe(true)
      }),
      { numRuns: 6000 },
    )
  })

  it.each([
    ['', ['empty-document']],
    ['  \n', ['empty-document']],
    ['{"a":1,}', ['json-trailing-comma']],
    ['[1,\n]', ['json-trailing-comma']],
    ['// x\n{}', ['json-comment']],
    ['{"a":1 "b":2}', ['json-syntax']],
    ['{"a"', ['json-syntax']],
    ['{} {}', ['json-syntax']],
    ['{"a":1,"a":2}', ['json-duplicate-key']],
    ['{"__proto__":1,"__proto__":2}', ['json-duplicate-key']],
    ['{"a":{"a":1}}', []],
  ])('%j: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('says line, column and kind of a syntax error', () => {
    const [problem] = parseJson('{\n  "a": ,\n}', 'd').problems
    expect(problem).toMatchObject({
      code: 'json-syntax',
      facts: { error: 'value-expected', line: '2', column: '8' },
      span: { start: 9, end: 10 },
    })
  })

  it('reads on after an error', () => {
    const { root, valid } = parseJson('{"a": , "b": 2, "c": [1', 'd')
    expect(valid).toBe(false)
    expect(root && JSON.stringify(plainValue(root))).toBe('{"b":2,"c":[1]}')
  })

  it.each([
    ['{a: 1, "b": 2}', 'property-name-expected', '{"b":2}'],
    ['{\'a\': 1, "b": 2}', 'property-name-expected', '{"b":2}'],
    ['{"a" 1, "b": 2}', 'colon-expected', '{"a":1,"b":2}'],
    ['{"a", "b": 2}', 'colon-expected', '{"b":2}'],
    ['{"a": 1 "b": 2}', 'comma-expected', '{"a":1,"b":2}'],
    ['{"a": x, "b": 2}', 'invalid-symbol', '{"b":2}'],
    ['{"a": [1, 2, "b": 2}', 'comma-expected', '{"a":[1,2,"b",2]}'],
    ['{"a": [1, 2}', 'close-bracket-expected', '{"a":[1,2]}'],
    ['{"a": {"b": 1], "c": 2}', 'close-brace-expected', '{"a":{"b":1,"c":2}}'],
    ['{"a": "x\n, "b": 2}', 'unexpected-end-of-string', '{"a":"x","b":2}'],
    ['{"a": 1}}', 'end-of-file-expected', '{"a":1}'],
    ['{"a": {"b": 1', 'close-brace-expected', '{"a":{"b":1}}'],
    ['{"a":', 'value-expected', '{}'],
    ['{{"a": 1}}', 'property-name-expected', '{}'],
    ['[1 2]', 'comma-expected', '[1,2]'],
    ['[,1]', 'value-expected', '[1]'],
    ['[1,,2]', 'value-expected', '[1,2]'],
    [', {"a":1}', 'value-expected', '{"a":1}'],
  ])('%j: %s', (text, error, read) => {
    const { root, problems } = parseJson(text, 'd')
    expect(problems[0]?.facts.error).toBe(error)
    expect(root && JSON.stringify(plainValue(root))).toBe(read)
  })

  it('tells both places of a repeated key', () => {
    const [problem] = parseJson('{"a":1,\n"a":2}', 'd').problems
    expect(problem).toMatchObject({ span: { start: 8, end: 11 }, facts: { key: 'a', firstLine: '1' } })
    expect(memberOf(parseJson('{"a":1,"a":2}', 'd').root, 'a')?.value).toMatchObject({ value: 2 })
  })

  it('keeps numbers as they were written', () => {
    expect(parseJson('1.50', 'd').root).toMatchObject({ value: 1.5, text: '1.50' })
  })

  it('takes __proto__ for a key like any other', () => {
    const { root } = parseJson('{"__proto__":{"x":1}}', 'd')
    const value = root && plainValue(root)
    expect(value && Object.keys(value)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('a missing comma', () => {
  const rows: readonly (readonly [string, string, string, string, string | undefined])[] = [
    ['{"a": 1\n  "b": 2}', '1', '8', '}', 'true'],
    ['{"a": 1 "b": 2}', '1', '8', '}', undefined],
    ['["a" // why\n "b"]', '1', '5', ']', 'true'],
  ]
  it.each(rows)('%j is told of the value that it belongs behind', (text, line, column, closer, atLineEnd) => {
    const { problems } = parseJson(text, 'test')
    const found = problems.find(({ facts }) => facts.error === 'comma-expected')
    expect(found?.facts).toEqual({ error: 'comma-expected', line, column, closer, ...(atLineEnd ? { atLineEnd } : {}) })
    expect(text.slice(found?.span.start, found?.span.end)).toMatch(/^(1|"a")$/)
  })
})

describe('hostile texts', () => {
  const deepest = '['.repeat(maximumDepth) + ']'.repeat(maximumDepth)

  it.each([
    ['exactly as deep as allowed', deepest, []],
    ['one deeper', `[${deepest}]`, ['json-too-deep']],
    ['ten thousand lists', '['.repeat(10_000), ['json-too-deep']],
    ['ten thousand objects', '{"a":'.repeat(10_000), ['json-too-deep']],
  ])('%s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it.each([
    ['a quote in a comment before', `/*"*/${'['.repeat(10_000)}`],
    ['a carriage return in a string before', `["\r${',['.repeat(10_000)}`],
    ['closers of the other kind between', `{${'"a":{],'.repeat(10_000)}`],
    ['closers of the other kind between lists', '[[},'.repeat(10_000)],
  ])('deep nesting behind %s', (_name, text) => {
    expect(codes(text)).toContain('json-too-deep')
  })

  it.each([
    ['a long list', `[${'{"Effect":"Allow"},'.repeat(50_000)}1]`, true],
    ['a long string', JSON.stringify('a\\"'.repeat(300_000)), true],
    ['rubbish', 'x '.repeat(500_000), false],
    ['one error per line', `[${'\nx,'.repeat(250_000)}`, false],
    ['trailing commas', `[${'[1,],'.repeat(200_000)}1]`, false],
    ['repeated keys', `{${Array.from({ length: 60_000 }, (_, i) => `\n"k${i % 30_000}":1`).join()}}`, true],
    ['repeated keys, then an error', `{${'"a":1,'.repeat(100_000)}}`, false],
  ])('a megabyte of %s', (_name, text, valid) => {
    let result = parseJson('', 'd')
    expect(
      seconds(() => {
        result = parseJson(text, 'd')
      }),
    ).toBeLessThan(2)
    expect(result.valid).toBe(valid)
    expect(result.problems.length).toBeLessThanOrEqual(200)
    expect(valid || result.problems.some((problem) => problem.code !== 'json-duplicate-key')).toBe(true)
  })
})

describe('positionAt', () => {
  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [5, 3, 2],
  ])('offset %i', (offset, line, column) => {
    expect(positionAt('ab\n\nc', offset)).toEqual({ line, column })
  })
})
