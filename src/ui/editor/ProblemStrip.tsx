import { useMemo } from 'react'
import { type Diagnostic, fixFor } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'

interface ProblemStripProps {
  readonly documentId: DocumentId
  readonly diagnostics: readonly Diagnostic[]
  readonly onShow: (offset: number) => void
  readonly onFix: (text: string) => void
}

/** The gravest problem of a document in words, and the way out where there is one. */
export function ProblemStrip({ documentId, diagnostics, onShow, onFix }: ProblemStripProps) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const [first] = diagnostics
  const fix = useMemo(() => first && fixFor(first, text), [first, text])
  if (!first) return null
  return (
    <div className="probs">
      <b>{diagnostics.length === 1 ? translate('problems.count-one') : translate('problems.count', { count: diagnostics.length })}</b>
      <button type="button" className="what" title={first.message} onClick={() => onShow(first.start)}>
        {first.message}
      </button>
      {fix && (
        <button type="button" className="fix" onClick={() => onFix(fix.text)}>
          {fix.kind === 'unwrap' ? translate('fix.unwrap') : translate('fix.use', { name: fix.name })}
        </button>
      )}
    </div>
  )
}
