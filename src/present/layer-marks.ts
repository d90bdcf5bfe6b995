import type { LayerEvaluation, PolicyType } from '../iam'
import { perObject } from '../lib/per-object'
import type { AuthorizationStep, DocumentId, Trace } from '../simulate'
import { callerDocuments, documentOfLayer } from './document-of-layer'
import type { Reading } from './reading'
import type { GateCues, Timeline } from './timeline'
import { visitsOf } from './visits'

/** What a document said: every Allow that was needed, a denial, or nothing because it was not asked. */
export type LayerMark = 'ok' | 'no' | 'skip'

/** One layer's answer to one check: in which document it stands, at which level, and for which role. */
export interface MarkedLayer {
  readonly documentId: DocumentId
  /** Levels of the organization, from the root down; undefined where there are none. */
  readonly level: number | undefined
  /** The role whose own documents answered; undefined for the caller's. */
  readonly roleArn: string | undefined
  readonly mark: LayerMark
}

const markOf: Readonly<Record<LayerEvaluation['result'], LayerMark>> = {
  allow: 'ok',
  'explicit-deny': 'no',
  'implicit-deny': 'no',
  'not-applicable': 'skip',
}

const isRoleSide = (type: PolicyType) => type === 'trust' || type === 'resource-based' || type === 'resource-control'

/** Where a side of the hand-over was asked, but its document had no say at all. */
function unasked(step: AuthorizationStep, side: 'caller' | 'role', marked: readonly MarkedLayer[]): MarkedLayer[] {
  if (step.check === 'role-permission') return []
  const all: readonly DocumentId[] = side === 'caller' ? Object.values(callerDocuments) : ['resourceControlPolicies']
  return all
    .filter((id) => !marked.some((entry) => entry.documentId === id))
    .map((documentId) => ({ documentId, level: undefined, roleArn: undefined, mark: 'skip' }))
}

function marksOfStep(step: AuthorizationStep, side: 'caller' | 'role' | undefined, trace: Trace): MarkedLayer[] {
  const { evaluation } = step
  if (!evaluation) return []
  const role = trace.situation.roles.find((candidate) => candidate.roleArn === step.roleArn)
  const marked = evaluation.layers.flatMap((layer): MarkedLayer[] => {
    if (side !== undefined && isRoleSide(layer.policyType) !== (side === 'role')) return []
    const documentId = documentOfLayer(layer.policyType, step.check, role)
    if (documentId === undefined) return []
    const own = documentId === 'trustPolicy' || documentId === 'rolePolicy' || documentId === 'roles'
    return [{ documentId, level: layer.level, roleArn: own ? step.roleArn : undefined, mark: markOf[layer.result] }]
  })
  return side === undefined ? marked : [...marked, ...unasked(step, side, marked)]
}

/** What the documents of either side said to each step, and what all of them did. */
const marksOf = perObject((trace: Trace) =>
  trace.steps.map((step) => {
    const marks = (side?: 'caller' | 'role') => (step.kind === 'authorization' ? marksOfStep(step, side, trace) : [])
    return { caller: marks('caller'), role: marks('role'), all: marks() }
  }),
)

/** The last step that a gate has stamped by the time t; -1: none. */
function stampedUpTo(visits: readonly Reading[], cues: readonly GateCues[], t: number): number {
  return Math.max(-1, ...visits.flatMap((visit, index) => (t >= (cues[index]?.stamp ?? Infinity) ? [visit.stepIndex ?? -1] : [])))
}

/** What each document has said by the time t, as the evaluation says it. */
export function layerMarks(timeline: Timeline, t: number): readonly MarkedLayer[] {
  const { trace, cues, playable } = timeline
  if (!trace) return []
  const visits = visitsOf(playable)
  const passed = stampedUpTo(visits.pass, cues.pass, t)
  const assumed = stampedUpTo(visits.assume, cues.assume, t)
  const acted = cues.act !== undefined && t >= cues.act.hit
  const direct = trace.situation.mode === 'direct'
  return marksOf(trace).flatMap(({ caller, role, all }, index) => {
    const step = trace.steps[index]
    if (step?.kind !== 'authorization') return []
    if (step.check === 'role-permission') return acted ? all : []
    const byCaller = step.check !== 'assume-role' || direct
    return [...(byCaller && index <= passed ? caller : []), ...(step.check === 'assume-role' && index <= assumed ? role : [])]
  })
}

/** Several answers in one mark: one denial is enough. */
export function joinedMark(marks: readonly LayerMark[]): LayerMark | undefined {
  return (['no', 'ok', 'skip'] as const).find((mark) => marks.includes(mark))
}
