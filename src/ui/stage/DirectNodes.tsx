import type { GraphFrame } from '../../present'
import { useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { isChainShown } from './LeaderEdge'
import { useFrame, useStageModel } from './StageModel'
import './direct.css'

const isAnswered = (frame: GraphFrame) => frame.gates.sts.stamp !== undefined

/** How the two sides of a direct call join. It would give away how they answer, so it waits for both. */
function Join() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  const answered = useFrame(isAnswered)
  if (!scene.join || !answered) return null
  return (
    <div className={`join ${scene.join.kind}`} style={{ width: geometry.join.width }}>
      <b>{translate(`stage.${scene.join.kind}`)}</b>
      <span>{scene.join.text}</span>
    </div>
  )
}

/** What may follow: the session takes the next role. For the pointer; among the stations it is a button for everyone. */
function Chain() {
  const { scene, geometry } = useStageModel()
  const shown = useFrame(isChainShown)
  if (!scene.chain || !shown) return null
  return (
    <button type="button" tabIndex={-1} className="chain" data-opens="chain" style={{ width: geometry.chain.width }}>
      <b>
        <Glyph name="creds" />
        {scene.chain.title}
      </b>
      {scene.chain.text}
    </button>
  )
}

/** What only a direct call has on the stage. */
export const DirectPart = ({ id }: { id: string }) => (id === 'join' ? <Join /> : <Chain />)
