export { defaultScenarioId, isScenarioId, loadScenario, type ScenarioId, scenarioIds, scenarioThemes, type ThemeId } from './catalogue'
export { checkGoal } from './check-goal'
export type * from './scenario'
