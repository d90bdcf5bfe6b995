import { type Edge, type EdgeTypes, type Node, type NodeTypes, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo } from 'react'
import type { EdgeId, Scene } from '../../present'
import { ResourceNode, UserNode, WorkloadNode } from '../stage/ActorNodes'
import type { Geometry } from '../stage/geometry'
import { LeaderEdge } from '../stage/LeaderEdge'
import { LineEdge } from '../stage/LineEdge'
import { LabelNode, PacketNode, StationNode } from '../stage/MarkNodes'
import { nodeAt } from '../stage/node-at'
import { useStageModel } from '../stage/StageModel'
import { stillOptions } from '../stage/still-options'
import { NoServiceNode, ServiceNode, SmallGateNode, TerminalNode } from './HalfNodes'
import type { Side } from './half-geometry'
import '../stage/stage.css'

const nodeTypes: NodeTypes = {
  gate: SmallGateNode,
  label: LabelNode,
  noService: NoServiceNode,
  packet: PacketNode,
  resource: ResourceNode,
  service: ServiceNode,
  station: StationNode,
  terminal: TerminalNode,
  user: UserNode,
  workload: WorkloadNode,
}

const edgeTypes: EdgeTypes = { line: LineEdge, leader: LeaderEdge }

type Ends = readonly (readonly [id: EdgeId | 'join', source: string, target: string])[]

const passEnds: Ends = [
  ['call', 'user', 'service'],
  ['return', 'service', 'user'],
  ['error', 'service', 'user'],
  ['pass-ask', 'service', 'gate-iam'],
  ['pass-answer', 'gate-iam', 'service'],
  ['assume-ask', 'service', 'gate-sts'],
  ['assume-answer', 'gate-sts', 'service'],
  ['wear', 'service', 'workload'],
  ['act', 'workload', 'resource'],
]

const takeEnds: Ends = [
  ['assume-ask', 'terminal', 'gate-sts'],
  ['assume-answer', 'gate-sts', 'terminal'],
  ['act', 'terminal', 'resource'],
  ['join', 'gate-iam', 'gate-sts'],
]

const edgesOf = (ends: Ends): Edge[] =>
  ends.map(([id, source, target]) => ({ id, source, target, type: id === 'join' ? 'leader' : 'line', focusable: false, selectable: false }))

const edges: Readonly<Record<Side, Edge[]>> = { pass: edgesOf(passEnds), take: edgesOf(takeEnds) }

const labelled: Readonly<Record<Side, readonly EdgeId[]>> = {
  pass: ['call', 'assume-ask', 'assume-answer', 'act'],
  take: ['assume-ask', 'assume-answer', 'act'],
}
const carried: Readonly<Record<Side, readonly EdgeId[]>> = {
  pass: ['call', 'pass-ask', 'assume-ask', 'assume-answer', 'wear'],
  take: ['assume-ask', 'assume-answer'],
}
const numbered: Readonly<Record<Side, readonly (1 | 2 | 3 | 4 | 5)[]>> = { pass: [1, 2, 3, 4, 5], take: [1, 3, 5] }

function nodesOf(geometry: Geometry, scene: Scene, side: Side): Node[] {
  const actors =
    side === 'pass'
      ? [
          nodeAt('user', 'user', geometry.user, 2),
          nodeAt('service', 'service', geometry.controlPlane, 2),
          nodeAt('workload', 'workload', geometry.workload, 2),
        ]
      : [
          nodeAt('no-service', 'noService', { x: 0, y: geometry.controlPlane.y }, 2),
          nodeAt('terminal', 'terminal', geometry.controlPlane, 2),
        ]
  return [
    ...actors,
    nodeAt('resource', 'resource', geometry.resource, 2),
    nodeAt('gate-iam', 'gate', geometry.gates.iam, 2),
    nodeAt('gate-sts', 'gate', geometry.gates.sts, 2),
    ...numbered[side]
      .filter((station) => station !== 5 || scene.resource !== undefined)
      .map((station) => nodeAt(`station-${station}`, 'station', geometry.stations[station], 4)),
    ...labelled[side].map((edge) => nodeAt(`label-${edge}`, 'label', geometry.labels[edge], 4)),
    ...carried[side].map((edge) => nodeAt(`packet-${edge}`, 'packet', geometry.lines[edge].points[0] ?? { x: 0, y: 0 }, 6)),
  ]
}

/** One half's picture: the stage's own nodes and lines, closer together. It stands still but for what the frame says. */
export function HalfGraph({ side }: { side: Side }) {
  const { geometry, scene } = useStageModel()
  const nodes = useMemo(() => nodesOf(geometry, scene, side), [geometry, scene, side])
  return (
    <div className="canvas" aria-hidden="true">
      <ReactFlowProvider>
        <ReactFlow id={`compare-${side}`} nodes={nodes} edges={edges[side]} nodeTypes={nodeTypes} edgeTypes={edgeTypes} {...stillOptions} />
      </ReactFlowProvider>
    </div>
  )
}
