import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { type GateLine, type GraphFrame, gateLines } from '../../present'
import { useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useFrame, useStageModel } from '../stage/StageModel'
import { fittingSize } from '../text-width'

/** Em of a block that its glyph and gaps take. */
const blockRest = 4.6

const serviceState = (frame: GraphFrame) => ({ control: frame.controlPlane, badge: frame.badge })

/** The service as one block: its name, and the principal as which it calls STS. */
export const ServiceNode = memo(function ServiceNode() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  const { control, badge } = useFrame(serviceState)
  const { width, height } = geometry.controlPlane
  const as = translate('compare.as', { principal: scene.badge.principal })
  const room = width / (14 * geometry.scale) - blockRest
  return (
    <div className={`blk svc-blk ${control === 'on' ? 'on' : ''} ${badge === 'on' ? 'speaks' : ''}`} style={{ width, height }}>
      <span className="ico">
        <Glyph name="service" />
      </span>
      <div className="blk-text">
        <b style={{ fontSize: `${fittingSize(scene.frame, room).toFixed(3)}em` }}>{scene.frame}</b>
        <i style={{ fontSize: `${(0.84 * fittingSize(as, room / 0.93, 0.75)).toFixed(3)}em` }} title={as}>
          {as}
        </i>
      </div>
    </div>
  )
})

const firstLane = (frame: GraphFrame) => frame.lanes[0] ?? 'idle'

/** The caller where the service stood: a terminal, and the role once the keys are there. */
export const TerminalNode = memo(function TerminalNode() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  const state = useFrame(firstLane)
  const { width, height } = geometry.controlPlane
  const [lane] = scene.lanes
  const wears = state === 'role'
  const title = wears && lane ? lane.title : translate('compare.terminal', { user: scene.user.name })
  const detail = wears ? lane?.wearing : state === 'off' ? lane?.off : translate('compare.waits')
  const room = width / (14 * geometry.scale) - blockRest
  return (
    <div className={`blk ${wears ? 'role' : 'caller'}`} style={{ width, height }}>
      <span className="ico">
        <Glyph name={wears ? 'creds' : 'user'} />
      </span>
      <div className="blk-text">
        <b style={{ fontSize: `${fittingSize(title, room).toFixed(3)}em` }}>{title}</b>
        <i title={detail}>{detail}</i>
      </div>
    </div>
  )
})

/** Words where the caller and the service would stand on the right. */
export const NoServiceNode = memo(function NoServiceNode() {
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  return (
    <p className="no-service" style={{ width: geometry.controlPlane.x - 14 }}>
      {translate('compare.no-service', { user: scene.user.name })}
    </p>
  )
})

const stampOf = { allow: 'allow', deny: 'deny' } as const

function Line({ line }: { line: GateLine }) {
  const full = [line.station, line.text, line.note].filter(Boolean).join(' ')
  return (
    <span className="v" title={full}>
      {line.station !== '' && <b>{line.station} </b>}
      {line.text}
      {line.note !== undefined && (
        <>
          {' '}
          <em>{line.note}</em>
        </>
      )}
    </span>
  )
}

const iamFrame = (frame: GraphFrame) => frame.gates.iam
const stsFrame = (frame: GraphFrame) => frame.gates.sts

/** A check in two lines: which document, the stamp, and what it found. */
export const SmallGateNode = memo(function SmallGateNode({ id }: NodeProps) {
  const which = id === 'gate-sts' ? 'sts' : 'iam'
  const { scene, geometry } = useStageModel()
  const translate = useTranslate()
  const frame = useFrame(which === 'iam' ? iamFrame : stsFrame)
  const gate = scene.gates[which]
  const { width, height } = geometry.gates[which]
  const { stamp } = frame
  const kind = stamp?.kind
  const verdict = kind === 'allow' || kind === 'deny' ? stampOf[kind] : undefined
  const spared = kind === 'not-needed'
  return (
    <div className={`mg ${spared ? 'spared' : frame.state === 'idle' ? '' : frame.state}`} style={{ width, minHeight: height }}>
      <div className="hd" title={gate.question}>
        <Glyph name={which} />
        <b>{gate.service}</b>
        <span className="doc">{translate(`compare.gate.${which}`)}</span>
        {kind && (
          <span className={`stamp ${verdict ?? 'none'}`}>
            {verdict ? <Glyph name={verdict === 'allow' ? 'check' : 'x'} /> : spared ? '– ' : ''}
            {translate(`stamp.${kind}`)}
          </span>
        )}
      </div>
      {verdict || spared ? (
        gateLines(gate).map((line) => <Line key={`${line.station}${line.text}`} line={spared ? { ...line, note: undefined } : line} />)
      ) : (
        <span className="v dimr" title={gate.question}>
          {gate.question}
        </span>
      )}
    </div>
  )
})
