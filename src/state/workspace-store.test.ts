import { describe, expect, it } from 'vitest'
import { loadScenario } from '../scenarios'
import { type Documents, runDocuments } from '../simulate'
import { createWorkspaceStore } from './workspace-store'

const now = () => '2026-01-02T03:04:05Z'

async function openLesson(id: 'clean-hand-over' | 'passed-to-service' = 'passed-to-service') {
  const runs: Documents[] = []
  const run: typeof runDocuments = (documents, options) => {
    runs.push(documents)
    return runDocuments(documents, options)
  }
  const scenario = await loadScenario(id)
  const store = createWorkspaceStore(scenario.documents, { now, run })
  store.getState().openScenario(scenario)
  runs.length = 0
  return { store, runs, scenario }
}

const outcome = (store: Awaited<ReturnType<typeof openLesson>>['store']) => {
  const { playable } = store.getState()
  return playable.kind === 'ready' ? playable.trace.outcome : playable.kind
}

describe('the workspace', () => {
  it('evaluates once per edit, and not at all when nothing changed', async () => {
    const { store, runs, scenario } = await openLesson()
    store.getState().edit('identityPolicy', scenario.solution?.identityPolicy ?? '')
    expect(runs).toHaveLength(1)
    expect(outcome(store)).toBe('allowed')
    store.getState().edit('identityPolicy', scenario.solution?.identityPolicy ?? '')
    expect(runs).toHaveLength(1)
    expect(store.getState().timeline.playable).toBe(store.getState().playable)
  })

  it('evaluates once when a document is added or removed, and Reset restores what was there', async () => {
    const { store, runs, scenario } = await openLesson('clean-hand-over')
    const { revision } = store.getState()
    const text = '{ "Version": "2012-10-17",\r\n "Statement": [] }'
    store.getState().addDocument('permissionsBoundary', text)
    expect(runs).toHaveLength(1)
    expect([outcome(store), store.getState().documents.permissionsBoundary]).toEqual(['denied', text])
    expect(store.getState().opened?.documentId).toBe('permissionsBoundary')
    expect(store.getState().revision).toBeGreaterThan(revision)
    store.getState().removeDocument('permissionsBoundary')
    expect(runs).toHaveLength(2)
    expect(outcome(store)).toBe('allowed')
    expect(store.getState().documents).not.toHaveProperty('permissionsBoundary')
    store.getState().addDocument('serviceControlPolicies', text)
    store.getState().removeDocument('trustPolicy')
    store.getState().resetAll()
    expect(store.getState().documents).toEqual(scenario.documents)
  })

  it('tells the clock to the run', () => {
    let told: string | undefined
    const run: typeof runDocuments = (documents, options) => {
      told = options?.now
      return runDocuments(documents, options)
    }
    createWorkspaceStore({}, { now, run })
    expect(told).toBe('2026-01-02T03:04:05Z')
  })

  it('keeps a text that is not JSON letter by letter', async () => {
    const { store } = await openLesson()
    const text = '{ "broken": \r\n\t\uD800 ロール'
    store.getState().edit('trustPolicy', text)
    expect(store.getState().documents.trustPolicy).toBe(text)
  })

  it('counts replacements from outside, not edits', async () => {
    const { store } = await openLesson()
    const { revision } = store.getState()
    store.getState().edit('trustPolicy', '{}')
    expect(store.getState().revision).toBe(revision)
    store.getState().resetDocument('trustPolicy')
    store.getState().resetAll()
    store.getState().applySolution()
    expect(store.getState().revision).toBe(revision + 3)
  })

  it('resets one document, or all of them', async () => {
    const { store, scenario } = await openLesson()
    store.getState().edit('trustPolicy', '{}')
    store.getState().edit('identityPolicy', '{}')
    store.getState().edit('permissionsBoundary', '{}')
    store.getState().resetDocument('trustPolicy')
    expect(store.getState().documents).toEqual({ ...scenario.documents, identityPolicy: '{}', permissionsBoundary: '{}' })
    store.getState().resetDocument('permissionsBoundary')
    expect(store.getState().documents).toEqual({ ...scenario.documents, identityPolicy: '{}' })
    store.getState().resetAll()
    expect(store.getState().documents).toEqual(scenario.documents)
  })

  it('writes the solution into the documents it changes, and leaves the others as edited', async () => {
    const { store, scenario } = await openLesson()
    store.getState().edit('rolePolicy', `${scenario.documents.rolePolicy}\n`)
    store.getState().applySolution()
    expect(store.getState().documents).toEqual({
      ...scenario.documents,
      ...scenario.solution,
      rolePolicy: `${scenario.documents.rolePolicy}\n`,
    })
    expect(outcome(store)).toBe('allowed')
  })

  it('has no solution to write where there is none', async () => {
    const { store, scenario } = await openLesson('clean-hand-over')
    store.getState().applySolution()
    expect(store.getState().documents).toEqual(scenario.documents)
  })

  it('opens documents from a file, and brings back what was there', async () => {
    const { store, scenario } = await openLesson()
    store.getState().edit('request', '{')
    const before = store.getState()
    store.getState().openDocuments({ request: '{}' }, 'From a file')
    expect(store.getState()).toMatchObject({
      documents: { request: '{}' },
      start: { request: '{}' },
      scenario: undefined,
      title: 'From a file',
    })
    store.getState().bringBack(before)
    expect(store.getState()).toMatchObject({
      documents: { ...scenario.documents, request: '{' },
      start: scenario.documents,
      scenario,
      title: undefined,
    })
  })

  it.each([
    ['an error', new Error('out of luck'), 'out of luck'],
    ['something else', 'odd', 'odd'],
  ])('turns %s thrown by the engine into a fault, and goes on', async (_name, thrown, message) => {
    let broken = false
    const run: typeof runDocuments = (documents, options) => {
      if (broken) throw thrown
      return runDocuments(documents, options)
    }
    const { documents } = await loadScenario('clean-hand-over')
    const store = createWorkspaceStore(documents, { now, run })
    broken = true
    store.getState().edit('request', '{}')
    expect(store.getState().playable).toEqual({ kind: 'fault', message })
    expect(store.getState().timeline.playable).toEqual({ kind: 'fault', message })
    expect(store.getState().documents.request).toBe('{}')
    broken = false
    store.getState().edit('request', documents.request ?? '')
    expect(store.getState().playable.kind).toBe('ready')
  })

  it('keeps the answer of a lesson until somebody changes a letter', async () => {
    const store = createWorkspaceStore({}, { now })
    const codes = () => {
      const { playable } = store.getState()
      return playable.kind === 'fault' ? [] : playable.problems.map(({ code }) => code)
    }
    const lesson = await loadScenario('wrong-service-principal')
    await store.getState().advise()
    store.getState().openScenario(lesson)
    expect(codes()).toEqual([])
    store.getState().edit('identityPolicy', ` ${lesson.documents.identityPolicy}`)
    expect(codes()).toEqual(['trust-sibling-service'])
    store.getState().resetAll()
    expect(codes()).toEqual([])
    // What is no lesson has no answer to keep.
    store.getState().openDocuments(lesson.documents, 'mine')
    expect(codes()).toEqual(['trust-sibling-service'])
    // Advice that comes after the lesson was opened keeps it too, and other advice is given as ever.
    store.getState().openScenario(await loadScenario('explicit-deny-admin'))
    expect(codes()).toEqual(['pass-role-every-role'])
  })

  it('turns a fault in what follows the run into one too', async () => {
    const run: typeof runDocuments = () => ({ kind: 'ready', trace: Object.create(null), problems: [] })
    expect(createWorkspaceStore({}, { now, run }).getState().playable.kind).toBe('fault')
  })
})
