import type { Translate } from '../i18n'
import type { ElementExplanation, StatementExplanation } from '../iam'
import { type DocumentId, documentIds, whoCalls } from '../simulate'
import { threadProgress } from './build-graph-frame'
import type { EditorHighlight, ElementHighlight } from './editor-highlight'
import { isAtHome } from './named-as'
import { aya, callerName, stationLabel } from './names'
import { permissionReading, type Reading, type RowSource } from './reading'
import { isNegated, joined, shortValue } from './short-value'
import type { GateCues, Timeline } from './timeline'
import { visitsOf } from './visits'

const isDocumentId = (id: string): id is DocumentId => (documentIds as readonly string[]).includes(id)

/** What the request says instead, on a line of its own under the value. */
function below(element: ElementExplanation, { translate, stranger }: Words): string {
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

/** What marks are made of. */
interface Words {
  readonly translate: Translate
  /** Whose account a trust policy names when it names the caller's. */
  readonly own: string
  /** Who makes the call, where that is not the owner of the role. */
  readonly stranger: string | undefined
}

/** "her account", where there is but one and the caller is the lessons' own. */
function ownAccount(timeline: Timeline, translate: Translate): string {
  const situation = timeline.trace?.situation
  if (!situation) return ''
  const user = callerName(situation.caller, translate)
  if (user !== aya) return translate('after.account', { user })
  return translate(isAtHome(situation) ? 'after.account-hers' : 'after.account-hers-there')
}

const wordsOf = (timeline: Timeline, { gate }: Reading, translate: Translate): Words => ({
  translate,
  own: ownAccount(timeline, translate),
  stranger: timeline.trace?.owner && gate === 'sts' ? callerName(whoCalls(timeline.trace.situation), translate) : undefined,
})

/** What stands behind a value that fits. */
function afterMatch(element: ElementExplanation, after: boolean, { translate, own, stranger }: Words): string | undefined {
  // Whoever the service works for, it comes under its own name.
  if (stranger !== undefined && element.element === 'Principal') return translate('deputy.both')
  if (element.principalMatch === 'account') return own
  // What such a condition is true for is none of the values that stand there.
  if (element.element === 'Condition' && isNegated(element.operator) && element.requestValue !== undefined)
    return translate('after.true-for', { value: shortValue(joined(element.requestValue) ?? '') })
  return after && stranger === undefined ? translate('after.match') : undefined
}

function elementHighlight(element: ElementExplanation, state: 'match' | 'now' | 'no', after: boolean, words: Words): ElementHighlight[] {
  const [only] = element.values
  // Several values, and none of them fits: each is marked, and what was asked stands under the last.
  if (state === 'no' && element.values.length > 1) {
    return element.values.map(({ value }, index) => ({
      span: value.span,
      state,
      after: undefined,
      below: index === element.values.length - 1 ? below(element, words) : undefined,
    }))
  }
  const value = element.values.find((entry) => entry.matched) ?? (element.values.length === 1 ? only : undefined)
  return [
    {
      span: value?.value.span ?? element.valueSpan,
      state,
      after: state === 'match' ? afterMatch(element, after, words) : undefined,
      below: state === 'no' ? below(element, words) : undefined,
    },
  ]
}

function elementsAt(
  rows: readonly RowSource[],
  statement: StatementExplanation,
  cue: GateCues | undefined,
  t: number,
  words: Words,
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
    marks.push(...elementHighlight(element, now ? 'now' : element.matched ? 'match' : 'no', action, words))
  })
  const effectRow = rows.findIndex((row) => row.kind === 'effect')
  const effectAt = layered ? cue?.stamp : cue?.rows[Math.max(effectRow, 0)]
  if (deny && effect && (!cue || (effectAt !== undefined && t >= effectAt))) {
    marks.unshift({ span: effect.span, state: 'no', after: undefined, below: undefined })
  }
  return marks
}

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
    text: translate(step.check === 'assume-role' && reading.gate === 'sts' ? 'missing.trust' : 'missing.allow', {
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
  const { statement, role } = reading
  const base = { tone, station, letter: role?.letter, thread: cue ? threadProgress(cue, t, reduced) : 1, dotted: false } as const
  if (statement) {
    const id = statement.document.documentId
    if (!isDocumentId(id)) return undefined
    return {
      ...base,
      documentId: id,
      statement: statement.statement.span,
      elements: elementsAt(reading.rows, statement, cue, t, wordsOf(timeline, reading, translate)),
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
    if (lit) {
      // A direct call is about the trust policy to its end: what the role may do stays behind it, unless that is what fails.
      const behind = trace.situation.mode === 'direct' && reading.verdict === 'allow'
      highlights.splice(behind ? 0 : highlights.length, 0, { ...lit, dotted: true })
    }
  }
  return highlights.filter((highlight): highlight is EditorHighlight => highlight !== undefined)
}
