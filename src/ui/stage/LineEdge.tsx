import type { EdgeProps } from '@xyflow/react'
import { memo, type ReactNode, useMemo } from 'react'
import type { EdgeFrame, EdgeId, GraphFrame, LineKind } from '../../present'
import { useDirectDraw } from '../use-direct-draw'
import { along, type LineShape, type Point } from './geometry'
import { pathOf } from './path'
import { useFrame, useStageModel } from './StageModel'

/** As far as a line has been travelled: each path in it gets that shape with every frame. */
function Travelled({ id, children }: { id: EdgeId; children: ReactNode }) {
  const { geometry, frame } = useStageModel()
  let drawn = -1
  const ref = useDirectDraw<SVGGElement>((group) => {
    const { progress } = frame().edges[id]
    if (progress === drawn) return
    drawn = progress
    const d = pathOf(along(geometry.lines[id].points, progress).travelled)
    for (const path of group.children) path.setAttribute('d', d)
  })
  return <g ref={ref}>{children}</g>
}

/** Solid for the caller and verdicts, double for the service, beaded for the role: told apart without colour. */
function Strokes({ kind, width }: { kind: LineKind; width: number }) {
  return (
    <>
      <path fill="none" stroke={`var(--${kind})`} strokeWidth={width} />
      {kind === 'service' && <path fill="none" stroke="var(--paper)" strokeWidth={width * 0.34} />}
      {kind === 'role' && (
        <path
          fill="none"
          stroke="var(--paper)"
          strokeWidth={width * 0.48}
          strokeDasharray={`0.01 ${width * 2}`}
          strokeLinecap="round"
          strokeDashoffset={-width}
        />
      )}
    </>
  )
}

function Head({ at, to, kind, k }: { at: Point; to: Exclude<LineShape['head'], 'none'>; kind: LineKind; k: number }) {
  const s = 8 * k
  const { x, y } = at
  const shapes = {
    down: `M${x - s} ${y - s * 1.15}L${x} ${y}L${x + s} ${y - s * 1.15}`,
    up: `M${x - s} ${y + s * 1.15}L${x} ${y}L${x + s} ${y + s * 1.15}`,
    left: `M${x + s * 1.15} ${y - s}L${x} ${y}L${x + s * 1.15} ${y + s}`,
    right: `M${x - s * 1.15} ${y - s}L${x} ${y}L${x - s * 1.15} ${y + s}`,
  }
  return <path d={shapes[to]} fill="none" stroke={`var(--${kind})`} strokeWidth={4 * k} />
}

/** Two bars across a line that was stopped. */
function Barrier({ points, k }: { points: readonly Point[]; k: number }) {
  const [from, to] = [points[0], points.at(-1)]
  if (!from || !to) return null
  const along = from.x === to.x ? to.y - from.y : to.x - from.x
  const at = Math.abs(along) > 60 * k ? along * 0.32 : along / 2 - 4.5 * k
  const bars = [at, at + 9 * k].map((way) =>
    from.x === to.x ? `M${from.x - 18 * k} ${from.y + way}H${from.x + 18 * k}` : `M${from.x + way} ${from.y - 20 * k}V${from.y + 20 * k}`,
  )
  return <path d={bars.join('')} stroke="var(--deny)" strokeWidth={5 * k} />
}

/** What of a line React draws: how far it has been travelled is drawn without it. */
type LineState = Omit<EdgeFrame, 'progress'> & { readonly begun: boolean }

function Line({ id, shape, frame, k }: { id: EdgeId; shape: LineShape; frame: LineState; k: number }) {
  const { points } = shape
  const end = points.at(-1)
  if (frame.base === 'not-reached') {
    return (
      <>
        <path
          d={pathOf(points)}
          fill="none"
          stroke="var(--edge)"
          strokeWidth={2 * k}
          strokeDasharray={`${2 * k} ${6 * k}`}
          strokeLinecap="round"
        />
        {frame.barrier && <Barrier points={points} k={k} />}
      </>
    )
  }
  const isThin = id === 'return' || id === 'error' || id === 'output'
  return (
    <>
      {frame.base === 'track' && <path d={pathOf(points)} fill="none" stroke="var(--track)" strokeWidth={5 * k} />}
      {frame.begun && (
        <Travelled id={id}>
          {isThin ? (
            <path fill="none" stroke={`var(--${frame.kind})`} strokeWidth={3 * k} strokeDasharray={id === 'return' ? undefined : '7 5'} />
          ) : (
            <Strokes kind={frame.kind} width={5 * k} />
          )}
        </Travelled>
      )}
      {frame.head && end && shape.head !== 'none' && <Head at={end} to={shape.head} kind={frame.kind} k={isThin ? k * 0.8 : k} />}
      {frame.barrier && <Barrier points={points} k={k} />}
    </>
  )
}

/** A line of the path. Its shape comes from the geometry, its progress from the frame. */
export const LineEdge = memo(function LineEdge({ id }: EdgeProps) {
  const edge = id as EdgeId
  const { geometry } = useStageModel()
  const frame = useFrame(
    useMemo(
      () =>
        (frame: GraphFrame): LineState => {
          const { progress, ...state } = frame.edges[edge]
          return { ...state, begun: progress > 0 }
        },
      [edge],
    ),
  )
  return <Line id={edge} shape={geometry.lines[edge]} frame={frame} k={geometry.scale} />
})
