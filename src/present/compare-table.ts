import type { MessageParams, RichText, Translate } from '../i18n'
import type { Trace } from '../simulate'
import { arrives, type ComparedHalf, type Comparison, endOf } from './compare-runs'
import { callerName, operationOf, principalName } from './names'
import type { Scene } from './scene'
import { visitsOf } from './visits'

/** One answer. `mark`: whether the documents give what is named; undefined where nothing is asked, or was never come to. */
export interface CompareCell {
  readonly text: RichText
  readonly mark: 'ok' | 'no' | undefined
}

/** A question, and how it is answered on both sides. */
export interface CompareRow {
  readonly id: 'purpose' | 'caller' | 'example' | 'have' | 'trust' | 'condition' | 'keys' | 'trail'
  readonly question: RichText
  readonly pass: CompareCell
  readonly take: CompareCell
}

type Both = Extract<Comparison, { kind: 'both' }>

const unmarked = (text: RichText): CompareCell => ({ text, mark: undefined })

/** The mark of a station: no when one of its visits says no, yes when all say yes. */
function markOf(visits: readonly { readonly verdict: string }[]): CompareCell['mark'] {
  if (visits.length === 0) return undefined
  if (visits.some((visit) => visit.verdict === 'deny')) return 'no'
  return visits.every((visit) => visit.verdict === 'allow' || visit.verdict === 'not-needed') ? 'ok' : undefined
}

function paramsOf({ pass, take, role }: Both, translate: Translate): MessageParams {
  const given = pass.timeline.trace?.situation
  const taken = take.timeline.trace?.situation
  const caller = (given ?? taken)?.caller
  const site = given?.roles.find((candidate) => candidate.roleArn === role.roleArn)?.passSite
  return {
    user: caller ? callerName(caller, translate) : '',
    caller: caller?.arn.split(':').slice(5).join(':') ?? '',
    role: role.name,
    service: given ? principalName(given, translate) : '',
    principal: site?.servicePrincipal ?? '',
    invoked: `invokedBy ${site?.servicePrincipal ?? ''}`,
    value: site?.passedToService ?? '',
    action: given?.action ?? '',
    operation: given ? operationOf(given.action) : '',
    noun: given ? translate(`noun.${given.service.workload}`) : '',
  }
}

const commandOf = (trace: Trace | undefined): RichText => [{ kind: 'code', text: `aws ${trace?.situation.call.cliCommand ?? ''}` }]

function keysOf(half: ComparedHalf, side: 'pass' | 'take', translate: Translate, params: MessageParams): CompareCell {
  const end = endOf(half.timeline.playable)
  if (arrives(end)) return unmarked(translate.rich(`compare.a.keys.${side}`, params))
  if (end === 'unreadable') return unmarked(translate.rich('compare.a.keys.unread', params))
  const { trace } = half.timeline
  const step = trace?.steps.find((candidate) => candidate.kind === 'authorization' && candidate.verdict === 'deny')
  const letter = step?.kind === 'authorization' ? (step.letter ?? '') : ''
  const station = `${trace?.stoppedAt === 'assume-role' ? 3 : 2}${letter}`
  return unmarked(translate.rich(`compare.a.keys.${side}-none`, { ...params, station }))
}

function trailOf({ pass, take }: Both, translate: Translate, params: MessageParams): Pick<CompareRow, 'pass' | 'take'> {
  const { trace } = pass.timeline
  const given = endOf(pass.timeline.playable)
  const stem = arrives(given)
    ? 'pass'
    : trace?.stoppedAt !== 'assume-role'
      ? 'pass-denied'
      : trace.seenAt === 'later'
        ? 'pass-later'
        : 'pass-call'
  const taken = endOf(take.timeline.playable)
  const unread = unmarked(translate.rich('compare.a.keys.unread', params))
  return {
    pass: given === 'unreadable' ? unread : unmarked(translate.rich(`compare.a.trail.${stem}`, params)),
    take: taken === 'unreadable' ? unread : unmarked(translate.rich(`compare.a.trail.${arrives(taken) ? 'take' : 'take-denied'}`, params)),
  }
}

/** What the caller must have to take the role: it depends on whom the trust policy names. */
function haveToTake({ take, role }: Both, scene: Scene, translate: Translate, params: MessageParams): CompareCell {
  const visits = visitsOf(take.timeline.playable)
  if (scene.join?.kind === 'or') return { text: translate.rich('compare.a.have.take-nothing', params), mark: 'ok' }
  const mark = markOf(visits.pass)
  const other = role.accountId !== take.timeline.trace?.situation.caller.accountId
  if (other) return { text: translate.rich('compare.a.have.take-other', params), mark }
  const trusted = markOf(visits.assume) === 'ok'
  return { text: translate.rich(trusted ? 'compare.a.have.take' : 'compare.a.have.take-open', params), mark }
}

function trustToTake({ take }: Both, scene: Scene, translate: Translate, params: MessageParams): CompareCell {
  const mark = markOf(visitsOf(take.timeline.playable).assume)
  const key = mark !== 'ok' ? 'take' : scene.join?.kind === 'or' ? 'take-named' : scene.join?.kind === 'and' ? 'take-account' : 'take'
  return { text: translate.rich(`compare.a.trust.${key}`, params), mark }
}

/** The comparison as a table, every answer from the two runs. */
export function compareTable(both: Both, takeScene: Scene, translate: Translate): readonly CompareRow[] {
  const params = paramsOf(both, translate)
  const rich = (key: Parameters<Translate['rich']>[0]) => translate.rich(key, params)
  const { pass, take } = both
  const visits = visitsOf(pass.timeline.playable)
  const row = (id: CompareRow['id'], given: CompareCell, taken: CompareCell): CompareRow => ({
    id,
    question: rich(`compare.q.${id}`),
    pass: given,
    take: taken,
  })
  const trail = trailOf(both, translate, params)
  return [
    row('purpose', unmarked(rich('compare.a.purpose.pass')), unmarked(rich('compare.a.purpose.take'))),
    row('caller', unmarked(rich('compare.a.caller.pass')), unmarked(rich('compare.a.caller.take'))),
    row('example', unmarked(commandOf(pass.timeline.trace)), unmarked(commandOf(take.timeline.trace))),
    row('have', { text: rich('compare.a.have.pass'), mark: markOf(visits.pass) }, haveToTake(both, takeScene, translate, params)),
    row('trust', { text: rich('compare.a.trust.pass'), mark: markOf(visits.assume) }, trustToTake(both, takeScene, translate, params)),
    row(
      'condition',
      unmarked(rich(params.value === '' ? 'compare.a.condition.pass-none' : 'compare.a.condition.pass')),
      unmarked(rich('compare.a.condition.take')),
    ),
    row('keys', keysOf(pass, 'pass', translate, params), keysOf(take, 'take', translate, params)),
    row('trail', trail.pass, trail.take),
  ]
}

/** The headline: what both runs came to, or only what is asked while the needle is still on its way. */
export function compareHeadline(both: Both, over: boolean, translate: Translate): RichText {
  const params = paramsOf(both, translate)
  const ends = [endOf(both.pass.timeline.playable), endOf(both.take.timeline.playable)] as const
  if (ends.includes('unreadable')) return translate.rich('compare.headline.unreadable', params)
  if (!over) return translate.rich('compare.headline.open', params)
  const [given, taken] = [arrives(ends[0]), arrives(ends[1])]
  return translate.rich(`compare.headline.${given ? (taken ? 'both' : 'pass-only') : taken ? 'take-only' : 'neither'}`, params)
}
