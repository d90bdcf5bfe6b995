export { defaultScenarioId, isScenarioId, loadScenario, type ScenarioId, scenarioIds } from './catalogue'
export { checkGoal } from './check-goal'
export type * from './scenario'
export { type ScenarioGroup, scenarioGroups } from './scenario-groups'
