import { Fragment } from 'react'
import { useTranslate } from '../AppStores'
import { PlainText } from '../editor/PlainText'
import type { LibraryEntry } from './library-entry'

/** What a scenario is about, before it is opened. */
export function Preview({ entry, onOpen }: { entry: LibraryEntry; onOpen: () => void }) {
  const translate = useTranslate()
  return (
    <div className="pv">
      <h2>{entry.title}</h2>
      <p>{entry.story}</p>
      <dl className="kv">
        <dt>{translate('library.cast')}</dt>
        <dd>
          <span className="p-user">{entry.caller}</span>
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
        <dt>{translate('library.time')}</dt>
        <dd>{translate('library.minutes', { count: entry.minutes })}</dd>
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
      </div>
    </div>
  )
}
