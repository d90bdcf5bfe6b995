export {
  defaultScenarioId,
  isScenarioId,
  loadScenario,
  loadTrainerNotes,
  type ScenarioGroup,
  type ScenarioId,
  scenarioGroups,
  scenarioIds,
} from './catalogue'
export { checkGoal } from './check-goal'
export { closestLesson, type PlayedLesson } from './closest-lesson'
export type * from './scenario'
