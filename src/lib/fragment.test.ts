import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fragment, readFragment, withoutContent, writeFragment } from './fragment'

const nothing: Fragment = {
  code: undefined,
  scenarioId: undefined,
  t: undefined,
  language: undefined,
  theme: undefined,
  embed: false,
  fresh: false,
}

describe('a fragment is read', () => {
  it.each([
    ['empty', '', {}],
    ['a lone #', '#', {}],
    ['a code', '#s=Abc-_9', { code: 'Abc-_9' }],
    ['an empty code', '#s=', { code: '' }],
    ['a code with = in it', '#s=A=', { code: 'A=' }],
    ['a scenario', '#scenario=passed-to-service', { scenarioId: 'passed-to-service' }],
    ['a position', '#t=9900', { t: 9900 }],
    ['a language', '#lang=ja', { language: 'ja' }],
    ['a theme', '#theme=dark', { theme: 'dark' }],
    ['embedded', '#embed=1', { embed: true }],
    ['fresh', '#fresh=1', { fresh: true }],
    ['several', '#scenario=role-path&t=120&lang=ja', { scenarioId: 'role-path', t: 120, language: 'ja' }],
    ['without #', 's=A&t=1', { code: 'A', t: 1 }],
    ['the last of two', '#t=1&t=2', { t: 2 }],
    ['unknown parts beside known ones', '#utm=x&t=1&&=3', { t: 1 }],
  ] as const)('%s', (_name, hash, found) => {
    expect(readFragment(hash)).toEqual({ ...nothing, ...found })
  })

  it.each([
    '#t=-1',
    '#t=1.5',
    '#t=1e9',
    '#t=',
    '#t=12345678901',
    '#lang=fr',
    '#theme=blue',
    '#embed=true',
    '#fresh',
    '#fresh=0',
    '#scenario=',
    '#scenario=__proto__',
    '#scenario=<b>',
    '#scenario=%2e%2e',
    '#__proto__=1',
    '#documents',
  ])('%s says nothing', (hash) => {
    expect(readFragment(hash)).toEqual(nothing)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(Object.keys(readFragment(hash))).toEqual(Object.keys(nothing))
      }),
    )
  })
})

describe('a fragment is written', () => {
  it.each([
    ['nothing', {}, ''],
    ['a link', { code: 'AbC', language: 'ja' }, 's=AbC&lang=ja'],
    ['a moment', { scenarioId: 'role-path', t: 99.6 }, 'scenario=role-path&t=100'],
    ['switches', { theme: 'dark', embed: true, fresh: true }, 'theme=dark&embed=1&fresh=1'],
    ['switches that are off', { embed: false, fresh: false }, ''],
  ] as const)('%s', (_name, parts, text) => {
    expect(writeFragment(parts)).toBe(text)
  })

  it('and read back as it was', () => {
    const parts = fc.record({
      code: fc.option(fc.stringMatching(/^[\w-]+$/), { nil: undefined }),
      scenarioId: fc.option(fc.stringMatching(/^[a-z0-9-]+$/), { nil: undefined }),
      t: fc.option(fc.nat(999_999_999), { nil: undefined }),
      language: fc.constantFrom('en' as const, 'ja' as const, undefined),
      theme: fc.constantFrom('light' as const, 'dark' as const, undefined),
      embed: fc.boolean(),
      fresh: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, (fragment) => {
        expect(readFragment(`#${writeFragment(fragment)}`)).toEqual(fragment)
      }),
    )
  })
})

describe('a fragment without content', () => {
  it.each([
    ['#s=AbC&t=1&lang=ja', 'lang=ja'],
    ['#scenario=role-path&fresh=1', ''],
    ['#theme=dark&embed=1&s=A', 'theme=dark&embed=1'],
    ['#lang=en', 'lang=en'],
    ['', ''],
  ])('%s says how: %o', (hash, rest) => {
    expect(withoutContent(hash)).toBe(rest)
  })
})
