import { createStore, type StoreApi } from 'zustand/vanilla'
import { buildTimeline, loadDeputyParts, type Playable } from '../present'
import {
  type Documents,
  documentIds,
  firstRunDocuments,
  loadAdvisingRun,
  loadRunDocuments,
  type RunDocuments,
  type RunOptions,
} from '../simulate'
import type { WorkspaceState } from './stores'

export interface WorkspacePorts {
  /** The time for `aws:CurrentTime`, ISO 8601. */
  readonly now: () => string
  /** What judges, in place of the lab's own. */
  readonly run?: RunDocuments
}

type Derived = Pick<WorkspaceState, 'playable' | 'timeline'>

/** Runs the documents. A fault of ours becomes a value: the page then says that it cannot tell, and never guesses. */
function evaluateSafely(documents: Documents, run: RunDocuments, options: RunOptions): Derived {
  try {
    const playable = run(documents, options)
    return { playable, timeline: buildTimeline(playable) }
  } catch (error) {
    const fault: Playable = { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
    return { playable: fault, timeline: buildTimeline(fault) }
  }
}

/** A lesson in which nobody has changed a letter yet: whoever opened it is to find out by watching. */
function keepsAnswer(texts: Documents, { scenario, start }: Pick<WorkspaceState, 'scenario' | 'start'>): boolean {
  return scenario !== undefined && documentIds.every((id) => texts[id] === start[id])
}

/** The texts, and the one evaluation of them. */
export function createWorkspaceStore(documents: Documents, ports: WorkspacePorts): StoreApi<WorkspaceState> {
  let run = ports.run ?? firstRunDocuments
  let completing: Promise<void> | undefined
  return createStore<WorkspaceState>()((set, get) => {
    const evaluate = (texts: Documents, lesson: Pick<WorkspaceState, 'scenario' | 'start'> = get()): Derived =>
      evaluateSafely(texts, run, { now: ports.now(), keepsAnswer: keepsAnswer(texts, lesson) })
    const replace = (texts: Documents, more: Partial<WorkspaceState> = {}) =>
      set({ ...more, documents: texts, ...evaluate(texts, { ...get(), ...more }), revision: get().revision + 1 })
    const complete = async () => {
      await loadDeputyParts()
      if (ports.run) return
      run = await loadRunDocuments()
      set(evaluate(get().documents))
    }
    return {
      documents,
      start: documents,
      scenario: undefined,
      title: undefined,
      ...evaluate(documents, { scenario: undefined, start: documents }),
      revision: 0,
      edit: (id, text) => {
        const current = get().documents
        if (current[id] === text) return
        const next = { ...current, [id]: text }
        set({ documents: next, ...evaluate(next) })
      },
      // A copy, so that opening the same scenario again is seen as an opening.
      openScenario: (scenario) =>
        replace(scenario.documents, { start: { ...scenario.documents }, scenario, title: undefined, opened: undefined }),
      openDocuments: (texts, title) => replace(texts, { start: { ...texts }, scenario: undefined, title, opened: undefined }),
      bringBack: ({ documents: texts, start, scenario, title }) => replace(texts, { start: { ...start }, scenario, title }),
      resetDocument: (id) => {
        const { documents: current, start } = get()
        const { [id]: _gone, ...others } = current
        const text = start[id]
        replace(text === undefined ? others : { ...current, [id]: text })
      },
      addDocument: (id, text) =>
        replace({ ...get().documents, [id]: text }, { opened: { documentId: id, level: undefined, at: undefined } }),
      removeDocument: (id) => {
        const { [id]: _gone, ...others } = get().documents
        replace(others)
      },
      opened: undefined,
      openPlace: (place) => set({ opened: { ...place } }),
      complete: () => {
        completing ??= complete().catch((error: unknown) => {
          completing = undefined
          throw error
        })
        return completing
      },
      advise: async () => {
        const [advising] = await Promise.all([loadAdvisingRun(), get().complete()])
        if (ports.run) return
        run = advising
        set(evaluate(get().documents))
      },
      resetAll: () => replace(get().start),
      rewrite: (texts) => replace(texts),
      applySolution: () => {
        const { scenario, documents: current } = get()
        if (scenario?.solution) replace({ ...current, ...scenario.solution })
      },
    }
  })
}
