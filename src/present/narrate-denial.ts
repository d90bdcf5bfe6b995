import type { MessageKey, MessageParams, RichText, Translate } from '../i18n'
import type { PassedRole } from '../simulate'
import { deniedLevel, layerSentence } from './layer-denial'
import { principalName, stationLabel } from './names'
import { narrateDetail, valuesOf } from './narrate-detail'
import type { Denied } from './reason'
import { join } from './sentences'
import type { Timeline } from './timeline'

/** The station as a headline names it: circled in Japanese, plain with a letter. */
export function stationName(station: number, role: PassedRole | undefined, translate: Translate): string {
  const plain = stationLabel(station, role)
  if (translate.language !== 'ja') return plain
  return role?.letter ? `${plain} ` : (['', '①', '②', '③', '④', '⑤'][station] ?? plain)
}

/** What a failure that shows later is called, by what needed the role. */
const laterHeadlines: Readonly<Record<string, MessageKey>> = { instance: 'headline.instance-bare', task: 'headline.trust-later' }

/** What starts and needs the role then; anything else needs it at some time. */
const starts = new Set(['instance', 'task', 'job', 'build', 'pipeline-run', 'stack-operation', 'execution', 'deployment'])

/** What the denial is, and where. */
export function denialHeadline(reason: Denied, timeline: Timeline, params: MessageParams, translate: Translate): RichText {
  const { why, role, step } = reason
  const situation = timeline.trace?.situation
  const station = stationName(step.check === 'assume-role' ? 3 : 2, role, translate)
  const passed = situation?.roles.find((other) => other.letter === 'a')?.name ?? ''
  const principal = situation ? principalName(situation, translate, role) : params.principal
  const servicePrincipal = situation?.generic ? params.servicePrincipal : (role?.passSite?.servicePrincipal ?? params.servicePrincipal)
  const names: MessageParams = {
    ...params,
    role: role?.name ?? params.role ?? '',
    station,
    asked: step.action,
    passed,
    ...(principal === undefined ? {} : { principal }),
    ...(servicePrincipal === undefined ? {} : { servicePrincipal }),
  }
  if (why === 'rcp' && step.seenAt === 'later') return translate.rich('headline.rcp-later', names)
  if (step.seenAt === 'later' && step.check === 'assume-role') {
    if (situation?.generic) return translate.rich('headline.trust-generic', names)
    if (situation?.service.workload === 'instance' && why !== 'trust-principal') return translate.rich('headline.instance-refused', names)
    return translate.rich(laterHeadlines[situation?.service.workload ?? ''] ?? 'headline.trust-at-run', names)
  }
  const seconds = Number(situation?.parameters.DurationSeconds)
  if (why === 'session-duration' && seconds < 900) return translate.rich('headline.session-short', names)
  if (why === 'permission' && params.workloadAction === 's3:GetObject') return translate.rich('headline.permission-s3', names)
  // Of more than two it would have to list those that may be passed.
  if (why === 'second-role' && (role?.letter ?? '') > 'b') return translate.rich('headline.further-role', names)
  const level = why === 'scp-explicit' ? deniedLevel(step, translate) : undefined
  if (level !== undefined) return translate.rich('headline.scp-explicit-at', { ...names, level })
  return translate.rich(`headline.${why}`, names)
}

/** What the verdict rests on without AWS saying so, or although AWS advises against it. */
export function reservations(timeline: Timeline, translate: Translate): RichText {
  const { trace } = timeline
  const service = trace?.situation.service.shortName ?? ''
  const [role] = trace?.situation.roles ?? []
  const asked = trace?.steps.some((step) => step.kind === 'authorization' && step.check === 'assume-role')
  const tried = role?.passSite?.servicePrincipal ?? ''
  // Of several roles it is said once.
  const said = new Set<string>()
  return join(
    translate,
    trace?.situation.generic && asked ? translate.rich('body.later-unknown', { service, tried }) : [],
    ...(trace?.steps ?? []).map((step) => {
      if (step.kind !== 'authorization' || !step.assumption) return []
      const told = `${step.assumption} ${step.assumedKey}`
      if (said.has(told)) return []
      said.add(told)
      return translate.rich(`assumption.${step.assumption}`, { key: step.assumedKey ?? '', service })
    }),
    ...(trace?.steps ?? []).map((step) =>
      step.kind !== 'authorization' || step.unreliableKey === undefined
        ? []
        : translate.rich('told.unreliable', { key: step.unreliableKey }),
    ),
  )
}

/** What the deciding statement lacks; of the two commonest mistakes in the words of their own check. */
function toldDetail({ why, step, detail }: Denied, names: MessageParams, translate: Translate): RichText {
  if (why === 'pass-implicit' && detail.kind === 'nothing') return translate.rich('why.nothing-passed', names)
  if (detail.kind !== 'element' || detail.element.mismatch !== 'no-value-matches') return narrateDetail(detail, translate)
  const values = valuesOf(detail, translate)
  if (why === 'pass-condition' && detail.element.contextKey?.toLowerCase() === 'iam:passedtoservice')
    return translate.rich('why.condition.passed-to', { ...names, ...values })
  const asService = step.speaker === 'service' && step.evaluation?.verdict.policyType === 'trust'
  if (asService && detail.element.element === 'Principal')
    return translate.rich(step.seenAt === 'later' ? 'why.principal.service-later' : 'why.principal.service', { ...names, ...values })
  return narrateDetail(detail, translate)
}

/** Why it was refused: the values compared, and what kind of policy it was. */
function leadOf(reason: Denied, names: MessageParams, translate: Translate): RichText {
  const { why, step, role, detail } = reason
  if (step.refusal === 'role-in-other-account') return translate.rich('body.other-account', { ...names, other: role?.accountId ?? '' })
  if (step.refusal) return translate.rich(`body.${step.refusal}`, names)
  const across = why === 'direct-identity' && detail.kind === 'nothing' && role?.accountId !== names.account
  if (across) return translate.rich('told.across', names)
  const layer = layerSentence(reason, translate)
  // Of a layer that is silent altogether the headline has said so; what a statement lacks says enough by itself.
  const own = layer.length > 0 && detail.kind === 'nothing' ? [] : toldDetail(reason, names, translate)
  const limits = detail.kind === 'element' && (why === 'boundary' || why === 'session')
  return join(translate, own, limits ? [] : layer)
}

/** Why it was denied, when that showed only later, and what the verdict rests on. */
export function denialBody(reason: Denied, timeline: Timeline, names: MessageParams, translate: Translate): RichText {
  const situation = timeline.trace?.situation
  const isLater = reason.step.seenAt === 'later' && reason.step.check === 'assume-role' && !situation?.generic
  const key = starts.has(situation?.service.workload ?? '') ? 'body.later' : 'body.later-run'
  const later = isLater ? translate.rich(key, names) : []
  return join(translate, later, leadOf(reason, names, translate), reservations(timeline, translate))
}
