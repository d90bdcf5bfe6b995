import type { Scenario, TrainerNotes } from './scenario'

/** Every lesson by theme. The order is the order of the picker. */
const themes = {
  passing: [
    'clean-hand-over',
    'no-pass-role',
    'passed-to-service',
    'role-path',
    'explicit-deny-admin',
    'other-account-role',
    'assume-not-pass',
  ],
  trust: ['wrong-service-principal', 'source-account', 'confused-deputy', 'external-id', 'mfa-required'],
  services: [
    'task-definition-roles',
    'swapped-roles',
    'ec2-instance-profile',
    'lambda-execution-role',
    'codebuild-project',
    'codepipeline-pipeline',
    'cloudformation-role',
    'forward-access-session',
  ],
  layers: [
    'permissions-boundary',
    'session-policy',
    'scp-deny-at-ou',
    'scp-level-without-allow',
    'scp-explicit-deny',
    'management-account',
    'rcp-on-sts',
  ],
  taking: ['direct-assume-role', 'tag-session', 'role-chaining', 'cross-account-assume-role', 'cross-account-trust'],
} as const satisfies Record<string, readonly string[]>

type ThemeId = keyof typeof themes
export type ScenarioId = (typeof themes)[ThemeId][number]

/** A theme and its scenarios, as lists of them are headed. */
export interface ScenarioGroup {
  readonly id: ThemeId
  readonly scenarios: readonly ScenarioId[]
}

/** Every scenario under its theme, in the order of the picker. */
export const scenarioGroups: readonly ScenarioGroup[] = Object.entries(themes).map(([id, scenarios]) => ({ id: id as ThemeId, scenarios }))

/** Ids are stable words: links and files name them. */
export const scenarioIds: readonly ScenarioId[] = scenarioGroups.flatMap((group) => group.scenarios)

/** What a fresh visit shows. */
export const defaultScenarioId: ScenarioId = 'clean-hand-over'

const known: ReadonlySet<string> = new Set(scenarioIds)

export const isScenarioId = (id: string): id is ScenarioId => known.has(id)

/** Fetches a lesson when it is opened; what a fresh visit shows is fetched by itself, without the list of all others. */
export async function loadScenario(id: ScenarioId): Promise<Scenario> {
  if (id === defaultScenarioId) return (await import('./lessons/clean-hand-over')).cleanHandOver
  return (await import('./lessons')).lessons[id]()
}

/** Fetches what a trainer says about a scenario. */
export const loadTrainerNotes = async (id: ScenarioId): Promise<TrainerNotes> => (await import('./notes')).trainerNotes[id]
