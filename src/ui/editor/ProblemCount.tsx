import { useMemo } from 'react'
import { diagnose, isUnreadable } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import { ProblemSign } from './ProblemSign'
import { nextProblemIn } from './use-problem-walk'
import './problem-strip.css'

/** How many problems a document has, for its header; pressed, it goes to the next one, as F8 does in the editor. Of a text that is no JSON the strip says it all. */
export function ProblemCount({ documentId }: { documentId: DocumentId }) {
  const translate = useTranslate()
  const problems = useWorkspace((state) => (state.playable.kind === 'fault' ? undefined : state.playable.problems))
  const diagnostics = useMemo(() => diagnose(problems ?? [], documentId, translate), [problems, documentId, translate])
  const [first] = diagnostics
  if (!first || isUnreadable(first)) return null
  const { length: count } = diagnostics
  return (
    <button
      type="button"
      className="pcount"
      aria-label={translate('problems.show-next', { count })}
      title={translate('problems.show-next', { count })}
      aria-keyshortcuts="F8"
      onClick={() => nextProblemIn(documentId)}
    >
      <ProblemSign {...first} />
      <b className="full">{count === 1 ? translate('problems.count-one') : translate('problems.count', { count })}</b>
      <b className="brief">{count}</b>
      <kbd>F8</kbd>
    </button>
  )
}
