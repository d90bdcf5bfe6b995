import { useMemo } from 'react'
import { narrate, noLesson } from '../../present'
import type { ActiveChallenge } from '../../state'
import { useTranslate, useWorkspace } from '../AppStores'
import { type GoalWords, goalWords } from './words'

/** The goals in words, as they stand. */
export function useGoalWords({ challenge, judged }: ActiveChallenge): readonly GoalWords[] {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  return useMemo(() => {
    const denial = narrate(timeline, timeline.end, translate, noLesson).headline
    return goalWords(challenge, judged, denial, translate)
  }, [challenge, judged, timeline, translate])
}
