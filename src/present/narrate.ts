import type { MessageKey, MessageParams, RichText, Translate } from '../i18n'
import type { JsonRepair } from '../lib/json-repair'
import { whoCalls } from '../simulate'
import { deputyParts } from './deputy-parts'
import { doubtsOf } from './doubts'
import { aya, calledVia, callerName, isTakenByInstance, operationOf, principalName } from './names'
import { denialBody, denialHeadline, reservations } from './narrate-denial'
import { chainActions, directQuestion, directSuccessBody, namingAside } from './narrate-direct'
import { narrateInvalid } from './narrate-invalid'
import { type AsideAction, type Guess, guesses, type Narration } from './narration'
import { moveAfter } from './next-move'
import { type Denied, type Reason, reasonOf } from './reason'
import { join } from './sentences'
import type { SegmentId, Timeline } from './timeline'
import { segmentIndexAt } from './timeline-points'
import { rolesDue, spokenOf, waitsForOthers } from './turn-roles'

/** What a lesson adds to what the run itself says. */
export interface NarrationExtras {
  readonly story: string | undefined
  readonly task: string | undefined
  readonly insight: string | undefined
  readonly canFix: boolean
  /** The scenario of a first visit: the page itself is explained, not the situation. */
  readonly isFirst: boolean
  /** May a guess be asked for? */
  readonly canGuess: boolean
  /** What was guessed of these very documents. */
  readonly guess: Guess | undefined
  readonly hasNext: boolean
  /** What would make the text that is no JSON into JSON; absent where nobody looked, or nothing small would. */
  readonly repair?: Pick<JsonRepair, 'kind' | 'what'> | undefined
  /** May the comparison be opened from here? */
  readonly canCompare?: boolean
  /** Whom the role trusts is not what the lesson began with: that is worth more than what the lesson adds at its end. */
  readonly trustChanged?: boolean
}

/** What is said of a run by itself, where it is no lesson's. */
export const noLesson: NarrationExtras = {
  story: undefined,
  task: undefined,
  insight: undefined,
  canFix: false,
  isFirst: false,
  canGuess: false,
  guess: undefined,
  hasNext: false,
}

type Aside = NonNullable<Narration['aside']>

/** `role`: the one that is spoken of, where it is not the first. */
function paramsOf(timeline: Timeline, translate: Translate, role = timeline.trace?.situation.roles[0]): MessageParams {
  const situation = timeline.trace?.situation
  if (!situation) return {}
  const second = situation.roles[1]
  const { workload, service } = situation
  return {
    user: callerName(whoCalls(situation), translate),
    role: role?.name ?? '',
    second: second?.name ?? '',
    service: service.shortName,
    waiting: situation.roles.find(({ passSite }) => passSite?.assumed === 'later')?.name ?? '',
    serviceName: service.name,
    principal: principalName(situation, translate, role),
    servicePrincipal: situation.generic ? translate('name.principal-unknown') : (role?.passSite?.servicePrincipal ?? ''),
    action: situation.action,
    operation: operationOf(situation.action),
    noun: translate(`noun.${service.workload}`),
    count: situation.roles.length,
    workloadAction: workload?.action ?? '',
    resource: workload?.resource ?? '',
    minutes: situation.sessionMinutes ?? 60,
    via: calledVia(situation)?.replace('.amazonaws.com', '') ?? '',
    account: situation.caller.accountId,
  }
}

const text = (value: string): RichText => [{ kind: 'text', text: value }]

function aside(
  key: 'live' | 'call' | 'pass' | 'assume' | 'assume-direct' | 'credentials' | 'success',
  translate: Translate,
  params: MessageParams,
  actions: readonly AsideAction[] = [],
): Aside {
  return { title: translate(`aside.${key}.title`), text: translate.rich(`aside.${key}.text`, params), actions }
}

const seals: Readonly<Record<string, Narration['seal']>> = {
  call: { kind: 'station', text: '1', speaker: 'user' },
  pass: { kind: 'station', text: '2', speaker: 'user' },
  return: { kind: 'station', text: '2', speaker: 'user' },
  wait: { kind: 'station', text: '3', speaker: 'service' },
  assume: { kind: 'station', text: '3', speaker: 'service' },
  'assume-later': { kind: 'station', text: '3', speaker: 'service' },
  credentials: { kind: 'station', text: '4', speaker: 'role' },
  'credentials-later': { kind: 'station', text: '4', speaker: 'role' },
  act: { kind: 'station', text: '5', speaker: 'role' },
}

