import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentIds } from '../simulate'
import { readScenarioFile, textIn, writeScenarioFile } from '.'

const file = (members: string): string => `{ "format": "passrole-lab/scenario", "version": 1, ${members} }`
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('a scenario file', () => {
  it('brings any scenario back letter by letter', () => {
    const text = fc.string({ unit: 'binary' })
    const scenario = fc.record(
      {
        title: text,
        notes: fc.record({ en: text, ja: text }),
        documents: fc.dictionary(fc.constantFrom(...documentIds), text, { noNullPrototype: true }),
      },
      { requiredKeys: ['documents'] },
    )
    fc.assert(
      fc.property(scenario, (value) => {
        expect(readScenarioFile(writeScenarioFile(value))).toEqual({ kind: 'ok', scenario: value, unknownDocuments: [] })
      }),
    )
  })

  it('says its format and version, and leaves out what is not there', () => {
    expect(writeScenarioFile({ documents: { request: '{}' } })).toBe(
      '{\n  "format": "passrole-lab/scenario",\n  "version": 1,\n  "documents": {\n    "request": "{}"\n  }\n}\n',
    )
  })

  it('lays an object out and keeps a string as it is', () => {
    const read = readScenarioFile(
      file('"documents": { "request": {"action":"ecs:RunTask","parameters":{}}, "trustPolicy": "{ not  JSON", "rolePolicy": [{}] }'),
    )
    expect(read).toMatchObject({
      kind: 'ok',
      scenario: {
        documents: {
          request: '{\n  "action": "ecs:RunTask",\n  "parameters": {}\n}',
          trustPolicy: '{ not  JSON',
          rolePolicy: '[\n  {}\n]',
        },
      },
    })
  })

  it.each([
    ['no documents at all', '"documents": {}', { documents: {} }],
    ['an empty text', '"documents": { "request": "" }', { documents: { request: '' } }],
    ['a title', '"title": "One", "documents": {}', { title: 'One', documents: {} }],
    [
      'a title in two languages',
      '"title": { "en": "One", "ja": "一" }, "documents": {}',
      { title: { en: 'One', ja: '一' }, documents: {} },
    ],
    ['a title in one', '"title": { "ja": "一" }, "documents": {}', { title: { ja: '一' }, documents: {} }],
    ['a title in a third', '"title": { "fr": "Un" }, "documents": {}', { title: {}, documents: {} }],
    ['notes', '"notes": { "en": "Ask first" }, "documents": {}', { notes: { en: 'Ask first' }, documents: {} }],
    ['unknown members', '"author": "aya", "documents": {}', { documents: {} }],
  ])('may have %s', (_name, members, scenario) => {
    expect(readScenarioFile(file(members))).toEqual({ kind: 'ok', scenario, unknownDocuments: [] })
  })

  it('names the documents that it does not know', () => {
    const read = readScenarioFile(file('"documents": { "request": "{}", "identitypolicy": {}, "__proto__": {}, "constructor": "x" }'))
    expect(read).toEqual({
      kind: 'ok',
      scenario: { documents: { request: '{}' } },
      unknownDocuments: ['identitypolicy', '__proto__', 'constructor'],
    })
  })

  it('may begin with a byte order mark', () => {
    expect(readScenarioFile(`\uFEFF${file('"documents": {}')}`)).toMatchObject({ kind: 'ok' })
  })

  it('keeps a member called __proto__ inside a document', () => {
    expect(readScenarioFile(file('"documents": { "request": { "__proto__": { "a": 1 } } }'))).toMatchObject({
      scenario: { documents: { request: '{\n  "__proto__": {\n    "a": 1\n  }\n}' } },
    })
  })
})

describe('a file that cannot be opened', () => {
  it.each([
    ['empty', '', { kind: 'damaged' }],
    ['cut off', file('"documents": {').slice(0, -4), { kind: 'damaged' }],
    ['a policy', '{ "Version": "2012-10-17", "Statement": [] }', { kind: 'not-a-scenario' }],
    ['a list', '[]', { kind: 'not-a-scenario' }],
    ['null', 'null', { kind: 'not-a-scenario' }],
    ['another format', '{ "format": "other/scenario", "version": 1, "documents": {} }', { kind: 'not-a-scenario' }],
    [
      'only a prototype',
      '{ "__proto__": { "format": "passrole-lab/scenario", "version": 1, "documents": {} } }',
      { kind: 'not-a-scenario' },
    ],
    ['without version', '{ "format": "passrole-lab/scenario", "documents": {} }', { kind: 'wrong-type', member: 'version' }],
    ['of version "1"', '{ "format": "passrole-lab/scenario", "version": "1", "documents": {} }', { kind: 'wrong-type', member: 'version' }],
    ['of version 0', '{ "format": "passrole-lab/scenario", "version": 0, "documents": {} }', { kind: 'wrong-type', member: 'version' }],
    ['of version 2', '{ "format": "passrole-lab/scenario", "version": 2, "documents": "new" }', { kind: 'later-version' }],
    ['without documents', '{ "format": "passrole-lab/scenario", "version": 1 }', { kind: 'wrong-type', member: 'documents' }],
    ['with a list of documents', file('"documents": []'), { kind: 'wrong-type', member: 'documents' }],
    ['with a document that is null', file('"documents": { "roles": null }'), { kind: 'wrong-type', member: 'documents.roles' }],
    ['with a document that is true', file('"documents": { "request": true }'), { kind: 'wrong-type', member: 'documents.request' }],
    ['with a title that is a number', file('"title": 1, "documents": {}'), { kind: 'wrong-type', member: 'title' }],
    ['with a title that is a list', file('"title": ["a"], "documents": {}'), { kind: 'wrong-type', member: 'title' }],
    ['with an English title that is a number', file('"title": { "en": 1 }, "documents": {}'), { kind: 'wrong-type', member: 'title' }],
    ['with notes that are null', file('"notes": null, "documents": {}'), { kind: 'wrong-type', member: 'notes' }],
    ['too long', file(`"documents": { "request": "${'a'.repeat(4_000_000)}" }`), { kind: 'too-large' }],
    ['nested 10,000 levels deep', file(`"documents": { "request": ${nested(10_000)} }`), { kind: 'too-large' }],
    ['nested 1,000,000 levels deep', file(`"documents": { "request": ${nested(1_000_000)} }`), { kind: 'too-large' }],
    [
      'megabytes of spaces once laid out',
      file(`"documents": { "request": ${'['.repeat(150)}${Array(50_000).fill(1).join()}${']'.repeat(150)} }`),
      { kind: 'too-large' },
    ],
  ])('is %s', (_name, text, error) => {
    expect(readScenarioFile(text)).toEqual({ kind: 'error', error })
  })

  it('keeps a deep document that is given as text', () => {
    expect(readScenarioFile(file(`"documents": { "request": "${nested(10_000)}" }`))).toMatchObject({ kind: 'ok' })
  })
})

describe('a text in one language or two', () => {
  it.each([
    ['for all', 'One', 'ja', 'One'],
    ['in the language', { en: 'One', ja: '一' }, 'ja', '一'],
    ['in the other when that is all there is', { ja: '一' }, 'en', '一'],
    ['nowhere', {}, 'en', undefined],
    ['not given', undefined, 'en', undefined],
  ] as const)('%s', (_name, text, language, expected) => {
    expect(textIn(text, language)).toBe(expected)
  })
})
