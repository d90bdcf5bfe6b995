import type { ElementExplanation, Evaluation, LayerEvaluation, PolicyType, StatementExplanation } from '../iam'
import type { AuthorizationStep, Caller, DocumentId, PassedRole, Trace } from '../simulate'
import { documentOfLayer } from './document-of-layer'
import { isEnough, namedAs } from './named-as'

/** What one row of a gate is about. Rows and editor marks are read in step, from the same list. */
export type RowSource =
  | { readonly kind: 'call'; readonly step: AuthorizationStep }
  | { readonly kind: 'effect'; readonly statement: StatementExplanation }
  | { readonly kind: 'element'; readonly element: ElementExplanation }
  | { readonly kind: 'nothing'; readonly action: string }
  | {
      readonly kind: 'layer'
      readonly layer: LayerEvaluation
      readonly statement: StatementExplanation | undefined
      readonly levels: number
      /** What was asked for. */
      readonly action: string
      /** Where the layer's text stands. */
      readonly documentId: DocumentId | undefined
    }
  | { readonly kind: 'account'; readonly role: PassedRole; readonly caller: Caller }
  /** Whose own side of a direct call is read. */
  | { readonly kind: 'caller'; readonly caller: Caller }
  /** Not looked at, because the other side's yes is enough. */
  | { readonly kind: 'spared'; readonly element: 'Action' | 'Resource' | 'Identity'; readonly value: string }
  | { readonly kind: 'refused'; readonly step: AuthorizationStep }

export type ReadingVerdict = 'allow' | 'deny' | 'not-needed' | 'unreadable' | 'fault'

/** One visit at a gate: what is read there, in order, and how it ends. */
export interface Reading {
  readonly gate: 'iam' | 'sts'
  readonly stepIndex: number | undefined
  readonly role: PassedRole | undefined
  readonly rows: readonly RowSource[]
  /** The statement that decided, or that came nearest. */
  readonly statement: StatementExplanation | undefined
  readonly policyType: PolicyType | undefined
  readonly verdict: ReadingVerdict
}

export const callerLayers: readonly PolicyType[] = ['identity-based', 'permissions-boundary', 'session', 'service-control']
const roleLayers: readonly PolicyType[] = ['trust', 'resource-based', 'resource-control']

const firstAllow = (layer: LayerEvaluation | undefined) =>
  layer?.statements.find((statement) => statement.matched && statement.statement.effect?.value === 'Allow')

/** The statement to show for a layer: the matching Deny, the matching Allow, or none. */
export function statementOf(layer: LayerEvaluation | undefined, evaluation: Evaluation): StatementExplanation | undefined {
  if (!layer) return undefined
  const { verdict } = evaluation
  if (verdict.policyType === layer.policyType && verdict.level === layer.level) return verdict.statement
  return layer.statements.find((statement) => statement.matched && statement.statement.effect?.value === 'Deny') ?? firstAllow(layer)
}

function elementRows(evaluation: Evaluation, statement: StatementExplanation | undefined): RowSource[] {
  if (!statement) return [{ kind: 'nothing', action: evaluation.request.action }]
  const elements = statement.elements.map((element): RowSource => ({ kind: 'element', element }))
  // A Deny that matches: it is the effect that says no, and IAM looks for it first.
  const denied = statement.matched && statement.statement.effect?.value === 'Deny'
  return denied ? [{ kind: 'effect', statement }, ...elements] : elements
}

const applies = (layer: LayerEvaluation) => layer.result !== 'not-applicable'
const fails = (layer: LayerEvaluation) => layer.result === 'implicit-deny' || layer.result === 'explicit-deny'

/** One check's evaluation, and what its documents are known by. */
interface Asked {
  readonly evaluation: Evaluation
  readonly check: AuthorizationStep['check']
  readonly role: PassedRole | undefined
}

/** A row per layer, in the order of the tabs; a layer whose Deny decided comes first. SCP and RCP levels share a row: the failing one, else the first. */
function layerRows({ evaluation, check, role }: Asked, layers: readonly LayerEvaluation[], side: readonly PolicyType[]): RowSource[] {
  const { verdict } = evaluation
  const rows = side.flatMap((type): Extract<RowSource, { kind: 'layer' }>[] => {
    const levels = layers.filter((layer) => layer.policyType === type)
    const layer =
      levels.find((candidate) => type === verdict.policyType && candidate.level === verdict.level) ?? levels.find(fails) ?? levels[0]
    if (!layer) return []
    return [
      {
        kind: 'layer',
        layer,
        statement: statementOf(layer, evaluation),
        levels: levels.length,
        action: evaluation.request.action,
        documentId: documentOfLayer(type, check, role),
      },
    ]
  })
  if (verdict.kind !== 'explicit-deny') return rows
  const decided = (row: (typeof rows)[number]) => row.layer.policyType === verdict.policyType
  return [...rows.filter(decided), ...rows.filter((row) => !decided(row))]
}