function say(seal: Narration['seal'], headline: RichText, body: RichText, more: Aside | undefined): Narration {
  return { seal, headline, body, aside: more, guesses: [] }
}

/** What became of the guess. */
function guessed(timeline: Timeline, translate: Translate, { guess }: NarrationExtras): string {
  if (guess === undefined) return ''
  const stoppedAt = timeline.trace?.stoppedAt
  const right = guess === (stoppedAt ?? 'runs')
  return `${right ? translate('guess.right') : translate('guess.wrong', { guess: translate(`guess.${guess}`) })} `
}

/**
 * Of an error that leads astray: how its words are to be read, or where it shows, which is not where the call was made. Where a lesson
 * has a task, that comes before the place; the words mislead only when nothing but the trust policy's principal is wrong.
 */
function readingOf({ step, why }: Denied, { trace }: Timeline, hasTask: boolean): 'reading' | 'where' | undefined {
  const found = trace?.steps.find((candidate) => candidate.kind === 'error')
  if (found?.kind !== 'error' || step.check !== 'assume-role') return undefined
  if (found.seenAt === 'later') return found.error.place === 'service-event' && !hasTask ? 'where' : undefined
  return why === 'trust-principal' && found.error.message.includes('permissions to pass this role') ? 'reading' : undefined
}

function denied(reason: Denied, timeline: Timeline, translate: Translate, params: MessageParams, extras: NarrationExtras): Narration {
  const names = { ...params, role: reason.role?.name ?? params.role ?? '' }
  const body = denialBody(reason, timeline, names, translate)
  const actions: AsideAction[] = extras.canFix ? ['fix', 'hint'] : []
  const next = readingOf(reason, timeline, extras.task !== undefined)
  const title = guessed(timeline, translate, extras) + translate(next ? `aside.${next}.title` : 'aside.move.title')
  const advice = next
    ? translate.rich(`aside.${next}.text`, names)
    : translate.rich(moveAfter(reason), { ...names, asked: reason.step.action })
  const more: Aside = { title, text: next || extras.task === undefined ? advice : text(extras.task), actions }
  return say({ kind: 'deny', text: '', speaker: undefined }, denialHeadline(reason, timeline, params, translate), body, more)
}

function epilogue(reason: Reason, timeline: Timeline, translate: Translate, params: MessageParams, extras: NarrationExtras): Narration {
  const allow = { kind: 'allow', text: '', speaker: undefined } as const
  const onward: AsideAction[] = [...(extras.hasNext ? (['next-scenario'] as const) : []), ...chainActions(timeline.trace)]
  const compare: AsideAction[] = extras.canCompare ? ['compare'] : []
  const naming =
    extras.insight === undefined || extras.trustChanged ? namingAside(timeline, translate, params, [...compare, ...onward]) : undefined
  const insight: Aside =
    naming ??
    (extras.insight !== undefined
      ? { title: guessed(timeline, translate, extras) + translate('aside.insight.title'), text: text(extras.insight), actions: onward }
      : timeline.trace?.situation.mode === 'direct'
        ? aside('assume-direct', translate, params, [...compare, ...onward])
        : aside('success', translate, params, onward))
  if (reason.kind === 'no-role')
    return say(allow, translate.rich('headline.no-role', params), translate.rich('body.no-role', params), insight)
  const direct = timeline.trace?.situation.mode === 'direct'
  const worked = timeline.trace?.situation.workload !== undefined
  const { caller, organization } = timeline.trace?.situation ?? {}
  const manages = caller !== undefined && organization?.managementAccount === caller.accountId
  const read = params.workloadAction === 's3:GetObject'
  const herself = params.user === aya ? 'headline.success-direct-aya' : 'headline.success-direct'
  const headline = direct ? herself : read ? 'headline.success-s3' : worked ? 'headline.success' : 'headline.success-idle'
  return say(
    allow,
    translate.rich(headline, params),
    join(
      translate,
      direct ? directSuccessBody(timeline, translate, params) : translate.rich('body.success', params),
      manages ? translate.rich('told.management', params) : [],
      reservations(timeline, translate),
    ),
    insight,
  )
}

