import type { ElementExplanation, Evaluation, LayerEvaluation, PolicyType, StatementExplanation } from '../iam'
import type { AuthorizationStep, PassedRole, Trace } from '../simulate'

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
    }
  | { readonly kind: 'account'; readonly role: PassedRole }
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

function layerRows(evaluation: Evaluation, layers: readonly LayerEvaluation[]): RowSource[] {
  const levels = (type: PolicyType) => layers.filter((layer) => layer.policyType === type).length
  const seen = new Set<PolicyType>()
  const failing = layers.find((layer) => layer.policyType === evaluation.verdict.policyType && layer.level === evaluation.verdict.level)
  const ordered =
    failing && evaluation.verdict.kind === 'explicit-deny' ? [failing, ...layers.filter((layer) => layer !== failing)] : layers
  const rows: RowSource[] = []
  for (const layer of ordered) {
    // SCP and RCP levels share a row: the failing one, else the first.
    if (seen.has(layer.policyType)) continue
    const shown = failing?.policyType === layer.policyType ? failing : layer
    seen.add(layer.policyType)
    rows.push({ kind: 'layer', layer: shown, statement: statementOf(shown, evaluation), levels: levels(shown.policyType) })
  }
  return rows
}

/** Rows of one evaluation, limited to the layers of one side. More than one layer: a row per layer. */
function rowsOf(
  evaluation: Evaluation,
  side: readonly PolicyType[],
): { rows: RowSource[]; statement: StatementExplanation | undefined; policyType: PolicyType | undefined } {
  const layers = evaluation.layers.filter((layer) => side.includes(layer.policyType) && applies(layer))
  const { verdict } = evaluation
  const decided = verdict.policyType !== undefined && side.includes(verdict.policyType)
  const main = layers.find((layer) => layer.policyType === side[0]) ?? layers[0]
  const statement = decided ? verdict.statement : statementOf(main, evaluation)
  const policyType = decided ? verdict.policyType : main?.policyType
  const kinds = new Set(layers.map((layer) => layer.policyType))
  return { rows: kinds.size > 1 ? layerRows(evaluation, layers) : elementRows(evaluation, statement), statement, policyType }
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
      rows: [...(call ? [{ kind: 'call', step: call } as const] : []), { kind: 'account', role }],
      statement: undefined,
      policyType: undefined,
    }
  if (!step.evaluation) return { ...base, rows: [{ kind: 'refused', step }], statement: undefined, policyType: undefined }
  const read = rowsOf(step.evaluation, callerLayers)
  if (step.check === 'service-action' && step.verdict === 'deny') {
    return { ...base, rows: [{ kind: 'call', step }], statement: read.statement, policyType: read.policyType }
  }
  const layered = read.rows[0]?.kind === 'layer'
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
  return { ...base, ...rowsOf(step.evaluation, roleLayers) }
}

/** Steps of one check, with their places. */
export function stepsOf(trace: Trace, check: AuthorizationStep['check']): { readonly step: AuthorizationStep; readonly index: number }[] {
  return trace.steps.flatMap((step, index) => (step.kind === 'authorization' && step.check === check ? [{ step, index }] : []))
}

/** Both sides of the direct call: one evaluation, two documents. The action that failed is shown, else the first. */
function directReadings(trace: Trace): readonly Reading[] {
  const steps = stepsOf(trace, 'assume-role')
  const shown = steps.find(({ step }) => step.verdict === 'deny') ?? steps[0]
  const [role] = trace.situation.roles
  if (!shown) return []
  const { step, index } = shown
  const { evaluation } = step
  if (!evaluation)
    return [
      {
        gate: 'iam',
        stepIndex: index,
        role,
        rows: [{ kind: 'refused', step }],
        statement: undefined,
        policyType: undefined,
        verdict: 'deny',
      },
      assumeReading(step, index, role),
    ]
  const own = rowsOf(evaluation, callerLayers)
  const ownFails = evaluation.layers.some(
    (layer) => callerLayers.includes(layer.policyType) && (layer.result === 'implicit-deny' || layer.result === 'explicit-deny'),
  )
  const root = evaluation.layers.some((layer) => layer.policyType === 'identity-based' && layer.notApplicable === 'account-root')
  const spared = evaluation.layers.some((layer) => layer.policyType === 'identity-based' && layer.notApplicable === 'not-needed')
  const ownVerdict = ownFails ? 'deny' : spared || root ? 'not-needed' : 'allow'
  const trust = evaluation.layers.filter((layer) => roleLayers.includes(layer.policyType))
  const trustFails = trust.some((layer) => layer.result === 'implicit-deny' || layer.result === 'explicit-deny')
  const sts = rowsOf(evaluation, roleLayers)
  return [
    { gate: 'iam', stepIndex: index, role, ...own, verdict: ownVerdict },
    { gate: 'sts', stepIndex: index, role, ...sts, verdict: trustFails ? 'deny' : 'allow' },
  ]
}

/** Every visit at the gates, in the order in which they are made. */
export function readingsOf(trace: Trace): readonly Reading[] {
  const { situation } = trace
  if (situation.mode === 'direct') return directReadings(trace)
  const [call] = stepsOf(trace, 'service-action')
  const passes = stepsOf(trace, 'pass-role')
  const roleOf = (arn: string | undefined) => situation.roles.find((role) => role.roleArn === arn)
  const withCall = situation.roles.length > 1 ? undefined : call?.step
  const readings: (Reading | undefined)[] = []
  if (call && (call.step.verdict === 'deny' || situation.roles.length === 0))
    readings.push(passReading(trace, call.index, undefined, undefined))
  for (const { step, index } of passes) readings.push(passReading(trace, index, roleOf(step.roleArn), withCall))
  for (const { step, index } of stepsOf(trace, 'assume-role')) readings.push(assumeReading(step, index, roleOf(step.roleArn)))
  return readings.filter((reading): reading is Reading => reading !== undefined)
}

/** What is read at ⑤: the role's own permissions. */
export function permissionReading(trace: Trace): Reading | undefined {
  const [found] = stepsOf(trace, 'role-permission')
  if (!found?.step.evaluation) return undefined
  const role = trace.situation.roles.find((candidate) => candidate.roleArn === found.step.roleArn)
  return { gate: 'iam', stepIndex: found.index, role, verdict: found.step.verdict, ...rowsOf(found.step.evaluation, callerLayers) }
}

/** Did a row say no? Layers and elements by their own result; the rest by what they are. */
export function rowFails(row: RowSource): boolean {
  switch (row.kind) {
    case 'call':
      return row.step.verdict === 'deny'
    case 'element':
      return !row.element.matched
    case 'layer':
      return row.layer.result === 'implicit-deny' || row.layer.result === 'explicit-deny'
    default:
      return true
  }
}
