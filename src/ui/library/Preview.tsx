import { Fragment } from 'react'
import type { RichText as Segments } from '../../i18n'
import { useTranslate } from '../AppStores'
import { PlainText } from '../editor/PlainText'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import type { LibraryEntry } from './library-entry'

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The story with the names of its cast as everywhere, and with actions in code. */
function storyOf({ story, callers, service, roles }: LibraryEntry): Segments {
  const kinds = new Map<string, Segments[number]['kind']>([
    ...roles.map((role) => [role, 'role'] as const),
    ...(service === '' ? [] : [[service, 'service'] as const]),
    ...callers.flatMap((caller) => (caller === '' ? [] : [[caller, 'user'] as const])),
  ])
  const names = [...kinds.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const parts = story.split(new RegExp(`(\\b[a-z0-9-]+:[A-Z][A-Za-z]+\\b${names.map((name) => `|(?<![\\w-])${name}(?![\\w-])`).join('')})`))
  return parts.flatMap((text) =>
    text === '' ? [] : [{ text, kind: kinds.get(text) ?? (/^[a-z0-9-]+:[A-Z]/.test(text) ? 'code' : 'text') }],
  )
}

interface PreviewProps {
  readonly entry: LibraryEntry
  readonly onOpen: () => void
  readonly onChallenge: () => void
}

/** What a scenario is about, before it is opened. */
export function Preview({ entry, onOpen, onChallenge }: PreviewProps) {
  const translate = useTranslate()
  return (
    <div className="pv">
      <h2>{entry.title}</h2>
      <p>
        <RichText of={storyOf(entry)} />
      </p>
      <dl className="kv">
        <dt>{translate('library.cast')}</dt>
        <dd>
          {entry.callers.map((caller, index) => (
            <Fragment key={caller}>
              {index > 0 && translate('library.and')}
              <span className="p-user">{caller}</span>
            </Fragment>
          ))}
          {entry.service !== '' && (
            <>
              {translate('library.and')}
              <span className="p-service">{entry.service}</span>
            </>
          )}
          {entry.roles.map((role) => (
            <Fragment key={role}>
              {translate('library.and')}
              <span className="p-role">{role}</span>
            </Fragment>
          ))}
        </dd>
        {entry.watch && (
          <>
            <dt>{translate('library.watch')}</dt>
            <dd>
              {['①', '②', '③', '④', '⑤'][entry.watch.station - 1]} {translate(entry.watch.name)}
            </dd>
          </>
        )}
        <dt>{translate('library.time')}</dt>
        <dd>{entry.minutes === 1 ? translate('library.minute') : translate('library.minutes', { count: entry.minutes })}</dd>
        {entry.isChallenge && (
          <>
            <dt>{translate('library.challenge')}</dt>
            <dd>{entry.task}</dd>
          </>
        )}
      </dl>
      <PlainText text={entry.excerpt} label={translate('library.excerpt')} />
      <div className="acts">
        <button type="button" className="btn solid" onClick={onOpen}>
          {translate('library.open')} <kbd>↵</kbd>
        </button>
        {entry.isChallenge && (
          <button type="button" className="btn" onClick={onChallenge}>
            <Glyph name="flag" />
            {translate('library.as-challenge')}
          </button>
        )}
      </div>
    </div>
  )
}
