/** Everything that shows a challenge, fetched when one is begun. */
import './challenge.css'
import './proposed-change.css'

export { begin, moves } from './begin'
export { ChallengeAside, ChallengeMove } from './ChallengeAside'
export { challengeNarration, spokenGoals } from './challenge-narration'
export { GoalsPanel } from './GoalsPanel'
export { PaneNote } from './PaneNote'
export { PinnedHint } from './PinnedHint'
export { ProposedChange } from './ProposedChange'
export { shownHighlights } from './shown-highlights'
export { WideMark } from './WideMark'