/** What is said at time t. It changes at step starts and at stamps, never in between. */
export function narrate(timeline: Timeline, t: number, translate: Translate, extras: NarrationExtras): Narration {
  const reason = reasonOf(timeline.playable)
  const segment = timeline.segments[segmentIndexAt(timeline, t)]
  const told = { ...tell(timeline, t, translate, extras, reason), segment: segment?.id }
  return deputyParts(timeline.trace)?.deputyWords(told, timeline, t, translate, extras) ?? told
}

function tell(timeline: Timeline, t: number, translate: Translate, extras: NarrationExtras, reason: Reason): Narration {
  const segment = timeline.segments[segmentIndexAt(timeline, t)]
  const { cues, trace } = timeline
  const direct = trace?.situation.mode === 'direct'
  const spoken = spokenOf(timeline, segment)
  const byInstance = trace !== undefined && (segment?.station === 3 || segment?.station === 4) && isTakenByInstance(trace.situation, spoken)
  const params: MessageParams = { ...paramsOf(timeline, translate, spoken), ...(byInstance ? { service: 'EC2' } : {}) }
  if (reason.kind === 'fault' && segment?.id !== 'call') {
    return say(
      { kind: 'unreadable', text: '?', speaker: undefined },
      translate.rich('headline.fault'),
      translate.rich('body.fault'),
      undefined,
    )
  }
  if (!segment || !trace) {
    if (reason.kind === 'invalid' && (!trace || segment)) return narrateInvalid(reason, extras.repair, translate)
    const several = (trace?.situation.roles.length ?? 0) > 1
    const key: MessageKey = direct
      ? 'headline.idle-direct'
      : trace?.situation.roles.length === 0
        ? 'headline.idle-no-role'
        : params.via !== ''
          ? 'headline.idle-via'
          : several
            ? 'headline.idle-several'
            : params.action === 'ecs:RunTask' && params.user === aya
              ? 'headline.idle-run-task'
              : 'headline.idle'
    const story = extras.story !== undefined ? text(extras.story) : translate.rich('body.idle', params)
    const live = aside('live', translate, params)
    const idle = say(
      { kind: 'play', text: '', speaker: undefined },
      trace ? translate.rich(key, params) : translate.rich('headline.fault'),
      story,
      live,
    )
    if (!extras.canGuess || !trace?.outcome || trace.situation.roles.length === 0) return idle
    const offered = guesses.filter((guess) => !direct || guess !== 'pass-role')
    const situation: Aside = { title: translate('aside.story.title'), text: story, actions: [] }
    return { ...idle, guesses: offered, aside: extras.isFirst || extras.story === undefined ? live : situation }
  }
  // The call returns under the station it came from.
  const seal = segment.id === 'return' && waitsForOthers(trace) ? seals.credentials : seals[segment.id]
  const lastPass = cues.pass.at(-1)
  const stampedAt =
    segment.id === 'pass'
      ? lastPass?.stamp
      : segment.station === 3
        ? cues.assume.findLast(({ stamp }) => stamp < segment.end)?.stamp
        : segment.id === 'act'
          ? cues.act?.hit
          : undefined
  const stamped = segment.id === 'error' || (stampedAt !== undefined && t >= stampedAt)
  const bad =
    segment.id === 'error' ||
    (segment.verdict !== undefined && segment.verdict !== 'allow') ||
    (segment.id === 'act' && trace.stoppedAt === 'role-permission')
  if (stamped && bad && reason.kind === 'denied') return denied(reason, timeline, translate, paramsOf(timeline, translate), extras)
  if (stamped && bad && reason.kind === 'invalid') return narrateInvalid(reason, extras.repair, translate)
  if (t >= timeline.end || (segment.id === 'act' && stamped) || (segment.id === 'return' && reason.kind === 'no-role')) {
    if (reason.kind === 'success' || reason.kind === 'no-role') return epilogue(reason, timeline, translate, params, extras)
  }
  const own = seal ?? { kind: 'station', text: '1', speaker: 'user' }
  const speaker = direct && segment.id === 'assume' ? 'user' : own.speaker
  return during(segment.id, { ...own, speaker }, stamped, timeline, translate, params)
}

