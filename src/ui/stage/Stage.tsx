import { type Edge, type EdgeTypes, type Node, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EdgeId } from '../../present'
import { stageScale, useDensity } from '../use-viewport'
import { BadgeNode, ControlPlaneNode, FrameNode, ResourceNode, UserNode, WorkloadNode } from './ActorNodes'
import { GateNode } from './GateNode'
import type { Geometry, Rect } from './geometry'
import { LineEdge } from './LineEdge'
import { LabelNode, PacketNode, StationNode } from './MarkNodes'
import { AccountNode, JoinNode, LegendNode, PlateNode, SleeveNode, TimingNode } from './SideNodes'
import { StageModelProvider, useStageModel } from './StageModel'
import { Stations } from './Stations'
import './stage.css'

const nodeTypes: NodeTypes = {
  account: AccountNode,
  badge: BadgeNode,
  controlPlane: ControlPlaneNode,
  frame: FrameNode,
  gate: GateNode,
  join: JoinNode,
  label: LabelNode,
  legend: LegendNode,
  packet: PacketNode,
  plate: PlateNode,
  resource: ResourceNode,
  sleeve: SleeveNode,
  station: StationNode,
  timing: TimingNode,
  user: UserNode,
  workload: WorkloadNode,
}

const edgeTypes: EdgeTypes = { line: LineEdge }

/** Which actors a line joins. */
const ends: Readonly<Record<EdgeId, readonly [string, string]>> = {
  call: ['user', 'frame'],
  return: ['frame', 'user'],
  error: ['frame', 'user'],
  'pass-ask': ['frame', 'gate-iam'],
  'pass-answer': ['gate-iam', 'frame'],
  'assume-rail': ['controlPlane', 'badge'],
  'assume-ask': ['badge', 'gate-sts'],
  'assume-answer': ['gate-sts', 'badge'],
  wear: ['badge', 'workload'],
  act: ['frame', 'resource'],
  output: ['badge', 'plate'],
}

const edgeIds = Object.keys(ends) as EdgeId[]
const labelled: readonly EdgeId[] = ['call', 'return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'act']
const carried: readonly EdgeId[] = ['call', 'pass-ask', 'assume-ask', 'assume-answer', 'wear']

const edges: Edge[] = edgeIds.map((id) => ({
  id,
  type: 'line',
  source: ends[id][0],
  target: ends[id][1],
  focusable: false,
  selectable: false,
}))

function nodesOf(geometry: Geometry): Node[] {
  const at = (id: string, type: string, rect: { x: number; y: number } & Partial<Rect>, zIndex: number): Node => ({
    id,
    type,
    data: {},
    position: { x: rect.x, y: rect.y },
    width: rect.width ?? 1,
    height: rect.height ?? 1,
    zIndex,
  })
  const { sts } = geometry.gates
  const pad = 8 * geometry.scale
  return [
    at('account', 'account', { x: sts.x - pad, y: sts.y - pad }, 0),
    at('frame', 'frame', geometry.frame, 0),
    at('legend', 'legend', geometry.legend, 0),
    at('user', 'user', geometry.user, 2),
    at('controlPlane', 'controlPlane', geometry.controlPlane, 2),
    at('timing', 'timing', geometry.gap, 3),
    at('badge', 'badge', geometry.badge, 2),
    at('workload', 'workload', geometry.workload, 2),
    at('resource', 'resource', geometry.resource, 2),
    at('gate-iam', 'gate', geometry.gates.iam, 2),
    at('gate-sts', 'gate', sts, 2),
    at('plate', 'plate', geometry.plate, 3),
    at('sleeve', 'sleeve', geometry.sleeve, 1),
    at('join', 'join', geometry.join, 1),
    ...([1, 2, 3, 4, 5] as const).map((station) => at(`station-${station}`, 'station', geometry.stations[station], 4)),
    ...labelled.map((edge) => at(`label-${edge}`, 'label', geometry.labels[edge], 4)),
    ...carried.map((edge) => at(`packet-${edge}`, 'packet', geometry.lines[edge].points[0] ?? { x: 0, y: 0 }, 6)),
  ]
}

function Graph() {
  const { geometry, scene } = useStageModel()
  const nodes = useMemo(() => {
    const all = nodesOf(geometry)
    return scene.resource ? all : all.filter((node) => node.id !== 'station-5')
  }, [geometry, scene.resource])
  return (
    <div className="canvas" aria-hidden="true" inert>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultViewport={{ x: 0, y: 0, zoom: 1 }}
        minZoom={1}
        maxZoom={1}
        panOnDrag={false}
        panOnScroll={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        // React Flow would take Space and others for itself.
        panActivationKeyCode={null}
        zoomActivationKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
      />
    </div>
  )
}

/** The path of the request as one React Flow graph, with its twin in words. */
export function Stage() {
  const density = useDensity()
  const scale = stageScale[density]
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
  return (
    <section id="path" ref={box} className="stage" style={{ height: 268 * scale, fontSize: 14 * scale }} tabIndex={-1}>
      <ReactFlowProvider>
        <StageModelProvider width={width} scale={scale}>
          <Graph />
          <Stations />
        </StageModelProvider>
      </ReactFlowProvider>
    </section>
  )
}
