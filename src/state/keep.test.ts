import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentIds } from '../simulate'
import { forgetAside, isEdited, type Kept, keep, keepPreferences, restore, restorePreferences, type StoragePort } from './keep'

function memory(content: Readonly<Record<string, string>> = {}): StoragePort {
  const values = new Map(Object.entries(content))
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) }
}

function refusing(thrown: unknown): StoragePort {
  const refuse = () => {
    throw thrown
  }
  return { getItem: refuse, setItem: refuse }
}

const kept: Kept = { documents: { request: '{' }, start: { request: '{}' }, scenarioId: 'role-path', title: undefined }

describe('keeping', () => {
  it('gives back exactly what was kept', () => {
    const text = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
    const documents = fc.dictionary(fc.constantFrom(...documentIds), text, { noNullPrototype: true })
    const optional = fc.option(text, { nil: undefined })
    fc.assert(
      fc.property(fc.record({ documents, start: documents, scenarioId: optional, title: optional }), (value) => {
        const storage = memory()
        expect(keep(storage, value)).toBeUndefined()
        expect(restore(storage)).toEqual(value)
      }),
    )
  })

  it('finds nothing where nothing was kept', () => {
    expect(restore(memory())).toBeUndefined()
  })

  it('sets work aside in a place of its own, and forgets it', () => {
    const storage = memory()
    keep(storage, kept, 'aside')
    expect(restore(storage)).toBeUndefined()
    expect(restore(storage, 'aside')).toEqual(kept)
    forgetAside(storage)
    expect(restore(storage, 'aside')).toBeUndefined()
  })

  it.each([
    ['the quota, by name', new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'full'],
    ['the quota, in Firefox', Object.assign(new Error('no'), { name: 'NS_ERROR_DOM_QUOTA_REACHED' }), 'full'],
    ['access', new DOMException('Access is denied.', 'SecurityError'), 'blocked'],
    ['something odd', 'odd', 'blocked'],
  ])('says that %s is in the way', (_name, thrown, problem) => {
    expect(keep(refusing(thrown), kept)).toBe(problem)
    expect(() => forgetAside(refusing(thrown))).not.toThrow()
  })

  it('says that it is blocked where there is no storage', () => {
    expect(keep(undefined, kept)).toBe('blocked')
    expect(restore(undefined)).toBe('blocked')
    expect(restore(refusing(new Error('no')))).toBe('blocked')
  })

  it.each([
    ['not JSON', '{"version":1,"documents":[7', 'corrupt'],
    ['a number', '7', 'corrupt'],
    ['null', 'null', 'corrupt'],
    ['a list', '[]', 'corrupt'],
    ['without version', '{"documents":{},"start":{}}', 'corrupt'],
    ['of another type', '{"version":"1","documents":{},"start":{}}', 'corrupt'],
    ['without documents', '{"version":1,"start":{}}', 'corrupt'],
    ['without a start', '{"version":1,"documents":{}}', 'corrupt'],
    ['with a document that is an object', '{"version":1,"documents":{"request":{}},"start":{}}', 'corrupt'],
    ['documents under __proto__', '{"version":1,"__proto__":{"documents":{},"start":{}}}', 'corrupt'],
    ['of a later version', '{"version":2,"anything":true}', 'later-version'],
  ])('does not take what is %s', (_name, text, problem) => {
    expect(restore(memory({ 'passrole-lab/workspace': text }))).toBe(problem)
  })

  it('leaves out what it does not know', () => {
    const text = '{"version":1,"documents":{"request":"{}","__proto__":{"x":1},"other":7},"start":{},"scenarioId":7,"title":{}}'
    expect(restore(memory({ 'passrole-lab/workspace': text }))).toEqual({
      documents: { request: '{}' },
      start: {},
      scenarioId: undefined,
      title: undefined,
    })
  })

  it.each([
    ['edited', { request: '{' }, { request: '{}' }, true],
    ['as it began', { request: '{}' }, { request: '{}' }, false],
    ['with a document more', { request: '{}', roles: '' }, { request: '{}' }, true],
  ])('knows work that is %s', (_name, documents, start, expected) => {
    expect(isEdited({ ...kept, documents, start })).toBe(expected)
  })
})

describe('preferences', () => {
  it('come back', () => {
    const storage = memory()
    keepPreferences(storage, { language: 'ja', theme: 'dark' })
    expect(restorePreferences(storage)).toEqual({ language: 'ja', theme: 'dark' })
  })

  it.each(['', '{', '[]', 'null', '7', '{"language":"fr","theme":7}'])('%o says nothing', (text) => {
    expect(restorePreferences(memory({ 'passrole-lab/preferences': text }))).toEqual({})
  })

  it('do without storage', () => {
    expect(restorePreferences(undefined)).toEqual({})
    expect(restorePreferences(refusing(new Error('no')))).toEqual({})
    expect(() => keepPreferences(refusing(new Error('no')), { language: 'en' })).not.toThrow()
  })
})
