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
export {
  type Challenge,
  challengeOf,
  type GoalState,
  type Judged,
  narrow,
  type Probe,
  type ProbeKind,
  type Stop,
  type Tried,
  type Wide,
} from './challenge'
export { checkGoal } from './check-goal'
export { closestLesson, type PlayedLesson } from './closest-lesson'
export type * from './scenario'
