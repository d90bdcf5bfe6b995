import type { NodeProps } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { EdgeId, GraphFrame, LineKind } from '../../present'
import { Glyph, type GlyphName } from '../icons/Glyph'
import { useDirectDraw } from '../use-direct-draw'
import { along, type Geometry } from './geometry'
import { useFrame, useStageModel } from './StageModel'

const refusal = (frame: GraphFrame) => frame.edges['assume-answer'].answer?.kind === 'deny'

/** The number on the line, in the colour of whoever speaks once it is reached. */
export const StationNode = memo(function StationNode({ id }: NodeProps) {
  const own = id === 'station-own'
  const station = own ? 1 : (Number(id.slice('station-'.length)) as 1 | 2 | 3 | 4 | 5)
  const kind = useFrame(useMemo(() => (frame: GraphFrame) => (own ? 'user' : frame.stations[station]), [own, station]))
  // No credentials come back up where the role was refused: the arrow there is the refusal.
  const { geometry } = useStageModel()
  const refused = useFrame(refusal) && station === 4 && !geometry.hidden.includes('assume-answer')
  if (refused) return null
  return (
    <span className={`sn ${kind ?? ''}`} data-station={station}>
      {station}
    </span>
  )
})

const shift = { left: 'translate(0,-50%)', right: 'translate(-100%,-50%)', center: 'translate(-50%,-50%)' } as const

interface WordsProps {
  readonly kind: LineKind
  readonly text: string
  readonly align: keyof typeof shift
  readonly dx?: number
  readonly dy?: number
}

function Words({ kind, text, align, dx = 0, dy = 0 }: WordsProps) {
  return (
    <span className={`ln-l ${kind}`} style={{ transform: shift[align], left: dx, top: dy }}>
      {text}
    </span>
  )
}

/** What stands beside a line: what is asked, what is answered, what comes back. */
export const LabelNode = memo(function LabelNode({ id }: NodeProps) {
  const edge = id.slice('label-'.length) as EdgeId
  const { scene, geometry } = useStageModel()
  const { label, answer } = useFrame(
    useMemo(() => (frame: GraphFrame) => ({ label: frame.edges[edge].label, answer: frame.edges[edge].answer }), [edge]),
  )
  const backs = useFrame(
    useMemo(() => (frame: GraphFrame) => edge === 'call' && (frame.edges.error.progress > 0 || frame.edges.return.progress > 0), [edge]),
  )
  const { align } = geometry.labels[edge]
  const text = scene.labels[edge]
  // A refusal has no number between it and its line.
  const closer = edge === 'assume-answer' && answer?.kind === 'deny' ? -5 * geometry.scale : 0
  return (
    <>
      {answer && <Words kind={answer.kind} text={answer.text} align={align} dx={closer} />}
      {!answer && label && text && <Words kind={text.kind} text={text.text} align={align} />}
      {label && text?.under && !backs && <Words kind={text.under.kind} text={text.under.text} align={align} dy={32 * geometry.scale} />}
    </>
  )
})

/** The transform of a packet that has come so far on its line (0 to 1), from where the line starts; on whole pixels, so that it stays sharp. */
function carriedTo(edge: EdgeId, { lines, scale }: Geometry, progress: number): string {
  const { points } = lines[edge]
  const start = points[0] ?? { x: 0, y: 0 }
  const { at } = along(points, progress)
  // The call starts beside the caller and ends at the service's edge, however wide it is: its left end moves first, its right end arrives.
  const beside = edge === 'call'
  const gap = beside ? 8 * scale * (1 - 2 * progress) : 0
  const across = beside ? -100 * progress : -50
  const [dx, dy] = [at.x - start.x + gap, at.y - start.y]
  return `translate(round(${dx}px + ${across}%, 1px), round(${dy}px - 50%, 1px))`
}

const packetOn = (edge: EdgeId, { packets }: GraphFrame) => packets.find((packet) => packet.edge === edge)

/** What travels. It shows the role it carries for as long as it carries it. */
export const PacketNode = memo(function PacketNode({ id }: NodeProps) {
  const edge = id.slice('packet-'.length) as EdgeId
  const { scene, geometry, frame } = useStageModel()
  const packet = useFrame(
    useMemo(
      () => (frame: GraphFrame) => {
        const found = packetOn(edge, frame)
        return found && { text: found.text, underWay: found.progress > 0 }
      },
      [edge],
    ),
  )
  const moving = useDirectDraw<HTMLSpanElement>((element) => {
    const found = packetOn(edge, frame())
    if (found) element.style.transform = carriedTo(edge, geometry, found.progress)
  })
  const text = scene.packets[edge]
  // Where the line is shorter than the packet, it shows once it is under way.
  if (!packet || !text || (geometry.compact && !packet.underWay)) return null
  return (
    <span ref={moving} className={`pk ${text.kind}`}>
      {text.glyph && <Glyph name={text.glyph as GlyphName} />}
      {packet.text ?? text.text}
      {text.roleName !== undefined && (
        <span className="chip">
          <Glyph name="role" />
          {text.roleName}
        </span>
      )}
    </span>
  )
})
