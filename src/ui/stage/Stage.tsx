import { type EdgeTypes, type Node, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type CSSProperties, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Scene, timeOfStation } from '../../present'
import { usePreferences, useStores } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { useDirectMoves } from '../direct/direct-moves'
import { useEvidence } from '../editor/use-evidence'
import { useOpenPicker } from '../picker/open-picker'
import { scaleAt } from '../use-viewport'
import { BadgeNode, ControlPlaneNode, FrameNode, ResourceNode, UserNode, WorkloadNode } from './ActorNodes'
import { GateNode } from './GateNode'
import { stageGeometry } from './geometry'
import { stageEdges, stageNodes } from './graph-parts'
import { LateNode } from './LateNode'
import { LeaderEdge } from './LeaderEdge'
import { LineEdge } from './LineEdge'
import { LabelNode, PacketNode, StationNode } from './MarkNodes'
import { planOf, type StageLayout } from './plan'
import { AccountNode, BeadNode, LegendNode, PlateNode, SleeveNode, TimingNode } from './SideNodes'
import { StageModelProvider, useStageModel } from './StageModel'
import { stillOptions } from './still-options'
import './stage.css'

const nodeTypes: NodeTypes = {
  account: AccountNode,
  badge: BadgeNode,
  bead: BeadNode,
  chain: LateNode,
  controlPlane: ControlPlaneNode,
  frame: FrameNode,
  gate: GateNode,
  join: LateNode,
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

/** The graph as the geometry has it. `types`: what draws the nodes, by their type. */
export function Graph({ types, nodes }: { types: NodeTypes; nodes: Node[] }) {
  const { geometry } = useStageModel()
  const { playback, workspace } = useStores()
  const openPicker = useOpenPicker()
  const { chain } = useDirectMoves()
  const edges = useMemo(() => stageEdges(geometry), [geometry])
  // For the pointer only: the same stations are buttons in the twin beside the picture, and the request's header opens the picker too.
  const goToStation = (event: MouseEvent) => {
    const near = (what: 'opens' | 'station') =>
      event.target instanceof Element ? event.target.closest<HTMLElement>(`[data-${what}]`)?.dataset[what] : undefined
    const opens = near('opens')
    if (opens !== undefined) return opens === 'chain' ? chain() : openPicker()
    const place = near('station')
    const time = place === undefined ? undefined : timeOfStation(workspace.getState().timeline, place)
    if (time !== undefined) playback.getState().seek(time)
  }
  return (
    <div className="canvas" aria-hidden="true">
      <ReactFlow nodes={nodes} edges={edges} nodeTypes={types} edgeTypes={edgeTypes} onNodeClick={goToStation} {...stillOptions} />
    </div>
  )
}

function ColumnsGraph() {
  const { geometry, scene } = useStageModel()
  const nodes = useMemo(() => stageNodes(geometry, scene), [geometry, scene])
  return <Graph types={nodeTypes} nodes={nodes} />
}

interface StageProps {
  readonly layout: StageLayout
  /** Needed where it does not follow from the layout. */
  readonly scale?: number
}

/** The path of the request as one React Flow graph, with its twin in words. */
export function Stage({ layout, scale: given }: StageProps) {
  const evidence = useEvidence()
  const challenge = useChallenge()
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
  const scale = given ?? (layout === 'presenter' ? 1 : scaleAt(layout, width))
  const shares = usePreferences((state) => state.columns)
  const measure = useCallback(
    (scene: Scene) => stageGeometry(width, planOf(layout, width, scale, shares, scene), scene),
    [layout, width, scale, shares],
  )
  return (
    <section
      id="path"
      ref={box}
      className={`stage ${layout}`}
      style={{ height: 268 * scale, fontSize: 14 * scale } as CSSProperties}
      tabIndex={-1}
    >
      <ReactFlowProvider>
        <StageModelProvider measure={measure}>
          <ColumnsGraph />
          {evidence && <evidence.Stations />}
          {challenge && layout !== 'presenter' && <challenge.parts.PinnedHint active={challenge.active} />}
        </StageModelProvider>
      </ReactFlowProvider>
    </section>
  )
}
