import { useEffect, useMemo } from 'react'
import type { ActiveChallenge } from '../../state'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { RichText } from '../RichText'
import { useStageModel } from '../stage/StageModel'
import { emsOf } from '../text-width'
import { ChallengeGlyph } from './ChallengeGlyph'
import { hintFont, hintPlace } from './hint-place'
import { gateOfHint, hintText } from './hints'

/** The hint beside the gate that it talks about. The narration says it where there is no room for that. */
export function PinnedHint({ active }: { active: ActiveChallenge }) {
  const translate = useTranslate()
  const { challenge: store } = useStores()
  const { geometry, scene } = useStageModel()
  const documents = useWorkspace((state) => state.documents)
  const playable = useWorkspace((state) => state.playable)
  const { challenge, judged, rung } = active
  const shown = Math.min(rung, 3) as 0 | 1 | 2 | 3
  const text = useMemo(
    () =>
      shown === 0 || judged.solved || playable.kind !== 'ready' ? undefined : hintText(shown, challenge, documents, playable, translate),
    [shown, judged, challenge, documents, playable, translate],
  )
  const gate = gateOfHint(challenge, judged, documents)
  const ems = text ? emsOf(text.map((segment) => segment.text).join('')) : 0
  const place = text && gate && !geometry.compact ? hintPlace(geometry, scene, gate, ems) : undefined
  const pinned = place !== undefined
  useEffect(() => {
    store.setState({ pinned })
    return () => store.setState({ pinned: false })
  }, [store, pinned])
  if (!place || !text) return null
  return (
    <div
      role="note"
      className="pinned-hint n"
      style={{ left: place.x, top: place.y, width: place.width, fontSize: hintFont(geometry.scale) }}
    >
      <b>
        <ChallengeGlyph name="bulb" />
        {translate('challenge.pinned', { number: shown })}
      </b>
      <RichText of={text} />
    </div>
  )
}
