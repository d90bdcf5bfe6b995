import type { MessageKey, MessageParams, RichText, Translate } from '../../i18n'
import { aya, callerName, principalName, shortKey, shortValue } from '../../present'
import type { Challenge, GoalState, Judged, Stop, Tried, Wide } from '../../scenarios'
import { type DocumentId, whoCalls } from '../../simulate'

const text = (value: string): RichText => [{ kind: 'text', text: value }]

/** A lesson's own words, with what stands in backticks as code. */
export const withCode = (words: string): RichText =>
  words
    .split(/`([^`]+)`/)
    .map((part, index) => ({ kind: index % 2 === 1 ? ('code' as const) : ('text' as const), text: part }))
    .filter((segment) => segment.text !== '')

/** Names among the goals are names and no more: the headline shows whose they are. */
export const plain = (rich: RichText): RichText =>
  rich.map((segment) => (segment.kind === 'code' ? segment : { kind: 'text', text: segment.text }))

const circled = ['', '①', '②', '③', '④', '⑤']

/** "2", "2b"; in Japanese ② and, with a space after it, 2b. */
export function stationText(station: string, translate: Translate): string {
  if (translate.language !== 'ja') return station
  return station.length > 1 ? `${station} ` : (circled[Number(station)] ?? station)
}

const numbers: Readonly<Record<DocumentId, string>> = {
  request: '1',
  identityPolicy: '2',
  permissionsBoundary: '2',
  sessionPolicy: '2',
  serviceControlPolicies: '2',
  trustPolicy: '3',
  resourceControlPolicies: '3',
  roles: '3',
  rolePolicy: '5',
}

/** A document's number in a sentence. */
export const documentNumber = (id: DocumentId, translate: Translate): string => stationText(numbers[id], translate)

/** Everybody who is named: taken from the solution's run, so that the names stay whatever is being typed. */
export function namesOf({ solved }: Challenge, translate: Translate): MessageParams {
  const { situation } = solved
  const [role] = situation.roles
  return {
    user: callerName(whoCalls(situation), translate),
    owner: callerName(situation.caller, translate),
    role: role?.name ?? '',
    service: situation.service.shortName,
    principal: principalName(situation, translate, role),
    operation: situation.action.split(':')[1] ?? situation.action,
    noun: translate(`noun.${situation.service.workload}`),
    action: situation.workload?.action ?? '',
  }
}

/** What a lesson is about: where it stops, or that its request has to change. */
function subjectOf({ scenario, first, solved }: Challenge) {
  if (scenario.goal.outcome === 'denied') return 'deputy'
  if (scenario.solution?.request !== undefined) return 'request'
  const direct = solved.situation.mode === 'direct'
  const check = first.stoppedAt
  if (check === 'service-action') return 'call'
  if (check === 'role-permission') return 'permission'
  if (direct) return 'direct'
  return check === 'assume-role' ? 'trust' : 'pass'
}

/** What is to be done. */
export const moveHeadline = (challenge: Challenge, translate: Translate): RichText =>
  translate.rich(`challenge.headline.${subjectOf(challenge)}`, namesOf(challenge, translate))

/** All goals are met. */
export function solvedHeadline(challenge: Challenge, translate: Translate): RichText {
  const subject = subjectOf(challenge)
  const key: MessageKey =
    subject === 'call' || subject === 'permission' ? 'challenge.solved.other' : (`challenge.solved.${subject}` as const)
  return translate.rich(key, namesOf(challenge, translate))
}

/** The first goal is met, and another is not. */
export function wideHeadline(challenge: Challenge, wide: Wide | undefined, translate: Translate): RichText {
  const names = namesOf(challenge, translate)
  const key = (): MessageKey => {
    if (challenge.scenario.goal.outcome === 'denied') return 'challenge.wide.deputy'
    if (!wide) return 'challenge.wide.denied'
    if (wide.documentId === 'trustPolicy' || wide.documentId === 'resourceControlPolicies') return 'challenge.wide.trust'
    const { check } = wide.probe.step
    if (check === 'role-permission') return 'challenge.wide.permission'
    if (check !== 'pass-role') return 'challenge.wide.user'
    if (wide.contextKey?.toLowerCase() === 'iam:passedtoservice') return 'challenge.wide.service'
    return wide.element === 'Resource' ? 'challenge.wide.pass' : 'challenge.wide.user'
  }
  return translate.rich(key(), names)
}

/** `iam:PassedToService` where it is a condition, else the element. */
const placeOf = ({ contextKey, element }: Wide): string => contextKey ?? element ?? 'Statement'

const isEveryRole = ({ element, granted = '', probe }: Wide) =>
  element === 'Resource' && probe.step.check === 'pass-role' && /^(\*|arn:aws:iam::\d{12}:role\/\*)$/.test(granted)

const wideParams = (challenge: Challenge, wide: Wide, translate: Translate): MessageParams => ({
  ...namesOf(challenge, translate),
  sid: wide.sid ?? translate('challenge.statement'),
  element: placeOf(wide),
  key: wide.contextKey ?? '',
  short: shortKey(wide.contextKey ?? ''),
  granted: wide.granted === undefined ? '' : longValue(wide.granted),
  enough: wide.enough === undefined ? '' : longValue(wide.enough),
  document: documentNumber(wide.documentId, translate),
})

const words: Readonly<Record<number, string>> = { 1: 'One', 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five' }

/** What is too wide, and what would end it. */
export function wideBody(challenge: Challenge, judged: Judged, translate: Translate): RichText {
  const [wide, ...others] = judged.wides
  const count = judged.goals.length
  const english = translate.language === 'en'
  const said = english
    ? { met: words[judged.met] ?? judged.met, count: (words[count] ?? String(count)).toLowerCase() }
    : { met: judged.met, count }
  const met = translate.rich('challenge.wide.count', said)
  if (!wide) return met
  const params = wideParams(challenge, wide, translate)
  const between: RichText = english ? text(' ') : []
  const every: MessageKey = params.user === aya ? 'challenge.wide.every-role-her' : 'challenge.wide.every-role'
  const what = translate.rich(isEveryRole(wide) ? every : `challenge.wide.${wide.kind}`, params)
  const lasts = {
    value: 'challenge.wide.last',
    open: 'challenge.wide.last-open',
    statement: 'challenge.wide.last-statement',
    limit: undefined,
  } as const
  const last = others.length > 0 ? undefined : lasts[wide.kind]
  return [...met, ...between, ...what, ...(last ? [...between, ...translate.rich(last, params)] : [])]
}

/** What stands behind a value that is wider than needed. */
export function wideNote(wide: Wide, translate: Translate): string {
  if (wide.kind === 'statement') return translate('challenge.enough.statement')
  if (wide.kind === 'open') return translate('challenge.enough.open', { key: wide.contextKey ?? '' })
  return translate('challenge.enough', { value: wide.enough === undefined ? '' : longValue(wide.enough) })
}

/** A value that is to be written out: an ARN by its resource, everything else as it is. */
const longValue = (value: string) => (value.startsWith('arn:') ? shortValue(value) : value)

/** One goal as the page says it. */
export interface GoalWords {
  readonly met: boolean
  /** As in the list of the goals in full. */
  readonly name: RichText
  /** As beside the headline: what it has come to, where that is short. */
  readonly title: RichText
  /** In a few words after the title. */
  readonly small: RichText
  readonly why: RichText
}

const stops = (stop: Stop | undefined, translate: Translate): RichText =>
  stop ? translate.rich('challenge.stops', { station: stationText(stop.station, translate) }) : []

function outcomeWords(
  goal: Extract<GoalState, { kind: 'outcome' }>,
  challenge: Challenge,
  denial: RichText,
  translate: Translate,
): GoalWords {
  const names: MessageParams = { ...namesOf(challenge, translate), station: goal.stop ? stationText(goal.stop.station, translate) : '' }
  const { situation } = challenge.solved
  const deputy = challenge.scenario.goal.outcome === 'denied'
  const name: MessageKey = deputy
    ? 'challenge.goal.deputy'
    : situation.mode === 'direct'
      ? 'challenge.goal.direct'
      : situation.service.workload === 'task'
        ? 'challenge.goal.task'
        : 'challenge.goal.runs'
  const title = translate.rich(name, names)
  const said = (small: RichText, why: RichText): GoalWords => ({ met: goal.met, name: title, title, small, why })
  if (goal.ends === 'unreadable') return said(translate.rich('challenge.unread'), translate.rich('challenge.why.unread'))
  if (goal.ends === 'other-call') return said(translate.rich('challenge.other-call'), translate.rich('challenge.why.other-call'))
  if (deputy) {
    const why: MessageKey = goal.met
      ? 'challenge.why.deputy'
      : goal.ends === 'denied'
        ? 'challenge.why.deputy-both'
        : 'challenge.why.deputy-through'
    return said(goal.ends === 'denied' ? stops(goal.stop, translate) : translate.rich('challenge.through'), translate.rich(why, names))
  }
  if (!goal.met) return said(stops(goal.stop, translate), denial)
  const runs: MessageKey =
    names.action === '' ? 'challenge.why.runs-plain' : names.action === 's3:GetObject' ? 'challenge.why.runs-s3' : 'challenge.why.runs'
  return said([], translate.rich(runs, names))
}

function leastWords(goal: Extract<GoalState, { kind: 'least' }>, challenge: Challenge, judged: Judged, translate: Translate): GoalWords {
  const name = translate.rich('challenge.goal.least')
  const { wide } = goal
  if (!wide) {
    const why = !goal.met
      ? translate.rich('challenge.why.unread')
      : judged.exact && judged.solved
        ? translate.rich('challenge.why.exact')
        : translate.rich('challenge.why.least', { count: judged.tried.length })
    return { met: goal.met, name, title: name, small: goal.met ? [] : translate.rich('challenge.unread'), why }
  }
  const params = wideParams(challenge, wide, translate)
  const small: RichText =
    wide.kind === 'statement'
      ? [{ kind: 'code', text: String(params.granted) }]
      : translate.rich(`challenge.goal.wide-${wide.kind}`, params)
  const why: MessageKey =
    wide.kind === 'value' ? (isEveryRole(wide) ? 'challenge.why.wide-role' : 'challenge.why.wide') : (`challenge.why.${wide.kind}` as const)
  return { met: false, name, title: translate.rich('challenge.goal.wide'), small, why: translate.rich(why, params) }
}

function denialWords(goal: Extract<GoalState, { kind: 'denied' }>, challenge: Challenge, translate: Translate): GoalWords {
  const direct = challenge.solved.situation.mode === 'direct'
  const station = stationText(goal.stop?.station ?? '2', translate)
  const name = goal.text ? withCode(goal.text[translate.language]) : translate.rich('challenge.goal.reach', { role: goal.role })
  const about = goal.text ? '' : ('-role' as const)
  if (goal.unread)
    return { met: false, name, title: name, small: translate.rich('challenge.unread'), why: translate.rich('challenge.why.unread') }
  if (goal.met) return { met: true, name, title: name, small: [], why: translate.rich(`challenge.why.denied${about}`, { station }) }
  const reached = translate.rich(direct ? 'challenge.goal.reached-direct' : 'challenge.goal.reached', { role: goal.role })
  return {
    met: false,
    name,
    title: goal.text ? name : reached,
    small: goal.text ? translate.rich('challenge.goal.lost') : [],
    why: translate.rich(`challenge.why.lost${about}`, { station }),
  }
}

/** Every goal in words. `denial`: how the page tells why the run was stopped. */
export const goalWords = (challenge: Challenge, judged: Judged, denial: RichText, translate: Translate): readonly GoalWords[] =>
  judged.goals.map((goal) => {
    if (goal.kind === 'outcome') return outcomeWords(goal, challenge, denial, translate)
    return goal.kind === 'least' ? leastWords(goal, challenge, judged, translate) : denialWords(goal, challenge, translate)
  })

const serviceName = (principal: string) => {
  const id = principal.split('.')[0] ?? principal
  return { lambda: 'Lambda', ec2: 'EC2', glue: 'Glue', 'ecs-tasks': 'ECS' }[id] ?? id
}

function triedWords({ probe, stop }: Tried, challenge: Challenge, translate: Translate): string | undefined {
  const { role } = namesOf(challenge, translate)
  const direct = challenge.solved.situation.mode === 'direct'
  const key = (): MessageKey | undefined => {
    if (probe.kind === 'other-role') return direct ? 'challenge.tried.other-role-direct' : 'challenge.tried.other-role'
    if (probe.kind === 'other-principal')
      return probe.value.startsWith('arn:') ? 'challenge.tried.somebody' : 'challenge.tried.other-principal'
    if (probe.kind === 'other-service' || probe.kind === 'other-account' || probe.kind === 'without-key' || probe.kind === 'first-call')
      return `challenge.tried.${probe.kind}`
    return undefined
  }
  const found = key()
  if (!found) return undefined
  const value = probe.kind === 'without-key' ? probe.value : serviceName(probe.value)
  const what = translate(found, { role: role ?? '', value })
  return translate('challenge.tried.one', { what, station: stationText(stop.station, translate) })
}

/** What else was tried, at most one of each kind and two in all. */
export function triedText(challenge: Challenge, judged: Judged, translate: Translate): string | undefined {
  const isGoal = (tried: Tried) =>
    judged.goals.some((goal) => goal.kind === 'denied' && goal.role !== '' && tried.probe.value.endsWith(`:${goal.role}`))
  const kinds = new Set<string>()
  const told = judged.tried.flatMap((tried) => {
    const { kind } = tried.probe
    const said = kinds.has(kind) || isGoal(tried) ? undefined : triedWords(tried, challenge, translate)
    if (said === undefined) return []
    kinds.add(kind)
    return [said]
  })
  if (told.length === 0) return undefined
  return translate('challenge.tried', { list: told.slice(0, 2).join(translate('challenge.tried.and')) })
}

/** "1 edit, 2 hints, 2 min 40 s"; without the time while it goes on. */
export function effortText(edits: number, hints: number, seconds: number | undefined, translate: Translate): string {
  const parts = {
    edits: edits === 1 ? translate('challenge.edit.one') : translate('challenge.edits', { count: edits }),
    hints: hints === 1 ? translate('challenge.hint.one') : translate('challenge.hints', { count: hints }),
  }
  if (seconds === undefined) return translate('challenge.so-far', parts)
  const minutes = Math.floor(seconds / 60)
  const time =
    minutes === 0
      ? translate('challenge.time.seconds', { seconds })
      : translate('challenge.time.minutes', { minutes, seconds: seconds % 60 })
  return translate('challenge.spent', { ...parts, time })
}
