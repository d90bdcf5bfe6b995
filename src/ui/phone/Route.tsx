import { type NodeTypes, ReactFlowProvider } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Scene, type Segment, segmentIndexAt, type Timeline } from '../../present'
import { usePlayback, usePreferences, useWorkspace } from '../AppStores'
import { useEvidence } from '../editor/use-evidence'
import { PacketNode, StationNode } from '../stage/MarkNodes'
import { LegendNode } from '../stage/SideNodes'
import { Graph } from '../stage/Stage'
import { StageModelProvider, useStageModel } from '../stage/StageModel'
import { GateStop } from './GateStop'
import { type RouteGeometry, type RouteView, routeFont, routeGeometry } from './route-geometry'
import { routeNodes } from './route-nodes'
import { BreakNode, EndNode, StopNode } from './StopNode'

const nodeTypes: NodeTypes = {
  break: BreakNode,
  end: EndNode,
  gate: GateStop,
  legend: LegendNode,
  packet: PacketNode,
  station: StationNode,
  stop: StopNode,
}

const gateOf: Readonly<Partial<Record<NonNullable<Segment['station']>, RouteView['open']>>> = { 2: 'iam', 3: 'sts' }
const openedBy = ({ station }: Segment) => (station === undefined ? undefined : gateOf[station])

/** The gate that is open at time t: the one being asked, or the one that said no while its error is shown. */
export function openGateAt(timeline: Timeline, t: number): RouteView['open'] {
  const index = segmentIndexAt(timeline, t)
  const current = timeline.segments[index]
  if (!current) return undefined
  if (current.id !== 'error') return openedBy(current)
  const last = timeline.segments.slice(0, index).findLast((segment) => segment.reached && openedBy(segment))
  // What the role itself may not do is no gate's.
  return last && last.verdict !== 'allow' ? openedBy(last) : undefined
}

const wasAsked = (timeline: Timeline, t: number, id: 'pass' | 'assume') =>
  timeline.segments.some((segment) => segment.id === id && segment.reached && t >= segment.start)

function RouteGraph({ view, scroller }: { view: RouteView; scroller: RefObject<HTMLElement | null> }) {
  const model = useStageModel()
  const { scene } = model
  const geometry = model.geometry as RouteGeometry
  const reduced = usePreferences((state) => state.reducedMotion)
  const timeline = useWorkspace((state) => state.timeline)
  const station = usePlayback(
    (state) =>
      timeline.segments.slice(0, segmentIndexAt(timeline, state.t) + 1).findLast((segment) => segment.station !== undefined)?.station ?? 1,
  )
  const nodes = useMemo(() => routeNodes(geometry, scene, view.idle), [geometry, scene, view.idle])
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const { y } = geometry.stations[station]
    const half = view.open ? geometry.gates[view.open].height / 2 : 24
    // What the sheet covers is padding below.
    const room = box.clientHeight - Number.parseFloat(getComputedStyle(box).paddingBottom)
    const top = y - half - 14
    const bottom = y + half + 14
    const to = top < box.scrollTop ? top : bottom > box.scrollTop + room ? Math.min(top, bottom - room) : undefined
    if (to !== undefined) box.scrollTo({ top: Math.max(0, to), behavior: reduced ? 'instant' : 'smooth' })
  }, [geometry, station, view.open, scroller, reduced])
  return (
    <div style={{ height: geometry.height }}>
      <Graph types={nodeTypes} nodes={nodes} />
    </div>
  )
}

/** The path as a phone has room for it: the same graph, with time running down and only the gate of the moment open. */
export function Route({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const evidence = useEvidence()
  const timeline = useWorkspace((state) => state.timeline)
  const open = usePlayback((state) => openGateAt(timeline, state.t))
  const idle = usePlayback((state) => state.t <= 0)
  const iam = usePlayback((state) => wasAsked(timeline, state.t, 'pass'))
  const sts = usePlayback((state) => wasAsked(timeline, state.t, 'assume'))
  const view = useMemo<RouteView>(() => ({ open, idle, asked: { iam, sts } }), [open, idle, iam, sts])
  const box = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(() => document.documentElement.clientWidth)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const measure = useCallback((scene: Scene) => routeGeometry(width, scene, view), [width, view])
  return (
    <section id="path" ref={box} className="stage route" data-idle={idle} style={{ fontSize: routeFont }} tabIndex={-1}>
      <ReactFlowProvider>
        <StageModelProvider measure={measure}>
          <RouteGraph view={view} scroller={scroller} />
          {evidence && <evidence.Stations />}
        </StageModelProvider>
      </ReactFlowProvider>
    </section>
  )
}
