import type { MarkedLayer } from '../../present'
import { useTranslate, useWorkspace } from '../AppStores'
import type { Evidence } from '../editor/use-evidence'
import { marksOf, type TabView } from './document-tabs'

interface TabLabelProps {
  readonly view: TabView
  readonly selected: boolean
  /** Undefined where tabs have no marks. */
  readonly marks: readonly MarkedLayer[] | undefined
  readonly evidence: Evidence | undefined
}

/** A tab's name, what its document said; a question mark when the document has errors that nobody sees while another tab is open. */
export function TabLabel({ view, selected, marks, evidence }: TabLabelProps) {
  const { tab, role } = view
  const translate = useTranslate()
  const errors = useWorkspace(({ playable }) =>
    playable.kind === 'fault'
      ? 0
      : playable.problems.filter((problem) => problem.severity === 'error' && problem.span.documentId === tab.id).length,
  )
  return (
    <>
      {role ? <span className="r">{role.name}</span> : translate(tab.short ?? tab.name)}
      {evidence && marks && <evidence.LayerMarkGlyph marks={marksOf(view, marks)} />}
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