/** Rows of one evaluation, limited to the layers of one side. More than one layer: a row per layer. */
function rowsOf(
  asked: Asked,
  side: readonly PolicyType[],
): { rows: RowSource[]; statement: StatementExplanation | undefined; policyType: PolicyType | undefined } {
  const { evaluation } = asked
  const layers = evaluation.layers.filter((layer) => side.includes(layer.policyType) && applies(layer))
  const { verdict } = evaluation
  const decided = verdict.policyType !== undefined && side.includes(verdict.policyType)
  const main = layers.find((layer) => layer.policyType === side[0]) ?? layers[0]
  const statement = decided ? verdict.statement : statementOf(main, evaluation)
  const policyType = decided ? verdict.policyType : main?.policyType
  const kinds = new Set(layers.map((layer) => layer.policyType))
  return { rows: kinds.size > 1 ? layerRows(asked, layers, side) : elementRows(evaluation, statement), statement, policyType }
}

/** What is read at the IAM gate for one pass-role check, or for the call's own check when no role was asked about. */
function passReading(
  trace: Trace,
  stepIndex: number,
  role: PassedRole | undefined,
  call: AuthorizationStep | undefined,
): Reading | undefined {
  const step = trace.steps[stepIndex]
  if (step?.kind !== 'authorization') return undefined
  const base = { gate: 'iam', stepIndex, role, verdict: step.verdict } as const
  if (step.refusal && role)
    return {
      ...base,
      rows: [...(call ? [{ kind: 'call', step: call } as const] : []), { kind: 'account', role, caller: trace.situation.caller }],
      statement: undefined,
      policyType: undefined,
    }
  if (!step.evaluation) return { ...base, rows: [{ kind: 'refused', step }], statement: undefined, policyType: undefined }
  const read = rowsOf({ evaluation: step.evaluation, check: step.check, role }, callerLayers)
  if (step.check === 'service-action' && step.verdict === 'deny') {
    const layers = read.rows[0]?.kind === 'layer' ? read.rows : []
    return { ...base, rows: [{ kind: 'call', step }, ...layers], statement: read.statement, policyType: read.policyType }
  }
  // After a layer whose Deny decided; before layers that are read one after the other.
  const layered = read.rows[0]?.kind === 'layer' && step.evaluation.verdict.kind === 'explicit-deny'
  const callRow: RowSource[] = call ? [{ kind: 'call', step: call }] : []
  return {
    ...base,
    rows: layered ? [...read.rows, ...callRow] : [...callRow, ...read.rows],
    statement: read.statement,
    policyType: read.policyType,
  }
}

function assumeReading(step: AuthorizationStep, stepIndex: number, role: PassedRole | undefined): Reading {
  const base = { gate: 'sts', stepIndex, role, verdict: step.verdict } as const
  if (!step.evaluation) return { ...base, rows: [{ kind: 'refused', step }], statement: undefined, policyType: undefined }
  return { ...base, ...rowsOf({ evaluation: step.evaluation, check: step.check, role }, roleLayers) }
}

/** Steps of one check, with their places. */
export function stepsOf(trace: Trace, check: AuthorizationStep['check']): { readonly step: AuthorizationStep; readonly index: number }[] {
  return trace.steps.flatMap((step, index) => (step.kind === 'authorization' && step.check === check ? [{ step, index }] : []))
}

/** The step that a direct call's gates show: the action that failed, else the first. */
export function directStep(trace: Trace): { readonly step: AuthorizationStep; readonly index: number } | undefined {
  if (trace.situation.mode !== 'direct') return undefined
  const steps = stepsOf(trace, 'assume-role')
  return steps.find(({ step }) => step.verdict === 'deny') ?? steps[0]
}

/** The caller's row goes before what is compared, but after a Deny that decided. */
function withCaller(rows: readonly RowSource[], caller: Caller, denied: boolean): RowSource[] {
  const row: RowSource = { kind: 'caller', caller }
  const [first, ...others] = rows
  const leads = denied && (first?.kind === 'effect' || first?.kind === 'layer')
  return first && leads ? [first, row, ...others] : [row, ...rows]
}

/**
 * The caller's side of a direct call. Where the trust policy names the caller inside one account, no identity policy is needed: then only
 * what limits the caller (SCPs; of a session also its boundary and session policy) is read, and a Deny.
 */
