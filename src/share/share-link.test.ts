import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentIds } from '../simulate'
import { decodeScenario, encodeScenario, type SharedScenario } from '.'
import { checksum, fromBytes, fromLetters, toBytes, toLetters } from './letters'

/** Any text: UTF-16 units as they come, lone surrogates and control characters included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const sharedText = fc.oneof(anyText, fc.record({ en: anyText, ja: anyText }, { requiredKeys: [] }))
const anyScenario: fc.Arbitrary<SharedScenario> = fc.record(
  { title: sharedText, notes: sharedText, documents: fc.dictionary(fc.constantFrom(...documentIds), anyText, { noNullPrototype: true }) },
  { requiredKeys: ['documents'] },
)

/** A code around any JSON text, packed without the dictionary. */
function packed(text: string): string {
  const bytes = toBytes(text)
  return `A${toLetters(Uint8Array.from([...checksum(bytes), ...deflateSync(bytes)]))}`
}

const whole = (members: object): string => packed(JSON.stringify({ format: 'passrole-lab/scenario', version: 1, ...members }))

describe('letters', () => {
  it('come back as the bytes they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromLetters(toLetters(bytes))).toEqual(bytes)
      }),
    )
  })

  it('come back as the text they were, letter by letter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromBytes(toBytes(text))).toBe(text)
      }),
    )
    const long = '鍵\u{1F511}a\uD800'.repeat(10_000)
    expect(fromBytes(toBytes(long))).toBe(long)
  })

  it.each(['A', 'AAAAA', 'A=', 'AA+A', 'AA/A', 'A A', 'ああ', '%41A'])('refuse %o', (letters) => {
    expect(fromLetters(letters)).toBeUndefined()
  })
})

describe('a link', () => {
  it('brings any scenario back letter by letter', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const code = encodeScenario(scenario)
        expect(code).toMatch(/^[A-Za-z0-9_-]+$/)
        expect(decodeScenario(code)).toEqual({ kind: 'ok', scenario, unknownDocuments: [] })
      }),
    )
  })

  it('holds a megabyte of text that repeats itself', () => {
    const documents = { identityPolicy: '{ "Sid": "Again" },\n'.repeat(50_000) }
    expect(decodeScenario(encodeScenario({ documents }))).toMatchObject({ kind: 'ok', scenario: { documents } })
  })

  it('still opens when it was made by the first version', () => {
    const code =
      'AwpHI7atWSssvyk0EygATc3ExKPR0cxKT9IuTU_MSizLzgaYAEy8kCRjqKJVklgBNtlJ63Lj-ceOMx02NjxuXAZWk5CcDbc0rASfAotTC0tRikInVCjHQJBgDtDkGOVvFKCnUAjWWFJUWlwTk52QmV4LUA1MdAA'
    expect(decodeScenario(code)).toEqual({
      kind: 'ok',
      scenario: { title: 'はじめて', documents: { request: '{ "action": "ecs:RunTask" }', trustPolicy: '{' } },
      unknownDocuments: [],
    })
  })
})

const sample = encodeScenario({
  title: 'A sample',
  documents: { request: '{"action":"ecs:RunTask"}', identityPolicy: '{ "Statement": [] }' },
})
const bomb = packed(' '.repeat(60_000_000))

describe('a damaged or hostile link', () => {
  it.each([
    ['nothing', '', 'damaged'],
    ['only the version', 'A', 'damaged'],
    ['a few letters', 'AAAAA', 'damaged'],
    ['letters of no code', 'A!!!!', 'damaged'],
    ['a percent escape', 'A%20%20', 'damaged'],
    ['text', 'hello world', 'damaged'],
    ['digits', '0000', 'damaged'],
    ['base64 padding', `${sample}=`, 'damaged'],
    ['a later version', `B${sample.slice(1)}`, 'later-version'],
    ['a much later version', 'Z', 'later-version'],
    ['an endless code', `A${'A'.repeat(400_000)}`, 'too-large'],
    ['a bomb', bomb, 'too-large'],
    ['what is not JSON', packed('{'), 'damaged'],
    ['a JSON text', packed('"text"'), 'not-a-scenario'],
    ['null', packed('null'), 'not-a-scenario'],
    ['an array', packed('[]'), 'not-a-scenario'],
    ['another format', whole({ format: 'other', documents: {} }), 'not-a-scenario'],
    [
      'a format inherited through __proto__',
      packed('{"__proto__":{"format":"passrole-lab/scenario","version":1,"documents":{}}}'),
      'not-a-scenario',
    ],
    ['a later file version', whole({ version: 2, documents: {} }), 'later-version'],
    ['no documents', whole({}), 'wrong-type'],
    ['a document that is a number', whole({ documents: { request: 1 } }), 'wrong-type'],
  ])('%s is refused', (_name, code, kind) => {
    expect(decodeScenario(code)).toMatchObject({ kind: 'error', error: { kind } })
  })

  it('is refused wherever it was cut off', () => {
    for (let length = 0; length < sample.length; length++) {
      expect(decodeScenario(sample.slice(0, length))).toMatchObject({ kind: 'error' })
    }
  })

  it('never opens as another scenario when a letter has changed', () => {
    const original = decodeScenario(sample)
    const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
    fc.assert(
      fc.property(fc.nat(sample.length - 1), letter, (at, changed) => {
        const result = decodeScenario(sample.slice(0, at) + changed + sample.slice(at + 1))
        if (result.kind === 'ok') expect(result).toEqual(original)
      }),
      { numRuns: 2000 },
    )
  })

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^A[\w-]*$/)), (code) => {
        expect(['ok', 'error']).toContain(decodeScenario(code).kind)
      }),
    )
  })

  it('never changes the prototype of anything', () => {
    const result = decodeScenario(
      packed('{"format":"passrole-lab/scenario","version":1,"documents":{"__proto__":{"polluted":"yes"},"request":"{}"}}'),
    )
    expect(result).toEqual({ kind: 'ok', scenario: { documents: { request: '{}' } }, unknownDocuments: ['__proto__'] })
    expect('polluted' in {}).toBe(false)
  })
})
