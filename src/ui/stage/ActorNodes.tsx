import { memo } from 'react'
import type { GraphFrame, LaneScene, LaneState } from '../../present'
import { Glyph, type GlyphName } from '../icons/Glyph'
import { Anchors } from './Anchors'
import { useFrame, useStageModel } from './StageModel'

const userState = (frame: GraphFrame) => frame.user

export const UserNode = memo(function UserNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(userState)
  return (
    <>
      <Anchors />
      <div className={`node user ${state}`} style={{ width: geometry.user.width, height: geometry.user.height }}>
        <Glyph name="user" />
      </div>
      <div className="lab" style={{ left: -4 * geometry.scale, top: geometry.user.height + 8 * geometry.scale }}>
        <b>{scene.user.name}</b>
        <i>{scene.user.detail}</i>
      </div>
    </>
  )
})

const frameState = (frame: GraphFrame) => frame.frame

export const FrameNode = memo(function FrameNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(frameState)
  const { width, height } = geometry.frame
  return (
    <>
      <Anchors />
      <div className={`svc ${scene.mode === 'direct' ? 'ink' : state}`} style={{ width, height }}>
        <span>{scene.frame}</span>
      </div>
    </>
  )
})

const controlState = (frame: GraphFrame) => frame.controlPlane

export const ControlPlaneNode = memo(function ControlPlaneNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(controlState)
  const { width, height } = geometry.controlPlane
  const direct = scene.mode === 'direct'
  return (
    <>
      <Anchors />
      <div className={`blk ${direct ? '' : state}`} style={{ width, height }}>
        <span className="ico">
          <Glyph name={direct ? 'sts' : 'service'} />
        </span>
        <div>
          <b>{scene.controlPlane.title}</b>
          <i>{state === 'on' ? scene.controlPlane.arrived : scene.controlPlane.idle}</i>
        </div>
      </div>
    </>
  )
})

const badgeState = (frame: GraphFrame) => frame.badge

export const BadgeNode = memo(function BadgeNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(badgeState)
  const { title, principal, speaker } = scene.badge
  const { width, height } = geometry.badge
  return (
    <>
      <Anchors />
      <div className={`sbdg ${state === 'on' && speaker === 'user' ? 'user' : state}`} style={{ width, height }}>
        <b>{title}</b>
        <code style={{ fontSize: `${Math.min(1, 22.6 / Math.max(principal.length, 1))}em` }}>{principal}</code>
      </div>
    </>
  )
})

const laneStates = (frame: GraphFrame) => frame.lanes

const textOf: Readonly<Record<LaneState, (lane: LaneScene) => string>> = {
  idle: (lane) => lane.idle,
  on: (lane) => lane.idle,
  role: (lane) => lane.wearing,
  off: (lane) => lane.off,
  bare: (lane) => lane.bare,
}

function Block({ lane, state, width, height }: { lane: LaneScene; state: LaneState; width: number; height: number }) {
  return (
    <div className={`blk ${state === 'idle' ? '' : state}`} style={{ width, height }}>
      <span className="ico">
        <Glyph name={state === 'role' && lane.glyph !== 'user' ? 'creds' : (lane.glyph as GlyphName)} />
      </span>
      <div className="blk-text">
        <b>{lane.title}</b>
        <i>{textOf[state](lane)}</i>
      </div>
    </div>
  )
}

/** The workload. With several roles it has a lane for each: who wears which role. */
export const WorkloadNode = memo(function WorkloadNode() {
  const { scene, geometry } = useStageModel()
  const states = useFrame(laneStates)
  const { width, height } = geometry.workload
  const [only] = scene.lanes
  if (scene.lanes.length === 1 && only) {
    return (
      <>
        <Anchors />
        <Block lane={only} state={states[0] ?? 'idle'} width={width} height={height} />
      </>
    )
  }
  return (
    <>
      <Anchors />
      <div className="lanes" style={{ width, height, gridTemplateColumns: scene.lanes.length > 2 ? '1fr 1fr' : '1fr' }}>
        {scene.lanes.map((lane, index) => (
          <div key={lane.roleArn ?? lane.title} className={states[index] === 'idle' ? '' : states[index]}>
            <Glyph name={states[index] === 'role' ? 'creds' : (lane.glyph as GlyphName)} />
            <b>{lane.title}</b>
            <i>{textOf[states[index] ?? 'idle'](lane)}</i>
          </div>
        ))}
      </div>
    </>
  )
})

const resourceState = (frame: GraphFrame) => frame.resource

export const ResourceNode = memo(function ResourceNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(resourceState)
  const { width, height } = geometry.resource
  if (!scene.resource) return <Anchors />
  return (
    <>
      <Anchors />
      <div className={`node res ${state}`} style={{ width, height }}>
        <Glyph name="res" />
      </div>
      <div className="lab centre" style={{ left: width / 2, top: height + 8 * geometry.scale }}>
        <b>{scene.resource.title}</b>
        <i>{scene.resource.detail}</i>
      </div>
    </>
  )
})
