import type { MarkedLayer } from '../../present'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import type { Evidence } from '../editor/use-evidence'
import { marksOf, type TabView } from './document-tabs'

/** A question mark when a document that nobody sees now has errors. */
export function ErrorSign({ documentId }: { documentId: DocumentId }) {
  const translate = useTranslate()
  const errors = useWorkspace(({ playable }) =>
    playable.kind === 'fault'
      ? 0
      : playable.problems.filter((problem) => problem.severity === 'error' && problem.span.documentId === documentId).length,
  )
  if (errors === 0) return null
  return (
    <span
      className="mk"
      role="img"
      aria-label={errors === 1 ? translate('problems.count-one') : translate('problems.count', { count: errors })}
    >
      ?
    </span>
  )
}

interface TabLabelProps {
  readonly view: TabView
  readonly selected: boolean
  /** Undefined where tabs have no marks. */
  readonly marks: readonly MarkedLayer[] | undefined
  readonly evidence: Evidence | undefined
}

/** A tab's name, and what its document said. */
export function TabLabel({ view, selected, marks, evidence }: TabLabelProps) {
  const { tab, role } = view
  const translate = useTranslate()
  return (
    <>
      {role ? <span className="r">{role.name}</span> : translate(tab.short ?? tab.name)}
      {evidence && marks && <evidence.LayerMarkGlyph marks={marksOf(view, marks)} />}
      {!selected && <ErrorSign documentId={tab.id} />}
    </>
  )
}
