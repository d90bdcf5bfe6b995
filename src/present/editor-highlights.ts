import type { Translate } from '../i18n'
import type { ElementExplanation, StatementExplanation } from '../iam'
import { type DocumentId, documentIds, whoCalls } from '../simulate'
import { threadProgress } from './build-graph-frame'
import type { EditorHighlight, ElementHighlight } from './editor-highlight'
import { callerName, stationLabel } from './names'
import { permissionReading, type Reading, type RowSource } from './reading'
import { joined, shortValue } from './short-value'
import type { GateCues, Timeline } from './timeline'
import { visitsOf } from './visits'

const isDocumentId = (id: string): id is DocumentId => (documentIds as readonly string[]).includes(id)

/** What the request says instead, on a line of its own under the value. */
function below(element: ElementExplanation, translate: Translate, stranger: string | undefined): string {
  const requested = joined(element.requestValue)
  switch (element.mismatch) {
    case 'key-absent':
      return translate('below.key-absent')
    case 'key-present':
      return translate('below.key-present')
    case 'variable-unresolved':
      return translate('below.variable')
    case 'set-operator-missing':
      return translate('below.set-operator')
    case 'unusable':
    case 'unknown-operator':
      return translate('below.unusable')
    default:
      break
  }
  const value = requested ?? ''
  if (stranger !== undefined && element.element === 'Condition') return translate('deputy.says', { user: stranger, value })
  if (element.contextKey?.toLowerCase() === 'iam:passedtoservice') return translate('below.passed-to', { value })
  if (element.element === 'Principal' || element.element === 'NotPrincipal') return translate('below.caller', { value })
  if (element.element === 'Resource' && value.startsWith('arn:')) return translate('below.asked', { value: shortValue(value) })
  return translate('below.request', { value })
}

function elementHighlight(
  element: ElementExplanation,
  state: 'match' | 'now' | 'no',
  after: boolean,
  translate: Translate,
  stranger: string | undefined,
): ElementHighlight[] {
  const [only] = element.values
  // Several values, and none of them fits: each is marked, and what was asked stands under the last.
  if (state === 'no' && element.values.length > 1) {
    return element.values.map(({ value }, index) => ({
      span: value.span,
      state,
      after: undefined,
      below: index === element.values.length - 1 ? below(element, translate, stranger) : undefined,
    }))
  }
  const value = element.values.find((entry) => entry.matched) ?? (element.values.length === 1 ? only : undefined)
  const account = element.principalMatch === 'account'
  // Whoever the service works for, it comes under its own name.
  const both = stranger !== undefined && element.element === 'Principal'
  const word = both ? 'deputy.both' : account ? 'after.account' : 'after.match'
  return [
    {
      span: value?.value.span ?? element.valueSpan,
      state,
      after: state === 'match' && (both || account || (after && stranger === undefined)) ? translate(word) : undefined,
      below: state === 'no' ? below(element, translate, stranger) : undefined,
    },
  ]
}

function elementsAt(
  rows: readonly RowSource[],
  statement: StatementExplanation,
  cue: GateCues | undefined,
  t: number,
  translate: Translate,
  stranger: string | undefined,
): ElementHighlight[] {
  const deny = statement.matched && statement.statement.effect?.value === 'Deny'
  const marks: ElementHighlight[] = []
  const { effect } = statement.statement
  const layered = rows.some((row) => row.kind === 'layer')
  statement.elements.forEach((element) => {
    const index = rows.findIndex((row) => row.kind === 'element' && row.element === element)
    // With a row per layer the elements light up together, when the stamp lands.
    const at = layered ? cue?.stamp : index >= 0 ? cue?.rows[index] : undefined
    if (cue && (at === undefined || t < at)) return
    const now = cue !== undefined && !layered && at !== undefined && t < at + 400
    const action = element.element === 'Action' || element.element === 'NotAction'
    marks.push(...elementHighlight(element, now ? 'now' : element.matched ? 'match' : 'no', action, translate, stranger))
  })
  const effectRow = rows.findIndex((row) => row.kind === 'effect')
  const effectAt = layered ? cue?.stamp : cue?.rows[Math.max(effectRow, 0)]
  if (deny && effect && (!cue || (effectAt !== undefined && t >= effectAt))) {
    marks.unshift({ span: effect.span, state: 'no', after: undefined, below: undefined })
  }
  return marks
}