function callerReading({ situation }: Trace, asked: Asked, trust: StatementExplanation | undefined) {
  const { evaluation } = asked
  const { caller } = situation
  const { kind, policyType } = evaluation.verdict
  const ownDeny = kind === 'explicit-deny' && policyType !== undefined && callerLayers.includes(policyType)
  const as = namedAs(trust)
  if (ownDeny || !isEnough(as, situation)) {
    const read = rowsOf(asked, callerLayers)
    const failing = evaluation.layers.some((layer) => callerLayers.includes(layer.policyType) && fails(layer))
    return { ...read, rows: withCaller(read.rows, caller, ownDeny), verdict: failing ? 'deny' : 'allow' } as const
  }
  // Of a user who is named, neither boundary nor session policy limits what the trust policy gives.
  const side: readonly PolicyType[] = as === 'role' ? ['permissions-boundary', 'session', 'service-control'] : ['service-control']
  const limits = evaluation.layers.filter((layer) => side.includes(layer.policyType) && applies(layer))
  if (limits.length === 0) {
    const { action, resource } = evaluation.request
    const rows: RowSource[] = [
      { kind: 'caller', caller },
      { kind: 'spared', element: 'Action', value: action },
      { kind: 'spared', element: 'Resource', value: resource },
    ]
    return { rows, statement: undefined, policyType: undefined, verdict: 'not-needed' } as const
  }
  const rows: RowSource[] = [
    { kind: 'caller', caller },
    { kind: 'spared', element: 'Identity', value: '' },
    ...layerRows(asked, limits, side),
  ]
  const { statement, policyType: read } = rowsOf(asked, side)
  return { rows, statement, policyType: read, verdict: limits.some(fails) ? 'deny' : 'allow' } as const
}

/** Both sides of the direct call: one evaluation, two documents. */
function directReadings(trace: Trace): readonly Reading[] {
  const shown = directStep(trace)
  const [role] = trace.situation.roles
  if (!shown) return []
  const { step, index } = shown
  const { evaluation } = step
  if (!evaluation) {
    const refused = { stepIndex: index, role, rows: [{ kind: 'refused', step }], statement: undefined, policyType: undefined } as const
    return [{ gate: 'iam', verdict: 'deny', ...refused }, assumeReading(step, index, role)]
  }
  const asked: Asked = { evaluation, check: step.check, role }
  const sts = rowsOf(asked, roleLayers)
  const trustFails = evaluation.layers.some((layer) => roleLayers.includes(layer.policyType) && fails(layer))
  const trust = sts.policyType === 'trust' ? sts.statement : rowsOf(asked, ['trust']).statement
  return [
    { gate: 'iam', stepIndex: index, role, ...callerReading(trace, asked, trust) },
    { gate: 'sts', stepIndex: index, role, ...sts, verdict: trustFails ? 'deny' : 'allow' },
  ]
}

/** Every visit at the gates, in the order in which they are made. */
export function readingsOf(trace: Trace): readonly Reading[] {
  const { situation } = trace
  if (situation.mode === 'direct') return directReadings(trace)
  const [call] = stepsOf(trace, 'service-action')
  const passes = stepsOf(trace, 'pass-role')
  // The same role may be handed over for two services: then the letter tells which is meant.
  const roleOf = (step: AuthorizationStep) =>
    situation.roles.find(({ roleArn, letter }) => roleArn === step.roleArn && letter === step.letter)
  const withCall = situation.roles.length > 1 ? undefined : call?.step
  const readings: (Reading | undefined)[] = []
  if (call && (call.step.verdict === 'deny' || situation.roles.length === 0))
    readings.push(passReading(trace, call.index, undefined, undefined))
  for (const { step, index } of passes) readings.push(passReading(trace, index, roleOf(step), withCall))
  for (const { step, index } of stepsOf(trace, 'assume-role')) readings.push(assumeReading(step, index, roleOf(step)))
  return readings.filter((reading): reading is Reading => reading !== undefined)
}

/** What is read at ⑤: the role's own permissions. */
export function permissionReading(trace: Trace): Reading | undefined {
  const [found] = stepsOf(trace, 'role-permission')
  if (!found?.step.evaluation) return undefined
  const role = trace.situation.roles.find((candidate) => candidate.roleArn === found.step.roleArn)
  return {
    gate: 'iam',
    stepIndex: found.index,
    role,
    verdict: found.step.verdict,
    ...rowsOf({ evaluation: found.step.evaluation, check: 'role-permission', role }, callerLayers),
  }
}

/** Did a row say no? Layers and elements by their own result; the rest by what they are. */
export function rowFails(row: RowSource): boolean {
  switch (row.kind) {
    case 'call':
      return row.step.verdict === 'deny'
    case 'element':
      return !row.element.matched
    case 'layer':
      return fails(row.layer)
    case 'caller':
    case 'spared':
      return false
    default:
      return true
  }
}
