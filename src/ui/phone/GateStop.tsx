import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { GateFrame, GateRole, GateScene, GraphFrame } from '../../present'
import { usePlayback, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { Callers, fittingQuestion, Mark, questionSize, Row, Rows, Stamp } from '../stage/GateNode'
import { useFrame, useStageModel } from '../stage/StageModel'
import { emsOf } from '../text-width'
import { type RouteGeometry, rowsShown } from './route-geometry'

const iamFrame = (frame: GraphFrame) => frame.gates.iam
const stsFrame = (frame: GraphFrame) => frame.gates.sts

/** A principal as a narrow row can show it. */
const shortPrincipal = (principal: string) => principal.replace(/\.amazonaws\.com(\.cn)?$/, '…')

/** Which document answers: said before anything was asked. */
function Answers({ which, scene }: { which: 'iam' | 'sts'; scene: GateScene }) {
  const translate = useTranslate()
  const { scene: whole } = useStageModel()
  const [role, ...others] = scene.roles
  const text =
    which === 'iam'
      ? translate('phone.answers-iam', { user: (whole.deputy?.owner ?? whole.user).name })
      : others.length > 0 || !role
        ? translate('phone.answers-several')
        : translate('phone.answers-sts', { role: role.name })
  return <div className="note">{text}</div>
}

/** Whom STS is asked by: on the route no badge says it. */
function Asks({ wide }: { wide: boolean }) {
  const translate = useTranslate()
  const { badge } = useStageModel().scene
  const full = `${badge.title} ${badge.principal}`
  const short = translate.language === 'ja' ? `${badge.name} (${badge.principal})` : full
  if (wide) {
    return (
      <div className={`asks ${badge.speaker}`} title={full}>
        <Glyph name={badge.speaker} />
        <b>{short}</b>
      </div>
    )
  }
  return (
    <div className="row asked" title={full}>
      <span className="m">
        <Glyph name={badge.speaker} />
      </span>
      <span className="k">{translate('phone.asks')}</span>
      <span className={`v ${badge.speaker}`}>
        {translate.language === 'ja' ? `${badge.name} (${shortPrincipal(badge.principal)})` : shortPrincipal(full)}
      </span>
    </div>
  )
}

/** The one row that says most of a role now: what failed, else what is being compared. */
function detailOf(role: GateRole, frame: GateFrame, index: number): number {
  const states = frame.rows[index] ?? []
  const failed = states.indexOf('no')
  const now = failed >= 0 ? failed : states.indexOf('now')
  return now >= 0 ? now : Math.max(0, Math.min(role.rows.length - 1, states.lastIndexOf('ok')))
}

/** Several roles: a line for each, and under the one that is read or failed its row. */
function RoleList({ scene, frame, isOpen }: { scene: GateScene; frame: GateFrame; isOpen: boolean }) {
  const speaker = scene.service === 'IAM' ? 'user' : 'service'
  return (
    <div className="prl">
      {scene.roles.map((role, index) => {
        const mark = frame.marks[index] ?? 'wait'
        const at = detailOf(role, frame, index)
        const isRead = mark === 'no' || (index === frame.selected && frame.state === 'on')
        const row = isOpen && isRead ? role.rows[at] : undefined
        return (
          <div key={role.roleArn ?? role.name} className={mark === 'no' ? 'f' : ''} data-station={role.station}>
            <div className="role">
              <span className={`rn ${mark === 'wait' || mark === 'skip' ? '' : speaker}`}>{role.station}</span>
              <b title={role.name}>{role.name}</b>
              <Mark state={mark} />
            </div>
            {row && (
              <div className="rows">
                <Row row={row} state={frame.rows[index]?.[at] ?? 'wait'} />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** A check on the route: its question and verdict in one line; what it compares while it is open. */
export const GateStop = memo(function GateStop({ id }: NodeProps) {
  const which = id === 'gate-sts' ? 'sts' : 'iam'
  const model = useStageModel()
  const geometry = model.geometry as RouteGeometry
  const frame = useFrame(which === 'iam' ? iamFrame : stsFrame)
  const idle = usePlayback((state) => state.t <= 0)
  const { language } = useTranslate()
  const scene = model.scene.gates[which]
  const { width, height } = geometry.gates[which]
  const room = width / (14 * geometry.scale) - (language === 'ja' ? 10.9 : 12.3)
  const question = fittingQuestion(scene, room)
  const shown = rowsShown(model.scene, which, geometry.view)
  const { deputy } = model.scene
  return (
    <div className={`gate ${frame.state === 'idle' ? '' : frame.state}`} style={{ width, minHeight: height }}>
      <div className="hd">
        <Glyph name={which} />
        <span className="who">{scene.service}</span>
        <div className="qw">
          <div className={`q${emsOf(question) * questionSize > room ? ' long' : ''}`} title={scene.question}>
            {question}
          </div>
        </div>
        {frame.stamp ? <Stamp stamp={frame.stamp} /> : <Mark state={shown === 'callers' ? 'skip' : 'wait'} />}
      </div>
      {idle && <Answers which={which} scene={scene} />}
      {shown === 'callers' && deputy && <Callers callers={deputy.callers} />}
      {shown === 'list' && (
        <>
          {which === 'sts' && geometry.view.open === which && <Asks wide />}
          <RoleList scene={scene} frame={frame} isOpen={geometry.view.open === which} />
        </>
      )}
      {shown === 'rows' && scene.roles[0] && (
        <div className="opened">
          {which === 'sts' && <Asks wide={false} />}
          <Rows role={scene.roles[0]} states={frame.rows[0] ?? []} />
        </div>
      )}
    </div>
  )
})
