import { describe, expect, it } from 'vitest'
import { loadScenario } from '../scenarios'
import { runDocuments } from '../simulate'
import { type AppStores, type ChallengeMoves, createAppStores, keptChallengeId, startChallenge } from '.'

function memory(start: Record<string, string> = {}) {
  const items = new Map(Object.entries(start))
  return { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value), items }
}

async function storesWith(storage = memory(), hash = '#scenario=passed-to-service'): Promise<AppStores> {
  return createAppStores({
    storage,
    hash,
    language: 'en',
    reducedMotion: true,
    now: () => '2026-01-01T00:00:00Z',
    later: (task) => task(),
    run: runDocuments,
  })
}

/** A challenge with a clock that is set by hand. */
async function started(storage = memory(), resumed = false) {
  const stores = await storesWith(storage)
  const time = { now: 0 }
  const begun = startChallenge(stores, { run: runDocuments, clock: () => time.now, idle: (task) => task() }, resumed)
  const active = () => stores.challenge.getState().active
  return { stores, storage, time, moves: begun as ChallengeMoves, active }
}

describe('a challenge', () => {
  it('is judged with every edit, and notes least privilege in the progress', async () => {
    const { stores, active, time } = await started()
    expect(active()?.judged).toMatchObject({ solved: false, least: false })
    time.now = 61_000
    const { scenario } = stores.workspace.getState()
    stores.workspace.getState().edit('identityPolicy', scenario?.solution?.identityPolicy ?? '')
    expect(active()?.judged).toMatchObject({ solved: true, least: true })
    expect(active()?.seconds).toBe(61)
    expect(stores.progress.getState().scenarios['passed-to-service']).toMatchObject({ solved: true, least: true })
  })

  it('proposes the fix at the fourth hint, writes nothing, and takes it back with the third', async () => {
    const { stores, active, moves } = await started()
    const before = stores.workspace.getState().documents
    moves.show(4)
    expect(active()?.proposal).toMatchObject({ kind: 'fix', judged: { least: true } })
    expect(Object.keys(active()?.proposal?.documents ?? {})).toEqual(['identityPolicy'])
    expect(stores.workspace.getState().documents).toBe(before)
    moves.reject()
    expect(active()).toMatchObject({ rung: 3, hints: 4, proposal: undefined })
  })

  it('drops a proposal when somebody writes on', async () => {
    const { stores, active, moves } = await started()
    moves.show(4)
    stores.workspace.getState().edit('rolePolicy', '{}')
    expect(active()?.proposal).toBeUndefined()
  })

  it('goes on after a reload with its hints and its time; only for its own lesson', async () => {
    const first = await started()
    first.moves.show(2)
    first.time.now = 30_000
    first.moves.keep()
    expect(keptChallengeId(first.stores)).toBe('passed-to-service')
    const again = await started(first.storage, true)
    expect(again.active()).toMatchObject({ rung: 2, hints: 2 })
    again.time.now = 10_000
    expect(again.moves.spent()).toBe(40)
    const other = await storesWith(first.storage, '#scenario=no-pass-role')
    expect(startChallenge(other, { run: runDocuments, clock: () => 0, idle: () => undefined }, true)).toBeUndefined()
  })

  it.each([
    ['another lesson', 'no-pass-role'],
    ['the same lesson, opened anew', 'passed-to-service'],
  ] as const)('ends with %s', async (_name, id) => {
    const { stores, active, storage } = await started()
    stores.workspace.getState().openScenario(await loadScenario(id))
    expect(active()).toBeUndefined()
    expect(storage.items.get('passrole-lab/challenge')).toBe('')
  })

  it('stays when its documents are reset one by one, and is left by hand', async () => {
    const { stores, active, moves } = await started()
    stores.workspace.getState().edit('identityPolicy', '{')
    stores.workspace.getState().resetDocument('identityPolicy')
    expect(active()).toBeDefined()
    moves.leave()
    expect(active()).toBeUndefined()
  })

  it.each(['{', 'null', '[]', '{"scenarioId":5}', '{"scenarioId":"passed-to-service","rung":"x","hints":-1}'])(
    'reads %s without a fault',
    async (text) => {
      const storage = memory({ 'passrole-lab/challenge': text })
      const stores = await storesWith(storage)
      expect(() => startChallenge(stores, { run: runDocuments, clock: () => 0, idle: () => undefined }, true)).not.toThrow()
    },
  )

  it('there is none for a lesson that has nothing to solve', async () => {
    const stores = await storesWith(memory(), '#scenario=clean-hand-over')
    expect(startChallenge(stores, { run: runDocuments, clock: () => 0, idle: () => undefined })).toBeUndefined()
  })

  it('is quick to judge: an edit costs a few milliseconds', async () => {
    const { stores } = await started()
    const text = stores.workspace.getState().documents.identityPolicy ?? ''
    const from = performance.now()
    for (let i = 0; i < 20; i++) stores.workspace.getState().edit('identityPolicy', `${text}${' '.repeat(i + 1)}`)
    expect((performance.now() - from) / 20).toBeLessThan(25)
  })
})
