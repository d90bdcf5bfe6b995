import { useMemo } from 'react'
import { narrate } from '../../present'
import type { ActiveChallenge } from '../../state'
import { useTranslate, useWorkspace } from '../AppStores'
import { type GoalWords, goalWords } from './words'

/** Nothing of the lesson: what the run itself says. */
const bare = {
  story: undefined,
  task: undefined,
  insight: undefined,
  canFix: false,
  isFirst: false,
  canGuess: false,
  guess: undefined,
  hasNext: false,
}

/** The goals in words, as they stand. */
export function useGoalWords({ challenge, judged }: ActiveChallenge): readonly GoalWords[] {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  return useMemo(() => {
    const denial = narrate(timeline, timeline.end, translate, bare).headline
    return goalWords(challenge, judged, denial, translate)
  }, [challenge, judged, timeline, translate])
}
