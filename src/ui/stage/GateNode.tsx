import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { AskedCaller, GateFrame, GateRole, GateRow, GateScene, GraphFrame, RowState } from '../../present'
import { useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { emsOf, fittingSize } from '../text-width'
import { useFrame, useStageModel } from './StageModel'

/** A row's mark: told apart by shape as well as by colour. */
export function Mark({ state }: { state: RowState | 'unreadable' }) {
  if (state === 'ok')
    return (
      <span className="mk ok">
        <Glyph name="check" />
      </span>
    )
  if (state === 'no')
    return (
      <span className="mk no">
        <Glyph name="x" />
      </span>
    )
  if (state === 'unreadable') return <span className="mk q">?</span>
  if (state === 'skip') return <span className="mk skip">–</span>
  return <span className={`mk ${state}`} />
}

export function Row({ row, state }: { row: GateRow; state: RowState }) {
  const { workspace } = useStores()
  const dim = state === 'wait' || state === 'skip'
  const cells = (
    <>
      <span className="m">
        <Mark state={state} />
      </span>
      <span className="k">{row.label}</span>
      <span className={`v${dim ? ' dimr' : ''}`}>
        {row.value}
        {state === 'no' && row.note !== undefined && (
          <>
            {' '}
            <em>{row.note}</em>
          </>
        )}
      </span>
    </>
  )
  const { opens } = row
  if (!opens)
    return (
      <div className="row" title={row.full}>
        {cells}
      </div>
    )
  // For the pointer only: the same documents and levels are tabs below.
  return (
    <button type="button" className="row" tabIndex={-1} title={row.full} onClick={() => workspace.getState().openPlace(opens)}>
      {cells}
    </button>
  )
}

export function Rows({ role, states }: { role: GateRole; states: readonly RowState[] }) {
  return (
    <div className={`rows${role.rows.length > 4 ? ' many' : ''}`}>
      {role.rows.map((row, index) => (
        // Rows have no identity of their own: their place in the statement is what they are.
        <Row key={`${row.label}${row.full}${String(index)}`} row={row} state={states[index] ?? 'wait'} />
      ))}
    </div>
  )
}

export function Stamp({ stamp }: { stamp: NonNullable<GateFrame['stamp']> }) {
  const translate = useTranslate()
  const { kind, scale } = stamp
  const text = translate(`stamp.${kind}`)
  if (kind === 'allow' || kind === 'deny') {
    return (
      <span className={`stamp ${kind}`} style={{ transform: `scale(${scale.toFixed(3)})` }}>
        <Glyph name={kind === 'allow' ? 'check' : 'x'} />
        {text}
      </span>
    )
  }
  return (
    <span className={`stamp none ${kind}`}>
      {(kind === 'unreadable' || kind === 'fault') && '? '}
      {text}
    </span>
  )
}

/** Whom the gate was asked about, where the call is somebody else's. */
export function Callers({ callers }: { callers: readonly AskedCaller[] }) {
  return (
    <div className="askers">
      {callers.map(({ name, text, mark, answer }) => (
        <div key={name}>
          <Mark state={mark} />
          <span>
            <b>{name}</b> {text}
          </span>
          <span className={mark}>{answer}</span>
        </div>
      ))}
    </div>
  )
}

function Body({ scene, frame }: { scene: GateScene; frame: GateFrame }) {
  const selected = scene.roles[frame.selected] ?? scene.roles[0]
  if (!selected) return null
  const rows = <Rows role={selected} states={frame.rows[frame.selected] ?? []} />
  if (scene.roles.length === 1) return rows
  return (
    <div className="mb">
      <div className={`rl${scene.roles.length > 3 ? ' n4' : ''}`}>
        {scene.roles.map((role, index) => (
          <div
            key={role.roleArn ?? role.name}
            className={index === frame.selected && frame.state !== 'off' ? 'sel' : ''}
            data-station={role.station}
          >
            <span
              className={`rn ${frame.marks[index] === 'wait' || frame.marks[index] === 'skip' ? '' : scene.service === 'IAM' ? 'user' : 'service'}`}
            >
              {role.station}
            </span>
            <b title={role.name}>{role.name}</b>
            <Mark state={frame.marks[index] ?? 'wait'} />
          </div>
        ))}
      </div>
      {rows}
    </div>
  )
}

/** The longest form of a gate's question that has room in one line; the shortest where none has. */
export const fittingQuestion = ({ question, shorter }: GateScene, room: number): string =>
  [question, ...shorter].find((text) => emsOf(text) * questionSize <= room) ?? shorter.at(-1) ?? question

/** Font size of the question, in em of the stage. */
export const questionSize = 0.97

const iamFrame = (frame: GraphFrame) => frame.gates.iam
const stsFrame = (frame: GraphFrame) => frame.gates.sts

/** A check: the question, the rows with both values, and the stamp. */
export const GateNode = memo(function GateNode({ id }: NodeProps) {
  const which = id === 'gate-sts' ? 'sts' : 'iam'
  const { scene, geometry } = useStageModel()
  const frame = useFrame(which === 'iam' ? iamFrame : stsFrame)
  const { language } = useTranslate()
  const gate = scene.gates[which]
  const { width, height } = geometry.gates[which]
  // What the glyph, the name and a stamp leave of the header, in em. A longer question takes two smaller lines.
  const room = width / (14 * geometry.scale) - (language === 'ja' ? 10.9 : 12.3)
  // A question without room leaves the role's name to the rows below.
  const tooLong = (text: string) => emsOf(text) * questionSize > room
  const short = gate.short !== undefined && tooLong(gate.question) ? gate.short : gate.question
  const question = geometry.compact ? fittingQuestion(gate, room) : short
  const long = tooLong(question)
  return (
    <div className={`gate ${frame.state === 'idle' ? '' : frame.state}`} style={{ width, minHeight: height }}>
      <div className="hd">
        <Glyph name={which} />
        <span className="who">{gate.service}</span>
        <div className="qw">
          <div
            className={`q${long ? ' long' : ''}`}
            style={
              long ? undefined : { fontSize: `${(questionSize * fittingSize(question, (room - 0.9) / questionSize, 0.95)).toFixed(3)}em` }
            }
            title={gate.question}
          >
            {question}
          </div>
        </div>
        {frame.stamp && <Stamp stamp={frame.stamp} />}
      </div>
      {which === 'iam' && scene.deputy ? <Callers callers={scene.deputy.callers} /> : <Body scene={gate} frame={frame} />}
    </div>
  )
})
