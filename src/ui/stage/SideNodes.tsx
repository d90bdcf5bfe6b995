import { type CSSProperties, memo } from 'react'
import type { GraphFrame, LineKind } from '../../present'
import { useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useFrame, useStageModel } from './StageModel'

function Sample({ kind }: { kind: LineKind }) {
  return (
    <svg viewBox="0 0 34 8" aria-hidden="true">
      <path d="M0 4H34" stroke={`var(--${kind})`} strokeWidth="5" />
      {kind === 'service' && <path d="M0 4H34" stroke="var(--paper)" strokeWidth="1.7" />}
      {kind === 'role' && (
        <path d="M0 4H34" stroke="var(--paper)" strokeWidth="2.4" strokeDasharray="0.01 10" strokeLinecap="round" strokeDashoffset="-5" />
      )}
    </svg>
  )
}

export const LegendNode = memo(function LegendNode() {
  const { scene, geometry } = useStageModel()
  const { legend } = scene
  // The sleeve of an instance profile stands beside it.
  const room = scene.instanceProfile && geometry.sleeve.x > 1 ? { maxWidth: geometry.sleeve.x - geometry.legend.x - 6 } : undefined
  return (
    <div className="legend" style={room}>
      <b>{legend.title}</b>
      <span>
        <Sample kind="user" />
        {legend.user}
      </span>
      {scene.mode === 'service' && (
        <span>
          <Sample kind="service" />
          {legend.service}
        </span>
      )}
      <span>
        <Sample kind="role" />
        <span className="whose">{legend.role}</span>
      </span>
    </div>
  )
})

const lit = (frame: GraphFrame) => frame.timingLit
/** The run ended before the service would have taken the role on. */
const stopsBefore = (frame: GraphFrame) => frame.edges['assume-rail'].barrier === true

/** When the role is taken on: a break in the line for "later", plain words for "at the call". */
export const TimingNode = memo(function TimingNode() {
  const { scene, geometry } = useStageModel()
  const on = useFrame(lit)
  const k = geometry.scale
  const barred = useFrame(stopsBefore)
  if (!scene.timing || barred) return null
  const { kind, text } = scene.timing
  if (kind === 'at-call')
    return (
      <span className="gaplab at-call" style={{ top: -14 * k }}>
        {text}
      </span>
    )
  // "later: a task starts" keeps only what happens then where the line is short.
  const shown = geometry.width <= 1360 ? text.slice(text.indexOf(':') + 1).trim() : text
  return (
    <>
      <span className={`gaplab${on ? ' on' : ''}`} style={{ top: -22 * k }}>
        <Glyph name="clock" />
        {shown}
      </span>
      <svg className="axis-break" width={40 * k} height={28 * k} viewBox="0 0 40 28" aria-hidden="true">
        <path d="M12 0H28L22 28H6z" fill="var(--paper)" />
        <path d="M14 2 6 26M30 2 22 26" stroke="var(--ink)" strokeWidth="2.2" />
      </svg>
    </>
  )
})

const output = (frame: GraphFrame) => frame.output

export const PlateNode = memo(function PlateNode() {
  const { scene, geometry } = useStageModel()
  const shown = useFrame(output)
  if (!scene.output || !shown) return null
  return (
    <div className="evp" style={{ width: geometry.plate.width }}>
      <b>
        <Glyph name="event" />
        {scene.output.title}
      </b>
      <i>{scene.output.text}</i>
    </div>
  )
})

/** The instance profile: a sleeve around the role, without authority of its own. */
export const SleeveNode = memo(function SleeveNode() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  const { instanceProfile } = scene
  if (!instanceProfile) return null
  return (
    <div className="slv" style={{ width: geometry.sleeve.width }}>
      <span>
        {translate('stage.profile')} <code>{instanceProfile.name}</code>
      </span>
      <div className="in" title={instanceProfile.roleName}>
        <Glyph name="role" />
        <b>{instanceProfile.roleName}</b>
      </div>
      <p>{translate('stage.profile-note')}</p>
    </div>
  )
})

/** The role's place on the request line: it travels inside the profile. */
export const BeadNode = memo(function BeadNode() {
  const { scene } = useStageModel()
  return <>{scene.instanceProfile && <span className="bead" />}</>
})

/** Another account: its check and its documents stand on foreign ground. */
export const AccountNode = memo(function AccountNode() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  if (scene.foreignAccount === undefined) return null
  // The line to what may follow crosses the border: the account's name stands left of it.
  const stub = geometry.leaders.chain[0]?.x
  const beside = scene.chain && stub !== undefined ? geometry.account.x + geometry.account.width - stub + 6 : undefined
  return (
    <div className="acct" style={{ '--top': `${geometry.account.y}px`, width: geometry.account.width } as CSSProperties}>
      <span style={beside === undefined ? undefined : { right: beside }}>
        {translate('stage.account')}
        <code>{scene.foreignAccount}</code>
      </span>
    </div>
  )
})
