import { describe, expect, it } from 'vitest'
import { firstRunDocuments } from '../../simulate'
import { addLevel, addPolicy, placeIn, policyLevels, removeLevel, removePolicy, stripItems } from './policy-levels'

const one = '{\n  "Version": "2012-10-17"\n}'
const laidOut = `[\n  [\n    { "a": 1 }\n  ],\n  [\n    { "b": 1 },\n    { "c": 1 }\n  ]\n]\n`
const inLine = '[[{ "a": 1 }], [{ "b": 1 }, { "c": 1 }]]'

const shape = (text: string) => policyLevels(text).map(({ policies }) => policies.map(({ start, end }) => text.slice(start, end)))

describe('levels of a text', () => {
  const rows: readonly (readonly [string, string, string[][]])[] = [
    ['a single policy is one level', one, [[one]]],
    ['an array of levels', laidOut, [['{ "a": 1 }'], ['{ "b": 1 }', '{ "c": 1 }']]],
    ['a level without policies', '[[], [{}]]', [[], ['{}']]],
    ['a flat array has none', '[{}, {}]', []],
    ['a broken text has none', '[[{]', []],
    ['an empty text has none', ' ', []],
  ]
  it.each(rows)('%s', (_, text, expected) => expect(shape(text)).toEqual(expected))

  it.each([
    ['before the array', 0, -1, -1],
    ['in the first level', laidOut.indexOf('"a"'), 0, 0],
    ['in the second policy of the second', laidOut.indexOf('"c"'), 1, 1],
  ])('an offset %s', (_, offset, level, policy) => expect(placeIn(policyLevels(laidOut), offset)).toEqual({ level, policy }))
})

describe('edits of levels keep the rest letter by letter', () => {
  const added = '{ "n": 1 }'
  const rows = [
    ['a level below a single policy', addLevel(one, 0, added), [[one], [added]]],
    ['a policy beside a single policy', addPolicy(one, 0, added), [[one, added]]],
    ['a level between root and account', addLevel(laidOut, 0, added), [['{ "a": 1 }'], [added], ['{ "b": 1 }', '{ "c": 1 }']]],
    ['a level above the account', addLevel(laidOut, 1, added), [['{ "a": 1 }'], [added], ['{ "b": 1 }', '{ "c": 1 }']]],
    ['a level in one line', addLevel(inLine, 0, added), [['{ "a": 1 }'], [added], ['{ "b": 1 }', '{ "c": 1 }']]],
    ['a policy after the last of a level', addPolicy(laidOut, 1, added), [['{ "a": 1 }'], ['{ "b": 1 }', '{ "c": 1 }', added]]],
    ['a policy on an empty level', addPolicy('[[], [{}]]', 0, added), [[added], ['{}']]],
    ['a level away', removeLevel(laidOut, 0), [['{ "b": 1 }', '{ "c": 1 }']]],
    ['the last level away', removeLevel(laidOut, 1), [['{ "a": 1 }']]],
    ['a policy away', removePolicy(laidOut, 1, 0), [['{ "a": 1 }'], ['{ "c": 1 }']]],
    ['the last policy away', removePolicy(inLine, 1, 1), [['{ "a": 1 }'], ['{ "b": 1 }']]],
  ] as const
  it.each(rows)('%s', (_, edit, expected) => expect(shape(edit?.text ?? '')).toEqual(expected))

  it.each([
    ['a level', addLevel(laidOut, 0, added), laidOut],
    ['a level above the account', addLevel(laidOut, 1, added), laidOut],
    ['a policy', addPolicy(laidOut, 1, added), laidOut],
    ['a level below a single policy', addLevel(`\n${one}\n`, 0, added), `\n${one}\n`],
  ])('%s can be found again and cut out', (_, edit, before) => {
    if (!edit) throw new Error('no edit')
    expect(edit.text.slice(edit.at).startsWith(before === laidOut && !edit.text.slice(edit.at).startsWith('{') ? '[' : added)).toBe(true)
    // Every letter of the text before is still there, in its order.
    let from = 0
    for (const letter of before) from = edit.text.indexOf(letter, from) + 1 || Number.NaN
    expect(from).not.toBeNaN()
  })

  it('new items stand as their neighbours do', () => {
    expect(addLevel(laidOut, 0, '{\n  "n": 1\n}')?.text).toBe(
      `[\n  [\n    { "a": 1 }\n  ],\n  [\n    {\n      "n": 1\n    }\n  ],\n  [\n    { "b": 1 },\n    { "c": 1 }\n  ]\n]\n`,
    )
  })

  it('what is the only one stays', () => {
    expect(removeLevel(one, 0)).toBeUndefined()
    expect(removePolicy(laidOut, 0, 0)).toBeUndefined()
  })

  it('a level added to a single policy is judged as two', () => {
    const allow = '{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }'
    const text = addLevel(allow, 0, allow.replace('Allow', 'Deny'))?.text ?? ''
    const request = JSON.stringify({
      caller: 'arn:aws:iam::111122223333:user/aya',
      action: 'ecs:RunTask',
      parameters: { taskDefinition: 'a' },
    })
    const result = firstRunDocuments({ request, identityPolicy: allow, serviceControlPolicies: text })
    const step = result.trace?.steps.find((candidate) => candidate.kind === 'authorization')
    expect(step?.kind === 'authorization' && step.evaluation?.verdict).toMatchObject({
      kind: 'explicit-deny',
      policyType: 'service-control',
      level: 1,
    })
  })
})

describe('the strip', () => {
  const rows: readonly (readonly [number, number, (number | number[])[]])[] = [
    [1, 0, [0]],
    [4, 1, [0, 1, 2, 3]],
    [5, 0, [0, [1, 2], 3, 4]],
    [6, 2, [0, [1], 2, [3, 4], 5]],
    [6, 5, [0, [1, 2, 3], 4, 5]],
  ]
  it.each(rows)('%i levels, the one at %i chosen', (count, chosen, expected) => {
    expect(stripItems(count, chosen).map((item) => (item.kind === 'level' ? item.level : item.levels))).toEqual(expected)
  })
})
