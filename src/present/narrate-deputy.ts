import type { MessageParams, RichText, Translate } from '../i18n'
import type { DeputyFacts } from './deputy-facts'
import { deputyFacts } from './deputy-facts'
import { callerName, mallory, principalName } from './names'
import type { NarrationExtras } from './narrate'
import { stationName } from './narrate-denial'
import type { AsideAction, Narration } from './narration'
import { join } from './sentences'
import type { Timeline } from './timeline'

type Words = Pick<Narration, 'headline' | 'body'> & Partial<Pick<Narration, 'aside'>>

/** What there is to say it with. */
interface Saying {
  readonly told: Narration
  readonly facts: DeputyFacts
  readonly timeline: Timeline
  readonly translate: Translate
  readonly names: MessageParams
  readonly extras: NarrationExtras
}

const text = (value: string): RichText => [{ kind: 'text', text: value }]

const reading = /:(?:BatchGet|Describe|Get|Head|List|Query|Read|Scan|Select)/

/** The last word of what the workload acts on: a table's name, an object's. */
const resourceName = (arn: string): string => arn.split(/[:/]/).at(-1) ?? ''

function namesOf(timeline: Timeline, facts: DeputyFacts, translate: Translate): MessageParams {
  const { situation } = timeline.trace ?? {}
  const role = situation?.roles.find(({ roleArn }) => roleArn === facts.step?.roleArn) ?? situation?.roles[0]
  const value = facts.differing.find(({ key }) => key === facts.asked) ?? facts.differing[0]
  return {
    user: callerName(facts.stranger, translate),
    owner: callerName(facts.owner, translate),
    account: facts.owner.accountId,
    role: role?.name ?? '',
    service: situation?.service.shortName ?? '',
    principal: situation ? principalName(situation, translate, role) : '',
    servicePrincipal: facts.step?.evaluation?.request.principal ?? role?.passSite?.servicePrincipal ?? '',
    resource: resourceName(situation?.workload?.resource ?? ''),
    station: stationName(3, role, translate),
    key: facts.asked ?? value?.key ?? '',
    value: value?.value ?? '',
  }
}

/** AppSync had a hole of this kind. https://securitylabs.datadoghq.com/articles/appsync-vulnerability-disclosure/ */
const happened = ({ timeline }: Saying) => timeline.trace?.situation.service.id === 'appsync'

function before({ translate, names, extras, told }: Saying): Words {
  const body = extras.story === undefined ? translate.rich('deputy.body.idle', names) : told.body
  return { headline: translate.rich('deputy.headline.idle', names), body }
}

function calling(saying: Saying): Words {
  const { translate, names } = saying
  return {
    headline: translate.rich('deputy.headline.call', names),
    body: join(translate, translate.rich('deputy.body.call', names), happened(saying) ? translate.rich('deputy.body.once', names) : []),
    aside: { title: translate('deputy.aside.title'), text: translate.rich('deputy.aside.text', names), actions: [] },
  }
}

function asking({ translate, names, facts, told }: Saying, answered: boolean): Words {
  if (answered) return { headline: told.headline, body: translate.rich('deputy.body.answered', names) }
  return { headline: told.headline, body: facts.differing.length > 0 ? translate.rich('deputy.body.asking', names) : told.body }
}

/** A condition of the trust policy's only Allow failed: it can be taken away, to see what it was good for. */
const isRemovable = ({ facts: { step, asked } }: Saying): boolean => {
  const verdict = step?.evaluation?.verdict
  return asked !== undefined && verdict?.kind === 'implicit-deny' && verdict.policyType === 'trust'
}

function stopped(saying: Saying): Words | undefined {
  const { facts, translate, names, told, timeline } = saying
  if (timeline.trace?.stoppedAt === 'role-permission')
    return { headline: told.headline, body: join(translate, told.body, translate.rich('deputy.keys-anyway', names)) }
  if (facts.apart === 'neither')
    return { headline: told.headline, body: join(translate, told.body, translate.rich('deputy.neither', names)) }
  if (facts.apart !== 'told') return undefined
  const removable = isRemovable(saying)
  return {
    headline: translate.rich('deputy.headline.told', names),
    body: translate.rich(happened(saying) ? 'deputy.body.told-once' : 'deputy.body.told', names),
    aside: removable
      ? {
          title: translate('deputy.take-away.title'),
          text: translate.rich(names.user === mallory ? 'deputy.take-away.text-her' : 'deputy.take-away.text', names),
          actions: ['remove-condition', 'own-call'],
          names,
        }
      : { title: translate('deputy.own.title'), text: translate.rich('deputy.own.text', names), actions: ['own-call'], names },
  }
}

function throughText({ facts: { apart }, translate, names }: Saying): { readonly end: RichText; readonly body: RichText } {
  switch (apart) {
    case 'both':
      return { end: translate.rich('deputy.end.both', names), body: translate.rich('deputy.body.let-in', names) }
    case 'other':
      return { end: translate.rich('deputy.end.other', names), body: translate.rich('deputy.body.let-in', names) }
    case 'untold':
      return { end: translate.rich('deputy.end.untold', names), body: translate.rich('deputy.body.untold', names) }
    default:
      return { end: [], body: translate.rich('deputy.body.answered', names) }
  }
}

function through(saying: Saying): Words {
  const { timeline, translate, names, extras, told } = saying
  const { workload } = timeline.trace?.situation ?? {}
  const reads = workload !== undefined && reading.test(workload.action) && /^[\w.-]+$/.test(String(names.resource))
  const { end, body } = throughText(saying)
  const actions: readonly AsideAction[] = extras.canFix
    ? ['fix', 'hint']
    : saying.facts.apart === 'untold'
      ? ['add-condition', 'own-call']
      : ['own-call']
  return {
    headline: join(translate, translate.rich(reads ? 'deputy.headline.reads' : 'deputy.headline.acts', names), end),
    body,
    aside: {
      title: told.aside?.title === translate('aside.insight.title') || !told.aside ? translate('aside.move.title') : told.aside.title,
      text: extras.task === undefined ? translate.rich('deputy.move', names) : text(extras.task),
      actions,
      names,
    },
  }
}

function wordsFor(saying: Saying, t: number): Words | undefined {
  const { told, timeline } = saying
  switch (told.seal.kind) {
    case 'play':
      return before(saying)
    case 'deny':
      return stopped(saying)
    case 'allow':
      return through(saying)
    case 'station':
      if (told.segment === 'call') return calling(saying)
      return told.segment === 'assume' ? asking(saying, t >= (timeline.cues.assume.at(-1)?.stamp ?? Number.POSITIVE_INFINITY)) : undefined
    default:
      return undefined
  }
}

/** What is said where the call is somebody else's. `told`: what would be said of any call. */
export function deputyWords(told: Narration, timeline: Timeline, t: number, translate: Translate, extras: NarrationExtras): Narration {
  const facts = timeline.trace && deputyFacts(timeline.trace)
  if (!facts) return told
  const words = wordsFor({ told, facts, timeline, translate, names: namesOf(timeline, facts, translate), extras }, t)
  // Nobody asks IAM, so that nobody can be stopped there.
  return { ...told, ...words, guesses: told.guesses.filter((guess) => guess !== 'pass-role') }
}
