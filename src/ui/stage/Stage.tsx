import { type EdgeTypes, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useStores } from '../AppStores'
import { stageScale, useDensity } from '../use-viewport'
import { BadgeNode, ControlPlaneNode, FrameNode, ResourceNode, UserNode, WorkloadNode } from './ActorNodes'
import { GateNode } from './GateNode'
import { stageEdges, stageNodes } from './graph-parts'
import { LeaderEdge } from './LeaderEdge'
import { LineEdge } from './LineEdge'
import { LabelNode, PacketNode, StationNode } from './MarkNodes'
import { AccountNode, BeadNode, JoinNode, LegendNode, PlateNode, SleeveNode, TimingNode } from './SideNodes'
import { StageModelProvider, useStageModel } from './StageModel'
import { Stations } from './Stations'
import { timeOfStation } from './stations-in-words'
import './stage.css'

const nodeTypes: NodeTypes = {
  account: AccountNode,
  badge: BadgeNode,
  bead: BeadNode,
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

const edgeTypes: EdgeTypes = { line: LineEdge, leader: LeaderEdge }

function Graph() {
  const { geometry, scene } = useStageModel()
  const { playback, workspace } = useStores()
  const nodes = useMemo(() => stageNodes(geometry, scene), [geometry, scene])
  // For the pointer only: the same stations are buttons in the twin beside the picture.
  const goToStation = (event: MouseEvent) => {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-station]')?.dataset.station : undefined
    const time = place === undefined ? undefined : timeOfStation(workspace.getState().timeline, place)
    if (time !== undefined) playback.getState().seek(time)
  }
  return (
    <div className="canvas" aria-hidden="true">
      <ReactFlow
        nodes={nodes}
        edges={stageEdges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={goToStation}
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
