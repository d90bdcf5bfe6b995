import type { Node } from '@xyflow/react'
import type { Scene } from '../../present'
import { nodeAt } from '../stage/node-at'
import type { RouteGeometry } from './route-geometry'

/** The boxes of the route. Those that every line of the graph joins have the ids that they have on the stage. */
export function routeNodes(geometry: RouteGeometry, scene: Scene, idle: boolean): Node[] {
  const { stops, stations, gates, lines } = geometry
  const numbers = ([1, 'own', 2, 3, 4, 5] as const).filter((station) =>
    station === 'own' ? stops.own : station !== 5 || scene.resource !== undefined,
  )
  const start = lines.call.points[0] ?? { x: 0, y: 0 }
  return [
    // The lines of the graph end at these; here they have no box of their own.
    ...['user', 'owner', 'frame', 'controlPlane', 'badge', 'workload', 'resource'].map((id) => nodeAt(id, 'end', { x: 0, y: 0 }, 0)),
    ...Object.entries(stops).map(([id, rect]) => nodeAt(`stop-${id}`, 'stop', rect, 2)),
    nodeAt('gate-iam', 'gate', gates.iam, 2),
    nodeAt('gate-sts', 'gate', gates.sts, 2),
    ...numbers.map((station) => nodeAt(`station-${station}`, 'station', stations[station], 4)),
    ...(stops.gap ? [nodeAt('break', 'break', geometry.gap, 4)] : []),
    ...(idle ? [nodeAt('legend', 'legend', geometry.legend, 0)] : [nodeAt('packet-call', 'packet', start, 6)]),
  ]
}
