import type { EdgeFrame, GraphFrame } from './graph-frame'
import type { GateRole, GateScene, Scene } from './scene'

const hidden: EdgeFrame = { base: 'hidden', kind: 'user', progress: 0, head: false, label: false, answer: undefined, barrier: false }

/**
 * The frame of a direct call as the comparison draws it: the caller stands where the service stood and asks once. Her question goes down
 * to STS, which reads both documents; nothing is handed from a badge to a workload.
 */
export function takenFrame(frame: GraphFrame): GraphFrame {
  const { edges } = frame
  return {
    ...frame,
    edges: {
      ...edges,
      call: hidden,
      return: hidden,
      error: hidden,
      'pass-ask': hidden,
      'pass-answer': hidden,
      'assume-rail': hidden,
      'assume-ask': edges['pass-ask'],
      wear: hidden,
      act: { ...edges.act, barrier: edges.wear.barrier },
    },
    packets: frame.packets.flatMap((packet) => {
      if (packet.edge === 'pass-ask') return [{ ...packet, edge: 'assume-ask' as const }]
      return packet.edge === 'assume-answer' ? [packet] : []
    }),
    stations: { ...frame.stations, 3: frame.stations[2] },
  }
}

/** The scene that goes with `takenFrame`: what travels down is the one question. */
export function takenScene(scene: Scene): Scene {
  const { call: _call, 'pass-ask': ask, ...labels } = scene.labels
  const packet = scene.packets['pass-ask']
  return {
    ...scene,
    labels: { ...labels, ...(ask ? { 'assume-ask': ask } : {}) },
    packets: { ...scene.packets, ...(packet ? { 'assume-ask': packet } : {}) },
  }
}

/** What a gate found, in one line: the row that failed, else what it asked about. */
export interface GateLine {
  readonly station: string
  readonly text: string
  /** Set when the row failed: what the request says instead. */
  readonly note: string | undefined
  readonly verdict: GateRole['verdict']
}

function lineOf(role: GateRole, station: string): GateLine {
  const failed = role.rows.find((row) => row.result === 'no')
  if (failed) return { station, text: failed.value, note: failed.note, verdict: role.verdict }
  const shown = role.rows.filter((row) => row.result === 'ok' || role.verdict === undefined)
  const named = shown.filter((row) => /^(Principal|Action|Resource)$/.test(row.label))
  const text = (named.length > 0 ? named : shown).map((row) => row.value).join(' · ')
  return { station, text, note: undefined, verdict: role.verdict }
}

/** One line for each role that a gate is asked about; the failing one comes first. */
export function gateLines(gate: GateScene): readonly GateLine[] {
  const several = gate.roles.length > 1
  const lines = gate.roles.map((role) => lineOf(role, several ? role.station : ''))
  return [...lines.filter((line) => line.verdict === 'deny'), ...lines.filter((line) => line.verdict !== 'deny')]
}

/** The frame of the handing over, drawn small: control plane and badge are one block, so what was stopped between them is stopped behind it. */
export function passedFrame(frame: GraphFrame, room: boolean): GraphFrame {
  const { edges } = frame
  return {
    ...frame,
    // Where the line is shorter than the packet, it shows once it is under way.
    packets: frame.packets.filter(({ edge, progress }) => room || edge !== 'call' || progress > 0),
    edges: {
      ...edges,
      'assume-rail': hidden,
      output: hidden,
      wear: { ...edges.wear, barrier: edges.wear.barrier || edges['assume-rail'].barrier },
    },
  }
}

/** The scene of the handing over, drawn small: the packet names the call only, and under the call stands which role goes with it, if there is room. */
export function passedScene(whole: Scene, room: (text: string) => boolean): Scene {
  const packet = whole.packets.call
  const scene = packet ? { ...whole, packets: { ...whole.packets, call: { ...packet, roleName: undefined } } } : whole
  const { call } = scene.labels
  if (!call?.under) return scene
  const names = scene.lanes.flatMap((lane) => lane.roleName ?? [])
  const text = names.length === 1 ? `+ ${names[0]}` : call.under.text
  const { under: _under, ...bare } = call
  return { ...scene, labels: { ...scene.labels, call: room(text) ? { ...call, under: { ...call.under, text } } : bare } }
}
