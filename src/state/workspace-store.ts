import { createStore, type StoreApi } from 'zustand/vanilla'
import { buildTimeline, type Playable } from '../present'
import { type Documents, runDocuments } from '../simulate'
import type { WorkspaceState } from './stores'

/** Runs the documents. A fault of ours becomes a value: the page then says that it cannot tell, and never guesses. */
export function runSafely(documents: Documents, now: string | undefined, run: typeof runDocuments = runDocuments): Playable {
  try {
    return run(documents, now === undefined ? {} : { now })
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
  }
}

export interface WorkspacePorts {
  /** The time for `aws:CurrentTime`, ISO 8601. */
  readonly now: () => string
  readonly run?: typeof runDocuments
}

type Derived = Pick<WorkspaceState, 'playable' | 'timeline'>

/** The texts, and the one evaluation of them. */
export function createWorkspaceStore(documents: Documents, ports: WorkspacePorts): StoreApi<WorkspaceState> {
  const evaluate = (texts: Documents): Derived => {
    const playable = runSafely(texts, ports.now(), ports.run)
    return { playable, timeline: buildTimeline(playable) }
  }
  return createStore<WorkspaceState>()((set, get) => {
    const replace = (texts: Documents, more: Partial<WorkspaceState> = {}) =>
      set({ ...more, documents: texts, ...evaluate(texts), revision: get().revision + 1 })
    return {
      documents,
      start: documents,
      scenario: undefined,
      title: undefined,
      ...evaluate(documents),
      revision: 0,
      edit: (id, text) => {
        const current = get().documents
        if (current[id] === text) return
        const next = { ...current, [id]: text }
        set({ documents: next, ...evaluate(next) })
      },
      openScenario: (scenario) => replace(scenario.documents, { start: scenario.documents, scenario, title: undefined }),
      openDocuments: (texts, title) => replace(texts, { start: texts, scenario: undefined, title }),
      resetDocument: (id) => {
        const { documents: current, start } = get()
        const { [id]: _gone, ...others } = current
        const text = start[id]
        replace(text === undefined ? others : { ...current, [id]: text })
      },
      resetAll: () => replace(get().start),
      applySolution: () => {
        const { scenario, documents: current } = get()
        if (scenario?.solution) replace({ ...current, ...scenario.solution })
      },
    }
  })
}
