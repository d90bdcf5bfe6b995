import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { type GraphFrame, segmentName } from '../../present'
import { usePlayback, useTranslate, useWorkspace } from '../AppStores'
import { Glyph, type GlyphName } from '../icons/Glyph'
import { useFrame, useStageModel } from '../stage/StageModel'

const laneState = (frame: GraphFrame) => frame.lanes[0] ?? 'idle'
const resourceState = (frame: GraphFrame) => frame.resource

function useSegmentText(id: 'credentials' | 'act'): string {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const segment = timeline.segments.find((candidate) => candidate.id === id)
  return segment ? segmentName(segment, timeline, translate) : ''
}

/** Who calls, and with what; before the start, what is about to leave. */
function CallStop() {
  const translate = useTranslate()
  const { scene } = useStageModel()
  const idle = usePlayback((state) => state.t <= 0)
  const call = scene.labels.call
  const packet = scene.packets.call
  if (idle && packet) {
    return (
      <>
        <span className="pk user">
          <Glyph name={packet.glyph as GlyphName} />
          {packet.text}
          {packet.roleName !== undefined && (
            <span className="chip">
              <Glyph name="role" />
              {packet.roleName}
            </span>
          )}
        </span>
        <i>
          {scene.user.name} → {scene.frame}
        </i>
      </>
    )
  }
  return (
    <>
      <b>
        {scene.user.name} <span>→ {scene.frame}</span>
      </b>
      <i>
        <code>{call?.text}</code>
        {call?.under && ' · '}
        {call?.under && (packet?.roleName === undefined ? call.under.text : <span className="p-role">{packet.roleName}</span>)}
        {call?.under && packet?.roleName !== undefined && translate('phone.attached')}
      </i>
    </>
  )
}

/** The owner's own call, above the one that somebody else makes. */
function OwnCallStop() {
  const { scene } = useStageModel()
  const call = scene.labels['own-call']
  return (
    <>
      <b>
        {scene.deputy?.owner.name} <span>→ {scene.frame}</span>
      </b>
      <i>
        <code>{call?.text}</code>
        {call?.under && ` · ${call.under.text}`}
      </i>
    </>
  )
}

function CredentialsStop() {
  const { scene } = useStageModel()
  const translate = useTranslate()
  const state = useFrame(laneState)
  const name = useSegmentText('credentials')
  const [lane] = scene.lanes
  if (lane && (state === 'role' || state === 'bare')) {
    return (
      <i className={state === 'role' ? 'on-role' : 'on-deny'}>
        {lane.title}: {state === 'role' ? lane.wearing : lane.bare}
      </i>
    )
  }
  if (state === 'off') return <i>{`${name} · ${translate('station.not-reached')}`}</i>
  return <i>{lane?.roleName === undefined ? name : translate('phone.credentials', { by: scene.badge.name })}</i>
}

function ActStop() {
  const { scene } = useStageModel()
  const translate = useTranslate()
  const state = useFrame(resourceState)
  const { resource } = scene
  if (!resource) return null
  const title = `${resource.title} ${resource.detail}`
  const action = scene.labels.act?.text
  const [lane] = scene.lanes
  if (state === 'waiting') return <i>{lane && action !== undefined ? translate('phone.act', { workload: lane.title, action }) : title}</i>
  if (state === 'off') {
    return (
      <i>
        {resource.title} · {translate('station.not-reached')}
      </i>
    )
  }
  return (
    <i className={state}>
      <code>{action}</code> {title}
    </i>
  )
}

const hasReturned = (frame: GraphFrame) => frame.edges.return.progress > 0

/** The call is over, and what is checked later has not begun. */
function LaterStop() {
  const { scene } = useStageModel()
  const translate = useTranslate()
  const returned = useFrame(hasReturned)
  const later = scene.timing?.text ?? ''
  return <b className="later">{returned ? translate('phone.later', { later }) : later}</b>
}

/** A stop of the route that is no gate. */
export const StopNode = memo(function StopNode({ id }: NodeProps) {
  return (
    <div className="stop">
      {id === 'stop-own' && <OwnCallStop />}
      {id === 'stop-call' && <CallStop />}
      {id === 'stop-gap' && <LaterStop />}
      {id === 'stop-credentials' && <CredentialsStop />}
      {id === 'stop-act' && <ActStop />}
    </div>
  )
})

/** Later: the line of time is broken here. */
export const BreakNode = memo(function BreakNode() {
  return (
    <>
      <svg className="cut" viewBox="0 0 16 36" aria-hidden="true">
        <path d="M0 6 16 0M0 36l16-6" />
      </svg>
      <span className="sn gap">
        <Glyph name="clock" />
      </span>
    </>
  )
})

/** An end of a line, without a box. */
export const EndNode = memo(function EndNode() {
  return null
})
