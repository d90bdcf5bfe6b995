import { memo } from 'react'
import type { GraphFrame } from '../../present'
import { Glyph } from '../icons/Glyph'
import { Anchors } from './Anchors'
import { useFrame, useStageModel } from './StageModel'

export const isChainShown = (frame: GraphFrame) => frame.chain

/** What may follow: the session takes the next role. For the pointer; among the stations it is a button for everyone. */
export const ChainNode = memo(function ChainNode() {
  const { scene, geometry } = useStageModel()
  const shown = useFrame(isChainShown)
  if (!scene.chain || !shown) return <Anchors />
  return (
    <>
      <Anchors />
      <button type="button" tabIndex={-1} className="chain" data-opens="chain" style={{ width: geometry.chain.width }}>
        <b>
          <Glyph name="creds" />
          {scene.chain.title}
        </b>
        {scene.chain.text}
      </button>
    </>
  )
})
