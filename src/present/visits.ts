import { perObject } from '../lib/per-object'
import { type DocumentId, inOrderOfAssumption, type PassedRole } from '../simulate'
import { permissionReading, type Reading, type ReadingVerdict, readingsOf } from './reading'
import type { Playable } from './timeline'

/** Which station reads a document. */
export function stationOfDocument(id: DocumentId): 1 | 2 | 3 | 5 {
  switch (id) {
    case 'request':
      return 1
    case 'trustPolicy':
    case 'resourceControlPolicies':
    case 'roles':
      return 3
    case 'rolePolicy':
      return 5
    default:
      return 2
  }
}

/** The visits of the gates, with one that could not be made because its document cannot be read. */
export interface Visits {
  readonly pass: readonly Reading[]
  readonly assume: readonly Reading[]
  readonly act: Reading | undefined
  readonly actUnreadable: boolean
  readonly requestUnreadable: boolean
}

function unreadableVisit(gate: 'iam' | 'sts', role: PassedRole | undefined, verdict: ReadingVerdict): Reading {
  return { gate, stepIndex: undefined, role, rows: [], statement: undefined, policyType: undefined, verdict }
}

/** Every visit that the run makes, in order. Asked for with every frame. */
export const visitsOf = perObject((playable: Playable): Visits => {
  const none = { pass: [], assume: [], act: undefined, actUnreadable: false, requestUnreadable: false }
  if (playable.kind === 'fault') return { ...none, pass: [unreadableVisit('iam', undefined, 'fault')] }
  const { trace } = playable
  if (!trace) return { ...none, requestUnreadable: true }
  const readings = readingsOf(trace)
  const pass = readings.filter((reading) => reading.gate === 'iam')
  const assume = readings.filter((reading) => reading.gate === 'sts')
  const act = permissionReading(trace)
  if (playable.kind !== 'invalid') return { ...none, pass, assume, act }
  const station = stationOfDocument(playable.documentId)
  const worn = trace.steps.some((step) => step.kind === 'credentials') && assume.length === trace.situation.roles.length
  const [first] = trace.situation.roles
  if (station === 2 && pass.length === 0) return { ...none, pass: [unreadableVisit('iam', first, 'unreadable')] }
  if (worn) return { ...none, pass, assume, actUnreadable: true }
  const next = inOrderOfAssumption(trace.situation.roles).find((role) => !assume.some((reading) => reading.role === role))
  return { ...none, pass, assume: [...assume, unreadableVisit('sts', next, 'unreadable')] }
})
