import { useMemo } from 'react'
import { announce, type Narration } from '../../present'
import { useTranslate, useWorkspace } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { LiveRegion } from './LiveRegion'

/** The narration, read aloud. */
export function SpokenNarration({ narration }: { narration: Narration }) {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const text = useMemo(() => announce(narration, timeline, translate), [narration, timeline, translate])
  const challenge = useChallenge()
  const goals = challenge && ` ${challenge.parts.spokenGoals(challenge.active, translate)}`
  return <LiveRegion text={text + (goals ?? '')} />
}
