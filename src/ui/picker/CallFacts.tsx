import type { PassSite } from '../../catalog'
import type { MessageKey, Translate } from '../../i18n'
import { type Doubt, doubtsOf, type Fact } from '../../present'
import { useTranslate } from '../AppStores'
import { RichText } from '../RichText'
import { type CallEntry, isByName } from './call-entry'
import { exampleUser } from './into-request'
import { MiniRail } from './MiniRail'

const distinct = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)]

function Codes({ of, className }: { of: readonly string[]; className?: string }) {
  return of.map((text) => (
    <code key={text} className={className}>
      {text}
    </code>
  ))
}

/** Where a bad trust shows, for each way in which it does. */
function badTrust(sites: readonly PassSite[], translate: Translate): string {
  const places = distinct(sites.map(({ trustFailure }) => trustFailure.place))
  const texts = places.map((place) => {
    if (place === 'call' || place === 'none' || place === 'not-known') return translate(`picker.facts.bad.${place}`)
    return translate('picker.facts.bad.later', { place: translate(`place.${place}`) })
  })
  return texts.join(translate('library.and'))
}

/** What AWS does not document, by how sure we are of it. */
function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const translate = useTranslate()
  const named = (confidence: Doubt['confidence']) =>
    distinct<Fact>(doubts.filter((doubt) => doubt.confidence === confidence).map(({ fact }) => fact))
      .map((fact) => translate(`fact.${fact}`))
      .join(translate('library.and'))
  if (doubts.length === 0) return <p className="sure">{translate('picker.sure.documented')}</p>
  return (
    <div className="sure">
      {translate('picker.sure.except')}
      <ul>
        {(['widely-reported', 'unsure'] as const).map((confidence) => {
          const facts = named(confidence)
          return facts !== '' && <li key={confidence}>{translate(`picker.sure.${confidence}`, { facts })}</li>
        })}
      </ul>
    </div>
  )
}

/** Where AWS says it. A link only: the page itself fetches nothing. */
function Pages({ sites }: { sites: readonly PassSite[] }) {
  const translate = useTranslate()
  const pages = new Map(sites.flatMap(({ docs }) => Object.entries(docs)).map(([topic, page]) => [page, topic]))
  return (
    <p className="pages">
      {[...pages].slice(0, 3).map(([page, topic]) => (
        <a key={page} href={page} target="_blank" rel="noreferrer">
          {translate('picker.sure.page', { topic: translate(`picker.page.${topic}` as MessageKey) })}
        </a>
      ))}
    </p>
  )
}

function says(entry: CallEntry, user: string, translate: Translate) {
  const { tried } = entry
  const params = { user, service: entry.shortName, count: entry.found.call.passSites.length }
  if (isByName(entry)) return translate.rich('picker.says.generic', params)
  if (params.count > 1 && (tried === 'call' || tried === 'later')) return translate.rich(`picker.says.${tried}-several`, params)
  return translate.rich(`picker.says.${tried}`, params)
}

/** What is known of one call, how sure that is, and its way in little. */
export function CallFacts({ entry }: { entry: CallEntry }) {
  const translate = useTranslate()
  const { call } = entry.found
  const sites = call.passSites
  const byName = isByName(entry)
  const passedTo = distinct(
    sites.flatMap(({ passedToService, otherPassedToServices }) => [
      ...(passedToService ? [passedToService] : []),
      ...otherPassedToServices,
    ]),
  )
  const keys = distinct(sites.flatMap(({ sentKeys }) => sentKeys.map(({ key }) => key)))
  return (
    <>
      <h2>{call.operation}</h2>
      <p>
        <RichText of={says(entry, exampleUser, translate)} />
      </p>
      <dl className="kv">
        <dt>{translate('picker.facts.action')}</dt>
        <dd>
          <Codes of={[call.action]} />
        </dd>
        <dt>{translate('picker.facts.pass')}</dt>
        <dd>{translate(sites.length > 1 ? 'picker.facts.pass.each' : 'picker.facts.pass.once')}</dd>
        <dt>{translate('picker.facts.passed-to')}</dt>
        <dd>{passedTo.length > 0 ? <Codes of={passedTo} className="svc-code" /> : translate('picker.facts.passed-to.none')}</dd>
        <dt>{translate('picker.facts.taken')}</dt>
        <dd>
          {byName ? translate('name.not-known') : <Codes of={entry.who.split(', ')} className="svc-code" />}
          {sites.some(({ assumer }) => assumer.kind === 'role') && <span>{translate('picker.facts.taken.role')}</span>}
        </dd>
        <dt>{translate('picker.facts.bad')}</dt>
        <dd>{byName ? translate('name.not-known') : badTrust(sites, translate)}</dd>
        {!byName && (
          <>
            <dt>{translate('picker.facts.condition')}</dt>
            <dd>{keys.length > 0 ? <Codes of={keys} /> : translate('picker.facts.condition.none')}</dd>
          </>
        )}
      </dl>
      {!byName && <Doubts doubts={sites.flatMap(doubtsOf)} />}
      <Pages sites={sites} />
      <span className="sp" />
      <MiniRail entry={entry} />
    </>
  )
}
