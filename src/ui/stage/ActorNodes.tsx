import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { GraphFrame, LaneScene, LaneState } from '../../present'
import { Glyph, type GlyphName } from '../icons/Glyph'
import { fittingSize } from '../text-width'
import { useFrame, useStageModel } from './StageModel'

/** A text in which one name stands out. */
function Marked({ text, name, as: Tag }: { text: string; name: string | undefined; as: 'code' | 'strong' }) {
  const at = name === undefined ? -1 : text.indexOf(name)
  if (name === undefined || at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <Tag>{name}</Tag>
      {text.slice(at + name.length)}
    </>
  )
}

/** What a block has beside its title, in em: padding, glyph and gap. */
const blockRest = 5.2

/** A block's name, smaller when it is long. `width` is the block's, at scale 1. */
function BlockTitle({ text, width }: { text: string; width: number }) {
  return <b style={{ fontSize: `${fittingSize(text, width / 14 - blockRest).toFixed(3)}em` }}>{text}</b>
}

const userState = (frame: GraphFrame) => frame.user

/** Who calls; where that is somebody else, the owner above them too. */
export const UserNode = memo(function UserNode({ id }: NodeProps) {
  const { scene, geometry } = useStageModel()
  const caller = useFrame(userState)
  const owner = id === 'owner' ? scene.deputy?.owner : undefined
  const state = owner ? 'on-user' : caller
  const { width, height } = owner ? geometry.owner : geometry.user
  const { name, detail } = owner ?? scene.user
  return (
    <>
      <div className={`node user ${state}${scene.deputy && !owner ? ' small' : ''}`} style={{ width, height }}>
        <Glyph name="user" />
      </div>
      <div
        className={`lab${geometry.compact ? ' centre' : ''}`}
        style={{
          left: geometry.compact ? width / 2 : width / 2 - 34 * geometry.scale,
          top: height + 8 * geometry.scale,
        }}
      >
        <b>{name}</b>
        {!geometry.compact && <i>{detail}</i>}
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
    <div className={`svc ${scene.mode === 'direct' ? 'ink' : state}`} style={{ width, height }}>
      <span data-opens="picker">{scene.frame}</span>
    </div>
  )
})

const controlState = (frame: GraphFrame) => frame.controlPlane

export const ControlPlaneNode = memo(function ControlPlaneNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(controlState)
  const { width, height } = geometry.controlPlane
  const direct = scene.mode === 'direct'
  const operation = scene.labels.call?.text.split(':').at(-1)
  return (
    <div className={`blk ${direct ? '' : state}`} style={{ width, height }}>
      <span className="ico">
        <Glyph name={direct ? 'sts' : 'service'} />
      </span>
      <div className="blk-text">
        <BlockTitle text={scene.controlPlane.title} width={width / geometry.scale} />
        <i title={state === 'on' ? scene.controlPlane.arrived : scene.controlPlane.idle}>
          {state === 'on' ? <Marked text={scene.controlPlane.arrived} name={operation} as="code" /> : scene.controlPlane.idle}
        </i>
      </div>
    </div>
  )
})

const badgeState = (frame: GraphFrame) => frame.badge

export const BadgeNode = memo(function BadgeNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(badgeState)
  const { title, principal, speaker } = scene.badge
  const { width, height } = geometry.badge
  return (
    <div className={`sbdg ${state === 'on' && speaker === 'user' ? 'user' : state}`} style={{ width, height }}>
      <b style={{ fontSize: `${fittingSize(title, 13.6, 0.7).toFixed(3)}em` }}>{title}</b>
      <code style={{ fontSize: `${Math.min(1, 22.6 / Math.max(principal.length, 1))}em` }}>{principal}</code>
    </div>
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

interface BlockProps {
  readonly lane: LaneScene
  readonly state: LaneState
  readonly width: number
  readonly height: number
  readonly scale: number
}

function Block({ lane, state, width, height, scale }: BlockProps) {
  return (
    <div className={`blk ${state === 'idle' ? '' : state}`} style={{ width, height }}>
      <span className="ico">
        <Glyph name={state === 'role' && lane.glyph !== 'user' ? 'creds' : (lane.glyph as GlyphName)} />
      </span>
      <div className="blk-text">
        <BlockTitle text={lane.title} width={width / scale} />
        <i>
          {state === 'role' ? (
            <Marked text={lane.wearing} name={lane.glyph === 'user' ? undefined : lane.roleName} as="strong" />
          ) : (
            textOf[state](lane)
          )}
        </i>
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
  // Two beside each other have room for the name of the role only.
  const crowded = scene.lanes.length > 2
  if (scene.lanes.length === 1 && only) {
    return <Block lane={only} state={states[0] ?? 'idle'} width={width} height={height} scale={geometry.scale} />
  }
  return (
    <div className="lanes" style={{ width, height, gridTemplateColumns: crowded ? 'repeat(2, minmax(0, 1fr))' : 'minmax(0, 1fr)' }}>
      {scene.lanes.map((lane, index) => (
        <div key={lane.roleArn ?? lane.title} className={states[index] === 'idle' ? '' : states[index]}>
          <Glyph name={states[index] === 'role' ? 'creds' : (lane.glyph as GlyphName)} />
          <b title={lane.title}>{crowded ? (lane.roleName ?? lane.title) : lane.title}</b>
          {/* The key says that it is worn: the name is enough. */}
          {!crowded && (
            <i title={textOf[states[index] ?? 'idle'](lane)}>
              {states[index] === 'role' ? (lane.roleName ?? lane.wearing) : textOf[states[index] ?? 'idle'](lane)}
            </i>
          )}
        </div>
      ))}
    </div>
  )
})

const resourceState = (frame: GraphFrame) => frame.resource

export const ResourceNode = memo(function ResourceNode() {
  const { scene, geometry } = useStageModel()
  const state = useFrame(resourceState)
  const { width, height } = geometry.resource
  if (!scene.resource) return null
  return (
    <>
      <div className={`node res ${state}`} style={{ width, height }}>
        <Glyph name="res" />
      </div>
      <div
        className={`lab${geometry.compact ? '' : ' centre'}`}
        style={{ top: height + 8 * geometry.scale, ...(geometry.compact ? { right: -10, textAlign: 'center' } : { left: width / 2 }) }}
      >
        <b>{scene.resource.title}</b>
        {scene.foreignAccount === undefined && <i>{scene.resource.detail}</i>}
      </div>
    </>
  )
})
