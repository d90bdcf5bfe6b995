import { useTranslate, useWorkspace } from '../AppStores'
import type { TabView } from './document-tabs'

/** A tab's name; a question mark when the document has errors that nobody sees while another tab is open. */
export function TabLabel({ view: { tab, role }, selected }: { view: TabView; selected: boolean }) {
  const translate = useTranslate()
  const errors = useWorkspace(({ playable }) =>
    playable.kind === 'fault'
      ? 0
      : playable.problems.filter((problem) => problem.severity === 'error' && problem.span.documentId === tab.id).length,
  )
  return (
    <>
      {role ? <span className="r">{role.name}</span> : translate(tab.name)}
      {errors > 0 && !selected && (
        <span
          className="mk"
          role="img"
          aria-label={errors === 1 ? translate('problems.count-one') : translate('problems.count', { count: errors })}
        >
          ?
        </span>
      )}
    </>
  )
}
