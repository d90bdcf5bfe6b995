import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { GraphFrame, Scene } from '../../present'
import type { LeaderId } from './geometry'
import { pathOf } from './path'
import { useFrame, useStageModel } from './StageModel'

const shown: Readonly<Record<LeaderId, (scene: Scene) => boolean>> = {
  'profile-bead': (scene) => scene.instanceProfile !== undefined,
  'profile-gate': (scene) => scene.instanceProfile !== undefined,
  join: (scene) => scene.join !== undefined,
  chain: (scene) => scene.chain !== undefined,
}

export const isChainShown = (frame: GraphFrame) => frame.chain

/** A thin line that says two things belong together; nothing travels on it. */
export const LeaderEdge = memo(function LeaderEdge({ id }: EdgeProps) {
  const { scene, geometry } = useStageModel()
  const leader = id as LeaderId
  const chained = useFrame(isChainShown)
  if (!shown[leader](scene) || (leader === 'chain' && !chained)) return null
  return <path className={`leader ${leader === 'join' ? 'ink' : 'role'}`} d={pathOf(geometry.leaders[leader])} />
})