/** What the service does with the roles after the call; where it has tried some of them already, that the others wait. */
function returnedBody({ trace }: Timeline, translate: Translate, params: MessageParams): RichText {
  const roles = trace?.situation.roles ?? []
  const now = roles.find(({ passSite }) => passSite?.assumed === 'call')
  const later = roles.find(({ passSite }) => passSite?.assumed === 'later')
  if (trace?.situation.generic) return translate.rich('body.later-unknown', { ...params, tried: later?.passSite?.servicePrincipal ?? '' })
  const workload = trace?.situation.service.workload
  if (!now || !later) return translate.rich(workload === 'task' || workload === 'instance' ? 'returned.body' : 'returned.body-run', params)
  return translate.rich('returned.body-both', { ...params, role: now.name, second: later.name })
}

/** Where it is not documented when the service tries the role's trust policy, the moment of waiting says so. */
function timingDoubt({ trace }: Timeline, translate: Translate): Aside | undefined {
  const doubt = trace?.situation.roles
    .flatMap(({ passSite }) => (passSite ? doubtsOf(passSite) : []))
    .find(({ fact }) => fact === 'assumed')
  if (!doubt) return undefined
  const facts = translate('fact.assumed')
  return { title: translate('doubt.title'), text: translate.rich(`doubt.${doubt.confidence}`, { facts }), actions: [], page: doubt.page }
}

function during(
  id: SegmentId,
  seal: Narration['seal'],
  stamped: boolean,
  timeline: Timeline,
  translate: Translate,
  params: MessageParams,
): Narration {
  const situation = timeline.trace?.situation
  const direct = situation?.mode === 'direct'
  const several = (id === 'assume-later' || id === 'assume' ? rolesDue(timeline, id) : (situation?.roles ?? [])).length > 1
  const later = waitsForOthers(timeline.trace)
  const via = params.via !== ''
  const callKey = direct ? 'ask.call-direct' : via ? 'ask.call-via' : situation?.roles.length === 0 ? 'ask.call-no-role' : 'ask.call'
  switch (id) {
    case 'call':
      return say(
        seal,
        translate.rich(callKey, params),
        translate.rich(direct ? 'ask.call-direct.body' : via ? 'ask.call-via.body' : 'ask.call.body', params),
        aside('call', translate, params),
      )
    case 'pass': {
      if (situation?.roles.length === 0)
        return say(
          seal,
          translate.rich(stamped ? 'passed.call' : 'ask.action', params),
          translate.rich('ask.action.body', params),
          undefined,
        )
      const key: MessageKey = direct
        ? directQuestion('iam', stamped, timeline)
        : stamped
          ? several
            ? 'passed.pass-several'
            : 'passed.pass'
          : several
            ? 'ask.pass-several'
            : 'ask.pass'
      return say(
        seal,
        translate.rich(key, params),
        translate.rich(direct ? 'ask.identity.body' : stamped ? 'passed.pass.body' : 'ask.pass.body', params),
        direct ? undefined : aside('pass', translate, params),
      )
    }
    case 'return':
    case 'wait':
      return say(
        seal,
        translate.rich(later ? 'returned-both' : 'returned', params),
        returnedBody(timeline, translate, params),
        timingDoubt(timeline, translate),
      )
    case 'assume':
    case 'assume-later': {
      const key: MessageKey = direct
        ? directQuestion('sts', stamped, timeline)
        : stamped
          ? several
            ? 'passed.trust-several'
            : 'passed.trust'
          : several
            ? 'ask.trust-several'
            : 'ask.trust'
      return say(
        seal,
        translate.rich(key, params),
        translate.rich(direct ? 'ask.trust-direct.body' : 'ask.trust.body', params),
        aside(direct ? 'assume-direct' : 'assume', translate, params),
      )
    }
    case 'credentials':
    case 'credentials-later':
      return say(
        seal,
        translate.rich(direct ? 'credentials-direct' : 'credentials', params),
        translate.rich(
          direct ? 'credentials-direct.body' : later && id === 'credentials' ? 'credentials-now.body' : 'credentials.body',
          params,
        ),
        aside('credentials', translate, params),
      )
    default:
      return say(seal, translate.rich('act', params), translate.rich('act.body', params), undefined)
  }
}
