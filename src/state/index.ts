export { createAppStores, type Ports } from './app-stores'
export {
  type ActiveChallenge,
  type ChallengeMoves,
  type ChallengeState,
  keptChallengeId,
  type Proposal,
  type Rung,
  startChallenge,
} from './challenge-store'
export { type StoragePort, sameTexts } from './keep'
export { usualShares } from './preferences-store'
export type { ProgressState, ScenarioProgress } from './progress-store'
export type * from './stores'