/** Who makes the call, where that is not the owner of the role. */
const strangerIn = ({ trace }: Timeline, translate: Translate): string | undefined =>
  trace?.owner && callerName(whoCalls(trace.situation), translate)

/** Where a statement that is missing would go: after the last one. */
function missingSlot(
  reading: Reading,
  timeline: Timeline,
  translate: Translate,
): { documentId: DocumentId; at: number; text: string } | undefined {
  const step = reading.stepIndex === undefined ? undefined : timeline.trace?.steps[reading.stepIndex]
  if (step?.kind !== 'authorization' || !step.evaluation) return undefined
  const { verdict } = step.evaluation
  const type = reading.policyType ?? verdict.policyType
  const layer = step.evaluation.layers.find(
    (candidate) => candidate.policyType === type && (type !== verdict.policyType || candidate.level === verdict.level),
  )
  const last = layer?.statements.at(-1)
  const id = last?.document.documentId
  if (!last || id === undefined || !isDocumentId(id)) return undefined
  const { action, resource } = step.evaluation.request
  const short = resource.split(':').slice(5).join(':') || resource
  return {
    documentId: id,
    at: last.statement.span.end,
    text: translate(step.check === 'assume-role' ? 'missing.trust' : 'missing.allow', {
      action,
      resource: short,
      principal: step.evaluation.request.principal,
    }),
  }
}

function visitHighlight(
  reading: Reading,
  cue: GateCues | undefined,
  t: number,
  station: string,
  timeline: Timeline,
  reduced: boolean,
  translate: Translate,
): EditorHighlight | undefined {
  if (cue && t < cue.thread) return undefined
  const stamped = !cue || t >= cue.stamp
  const tone = !stamped ? 'scan' : reading.verdict === 'deny' ? 'deny' : 'allow'
  const base = { tone, station, thread: cue ? threadProgress(cue, t, reduced) : 1, dotted: false } as const
  const { statement } = reading
  if (statement) {
    const id = statement.document.documentId
    if (!isDocumentId(id)) return undefined
    return {
      ...base,
      documentId: id,
      statement: statement.statement.span,
      elements: elementsAt(
        reading.rows,
        statement,
        cue,
        t,
        translate,
        reading.gate === 'sts' ? strangerIn(timeline, translate) : undefined,
      ),
      missing: undefined,
    }
  }
  if (reading.verdict !== 'deny' || !stamped) return undefined
  // Refused before any policy was read: there is nothing to point at.
  if (reading.rows.some(({ kind }) => kind === 'account'))
    return { ...base, documentId: 'identityPolicy', statement: undefined, elements: [], missing: undefined }
  const slot = missingSlot(reading, timeline, translate)
  return slot && { ...base, documentId: slot.documentId, statement: undefined, elements: [], missing: { at: slot.at, text: slot.text } }
}

/** The visit whose marks a document shows: the one being read, else the last that was. */
function current(visits: readonly Reading[], cues: readonly GateCues[], t: number): number {
  const reading = cues.findLastIndex((cue) => t >= cue.thread)
  return Math.min(reading, visits.length - 1)
}

/**
 * What is lit in each document at time t. What decided stays lit when the run goes on. Spans are offsets into the very texts that
 * were evaluated. With several roles only the one being read is lit.
 */
export function editorHighlights(timeline: Timeline, t: number, translate: Translate, reduced = false): readonly EditorHighlight[] {
  const { trace, cues } = timeline
  if (!trace || t <= 0) return []
  const visits = visitsOf(timeline.playable)
  const highlights: (EditorHighlight | undefined)[] = []
  const at = (list: readonly Reading[], listCues: readonly GateCues[], station: number) => {
    const index = current(list, listCues, t)
    const reading = list[index]
    if (index < 0 || !reading) return
    highlights.push(visitHighlight(reading, listCues[index], t, stationLabel(station, reading.role), timeline, reduced, translate))
  }
  at(visits.pass, cues.pass, 2)
  at(visits.assume, cues.assume, 3)
  if (cues.act && t >= cues.act.hit) {
    const reading = permissionReading(trace)
    const lit = reading && visitHighlight(reading, undefined, t, '5', timeline, reduced, translate)
    if (lit) highlights.push({ ...lit, dotted: true })
  }
  return highlights.filter((highlight): highlight is EditorHighlight => highlight !== undefined)
}
