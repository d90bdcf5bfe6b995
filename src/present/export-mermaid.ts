import type { Translate } from '../i18n'
import { assertNever } from '../lib/assert-never'
import { type AuthorizationStep, type Situation, type Step, whoCalls } from '../simulate'
import { callerName } from './names'
import type { Timeline } from './timeline'

/** U user, S service, I IAM, T STS, W workload, R resource. */
type Actor = 'U' | 'S' | 'I' | 'T' | 'W' | 'R'
type Arrow = '->>' | '-->>' | '--x'
type Line =
  | { readonly kind: 'message'; readonly from: Actor; readonly to: Actor; readonly arrow: Arrow; readonly text: string }
  | { readonly kind: 'note'; readonly over: Actor; readonly text: string }

/** Mermaid reads `;` and line ends as the end of a statement, `#` as the start of an entity, and `%%` as a comment. */
const clean = (text: string) => text.replace(/[\r\n]+/g, ' ').replace(/[#;%]/g, (letter) => `#${letter.charCodeAt(0)};`)

const nameOf = (arn: string | undefined) => arn?.split('/').at(-1) ?? ''
const message = (from: Actor, to: Actor, arrow: Arrow, text: string): Line => ({ kind: 'message', from, to, arrow, text })

/** Who asks whom; the answer's line is crossed for a no. */
function checkLines(step: AuthorizationStep, direct: boolean, translate: Translate): Line[] {
  const arrow = step.verdict === 'allow' ? '-->>' : '--x'
  const verdict = translate(step.verdict === 'allow' ? 'verdict.allow' : 'verdict.deny')
  const named = step.check === 'pass-role' || step.check === 'assume-role'
  const ask = (from: Actor, to: Actor) => [
    message(from, to, '->>', named ? `${step.action} ${nameOf(step.roleArn)}` : step.action),
    message(to, from, arrow, verdict),
  ]
  switch (step.check) {
    case 'service-action':
    case 'pass-role':
      return ask('S', 'I')
    case 'assume-role':
      return ask(direct ? 'U' : 'S', 'T')
    case 'role-permission':
      return ask(direct ? 'U' : 'W', 'R')
  }
}

function stepLines(step: Step, situation: Situation, translate: Translate): Line[] {
  const direct = situation.mode === 'direct'
  switch (step.kind) {
    case 'call':
      if (direct) return []
      return [
        message('U', 'S', '->>', step.action),
        ...(situation.otherCaller ? [{ kind: 'note', over: 'S', text: translate('deputy.export.hole') } as const] : []),
      ]
    case 'authorization':
      return checkLines(step, direct, translate)
    case 'return':
      return [message('S', 'U', '-->>', translate('label.returned', { what: step.label }))]
    case 'wait':
      return [{ kind: 'note', over: 'S', text: translate('export.later') }]
    case 'credentials': {
      const keys = `${translate('label.keys')}: ${nameOf(step.roleArn)}`
      return direct ? [message('T', 'U', '-->>', keys)] : [message('T', 'S', '-->>', keys), message('S', 'W', '->>', keys)]
    }
    case 'act':
      // The check before it is this very call.
      return []
    case 'error': {
      const text = `${translate(`place.${step.error.place}`)}: ${step.error.code}`
      if (step.seenAt === 'later') return [{ kind: 'note', over: 'W', text }]
      return direct ? [{ kind: 'note', over: 'U', text }] : [message('S', 'U', '--x', text)]
    }
    default:
      return assertNever(step)
  }
}

const written = (line: Line) =>
  line.kind === 'note' ? `Note over ${line.over}: ${clean(line.text)}` : `${line.from}${line.arrow}${line.to}: ${clean(line.text)}`

/** The request's way as the text of a Mermaid sequence diagram, to paste into notes. Empty where there is no request to draw. */
export function exportMermaid(timeline: Timeline, translate: Translate): string {
  const { trace } = timeline
  if (!trace) return ''
  const { situation } = trace
  const lines = trace.steps.flatMap((step) => stepLines(step, situation, translate))
  const used = new Set(lines.flatMap((line) => (line.kind === 'note' ? [line.over] : [line.from, line.to])))
  const names: readonly (readonly [Actor, string])[] = [
    ['U', callerName(whoCalls(situation), translate)],
    ['S', situation.service.shortName],
    ['I', 'IAM'],
    ['T', 'STS'],
    ['W', translate(`noun.${situation.service.workload}`)],
    ['R', situation.workload?.resource ?? ''],
  ]
  const cast = names
    .filter(([actor]) => used.has(actor))
    .map(([actor, name]) => `${actor === 'U' ? 'actor' : 'participant'} ${actor} as ${clean(name)}`)
  return `${['sequenceDiagram', ...[...cast, ...lines.map(written)].map((line) => `  ${line}`)].join('\n')}\n`
}
