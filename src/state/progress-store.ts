import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Guess, guesses } from '../present'
import type { Check } from '../simulate'
import type { StoragePort } from './keep'

/** How far a person has come with one scenario. */
export interface ScenarioProgress {
  readonly guess?: Guess
  /** Its start was played to the end, and this is where it stopped. */
  readonly played?: Check | 'allowed'
  /** Its goal was met. */
  readonly solved?: boolean
  /** It was solved as a challenge, with nothing broader than needed. */
  readonly least?: boolean
}

export interface ProgressState {
  readonly scenarios: Readonly<Record<string, ScenarioProgress>>
  /** Adds to what is known of a scenario. */
  note(scenarioId: string, more: ScenarioProgress): void
  forget(): void
}

const key = 'passrole-lab/progress'
const places: readonly unknown[] = ['allowed', 'service-action', 'pass-role', 'assume-role', 'role-permission']

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readOne(value: unknown): ScenarioProgress {
  if (!isObject(value)) return {}
  const guess = guesses.find((known) => known === value.guess)
  return {
    ...(guess ? { guess } : {}),
    ...(places.includes(value.played) ? { played: value.played as Check | 'allowed' } : {}),
    ...(value.solved === true ? { solved: true } : {}),
    ...(value.least === true ? { least: true } : {}),
  }
}

/** What was kept of it. Progress is no work: what cannot be read is left out without a word. */
function restoreProgress(storage: StoragePort | undefined): Record<string, ScenarioProgress> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '{}')
    if (!isObject(value)) return {}
    return Object.fromEntries(Object.entries(value).map(([id, entry]) => [id, readOne(entry)]))
  } catch {
    // Blocked, or not JSON.
    return {}
  }
}

/** What a person has guessed, played and solved. A fresh start (`fresh=1`) neither reads nor overwrites what was kept. */
export function createProgressStore(storage: StoragePort | undefined, fresh: boolean): StoreApi<ProgressState> {
  return createStore<ProgressState>()((set, get) => {
    const replace = (scenarios: ProgressState['scenarios']) => {
      set({ scenarios })
      if (fresh) return
      try {
        storage?.setItem(key, JSON.stringify(scenarios))
      } catch {
        // It holds for this visit; the workspace's own notice tells of the storage.
      }
    }
    return {
      scenarios: fresh ? {} : restoreProgress(storage),
      note: (scenarioId, more) => {
        const { scenarios } = get()
        const before = scenarios[scenarioId] ?? {}
        const after = { ...before, ...more }
        const isNew = (Object.keys(more) as (keyof ScenarioProgress)[]).some((member) => before[member] !== after[member])
        if (isNew) replace({ ...scenarios, [scenarioId]: after })
      },
      forget: () => replace({}),
    }
  })
}
