import type { Edge, Node } from '@xyflow/react'
import type { EdgeId, Scene } from '../../present'
import type { Geometry, LeaderId } from './geometry'
import { nodeAt } from './node-at'

/** Which actors a line joins. */
const ends: Readonly<Record<EdgeId | LeaderId, readonly [string, string]>> = {
  call: ['user', 'frame'],
  'own-call': ['owner', 'frame'],
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
  'profile-bead': ['bead', 'sleeve'],
  'profile-gate': ['sleeve', 'gate-iam'],
  join: ['gate-iam', 'gate-sts'],
  chain: ['resource', 'chain'],
}

const leaders: readonly LeaderId[] = ['profile-bead', 'profile-gate', 'join', 'chain']
const labelled: readonly EdgeId[] = ['call', 'own-call', 'return', 'error', 'pass-ask', 'pass-answer', 'assume-ask', 'assume-answer', 'act']
const carried: readonly EdgeId[] = ['call', 'pass-ask', 'assume-rail', 'assume-ask', 'assume-answer', 'wear']

/** The lines of the stage. They never change: what they look like comes from the geometry and the frame. */
const everyEdge: Edge[] = Object.entries(ends).map(([id, [source, target]]) => ({
  id,
  type: leaders.some((leader) => leader === id) ? 'leader' : 'line',
  source,
  target,
  focusable: false,
  selectable: false,
}))

/** Every line that has a place in the geometry. */
export const stageEdges = ({ hidden }: Pick<Geometry, 'hidden'>): Edge[] => everyEdge.filter(({ id }) => !hidden.includes(id))

/** Every box, number, label and packet of the stage, where the geometry puts it. */
export function stageNodes(geometry: Geometry, scene: Scene): Node[] {
  const numbers = ([1, 'own', 2, 3, 4, 5] as const).filter((station) => station !== 5 || scene.resource !== undefined)
  const nodes = [
    nodeAt('account', 'account', { x: geometry.account.x, y: geometry.account.y }, 0),
    nodeAt('frame', 'frame', geometry.frame, 0),
    nodeAt('legend', 'legend', geometry.legend, 0),
    nodeAt('user', 'user', geometry.user, 2),
    nodeAt('owner', 'user', geometry.owner, 2),
    nodeAt('controlPlane', 'controlPlane', geometry.controlPlane, 2),
    nodeAt('timing', 'timing', geometry.gap, 3),
    nodeAt('badge', 'badge', geometry.badge, 2),
    nodeAt('workload', 'workload', geometry.workload, 2),
    nodeAt('resource', 'resource', geometry.resource, 2),
    nodeAt('gate-iam', 'gate', geometry.gates.iam, 2),
    nodeAt('gate-sts', 'gate', geometry.gates.sts, 2),
    nodeAt('plate', 'plate', geometry.plate, 3),
    nodeAt('sleeve', 'sleeve', geometry.sleeve, 1),
    nodeAt('bead', 'bead', geometry.bead, 4),
    nodeAt('join', 'join', geometry.join, 3),
    nodeAt('chain', 'chain', geometry.chain, 3),
    ...numbers.map((station) => nodeAt(`station-${station}`, 'station', geometry.stations[station], 4)),
    ...labelled.map((edge) => nodeAt(`label-${edge}`, 'label', geometry.labels[edge], 4)),
    ...carried.map((edge) => nodeAt(`packet-${edge}`, 'packet', geometry.lines[edge].points[0] ?? { x: 0, y: 0 }, 6)),
  ]
  return nodes.filter(({ id }) => !geometry.hidden.includes(id))
}
