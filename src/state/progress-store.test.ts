import { describe, expect, it } from 'vitest'
import type { StoragePort } from './keep'
import { createProgressStore } from './progress-store'

function memory(content: Record<string, string> = {}): StoragePort & { readonly content: Record<string, string> } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => {
      content[key] = value
    },
  }
}

const broken: StoragePort = {
  getItem: () => {
    throw new Error('blocked')
  },
  setItem: () => {
    throw new Error('blocked')
  },
}

describe('progress', () => {
  it('adds to what is known of a scenario, and finds it again', () => {
    const storage = memory()
    const store = createProgressStore(storage, false)
    store.getState().note('role-path', { guess: 'runs' })
    store.getState().note('role-path', { played: 'pass-role' })
    expect(createProgressStore(storage, false).getState().scenarios).toEqual({ 'role-path': { guess: 'runs', played: 'pass-role' } })
  })

  it('writes only what is new', () => {
    const storage = memory()
    const store = createProgressStore(storage, false)
    store.getState().note('role-path', { played: 'pass-role' })
    const before = store.getState().scenarios
    store.getState().note('role-path', { played: 'pass-role' })
    expect(store.getState().scenarios).toBe(before)
  })

  it('keeps that it was solved with least privilege, and reads what was kept before there was that', () => {
    const storage = memory({ 'passrole-lab/progress': '{"role-path":{"solved":true}}' })
    const store = createProgressStore(storage, false)
    expect(store.getState().scenarios['role-path']).toEqual({ solved: true })
    store.getState().note('role-path', { least: true })
    expect(createProgressStore(storage, false).getState().scenarios['role-path']).toEqual({ solved: true, least: true })
  })

  it('a fresh start neither shows nor overwrites what was kept', () => {
    const storage = memory({ 'passrole-lab/progress': '{"role-path":{"solved":true}}' })
    const store = createProgressStore(storage, true)
    expect(store.getState().scenarios).toEqual({})
    store.getState().note('role-path', { guess: 'runs' })
    expect(storage.content['passrole-lab/progress']).toBe('{"role-path":{"solved":true}}')
  })

  it.each([
    ['not JSON', '{'],
    ['a list', '[1]'],
    ['wrong members', '{"role-path":{"guess":"maybe","played":7,"solved":"yes"}}'],
    ['null', 'null'],
  ])('%s is left out without a word', (_name, text) => {
    const { scenarios } = createProgressStore(memory({ 'passrole-lab/progress': text }), false).getState()
    expect(Object.values(scenarios).every((entry) => Object.keys(entry).length === 0)).toBe(true)
  })

  it('works on where storage is blocked', () => {
    const store = createProgressStore(broken, false)
    store.getState().note('role-path', { solved: true })
    expect(store.getState().scenarios['role-path']?.solved).toBe(true)
  })
})
