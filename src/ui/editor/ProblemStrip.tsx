import { useEffect, useMemo, useRef } from 'react'
import { type Diagnostic, type Fix, isUnreadable } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import { ProblemSign } from './ProblemSign'
import { type Fixes, fixLabel } from './use-fixes'
import './problem-strip.css'

interface ProblemStripProps {
  readonly documentId: DocumentId
  /** How many there are, shown or not. */
  readonly count: number
  readonly shown: readonly Diagnostic[]
  readonly fixes: Fixes
  /** The problem to which F8 went last. */
  readonly current: Diagnostic | undefined
  readonly onShow: (offset: number) => void
  readonly onFix: (text: string) => void
}

function FixButton({ fix, onFix }: { fix: Fix; onFix: (text: string) => void }) {
  const translate = useTranslate()
  const label = fixLabel(fix, translate)
  // A name speaks for itself, and leaves room for the sentence.
  return (
    <button type="button" className="fix" aria-label={label} title={label} onClick={() => onFix(fix.text)}>
      {fix.kind === 'use' ? fix.name : label}
    </button>
  )
}

interface RowProps extends Pick<ProblemStripProps, 'onShow' | 'onFix'> {
  readonly diagnostic: Diagnostic
  readonly line: number
  readonly fix: Fix | undefined
  /** True for the problem to which F8 went. */
  readonly current: boolean
}

function Row({ diagnostic, line, fix, current, onShow, onFix }: RowProps) {
  const translate = useTranslate()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { message, sentence, severity, check, start } = diagnostic
  const label = `${translate(`severity.${severity}`)}: ${message}`
  // What is wrong with the JSON says its place itself.
  const atLine = isUnreadable(diagnostic) ? '' : translate('problems.at-line', { line })
  return (
    <li ref={row} className={severity} aria-current={current || undefined}>
      <ProblemSign {...diagnostic} />
      <button
        type="button"
        className="what"
        aria-label={atLine ? `${atLine} ${label}` : label}
        title={check ? `${label} (IAM Access Analyzer: ${check})` : label}
        onClick={() => onShow(start)}
      >
        {atLine && <span className="ln">{atLine}</span>}
        {fix ? sentence : message}
      </button>
      {fix && <FixButton fix={fix} onFix={onFix} />}
    </li>
  )
}

/** The problems of a document in words, the gravest first, each with its way out where there is one. */
export function ProblemStrip({ documentId, count, shown, fixes, current, onShow, onFix }: ProblemStripProps) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const lines = useMemo(() => {
    let line = 1
    let from = 0
    const found = new Map<Diagnostic, number>()
    for (const diagnostic of [...shown].sort((a, b) => a.start - b.start)) {
      for (let next = text.indexOf('\n', from); next >= 0 && next < diagnostic.start; next = text.indexOf('\n', from)) {
        line++
        from = next + 1
      }
      found.set(diagnostic, line)
    }
    return found
  }, [shown, text])
  const [first] = shown
  if (!first) return null
  return (
    <>
      <div className="sr" aria-live="polite">
        {current?.message}
      </div>
      <ul className={`probs${isUnreadable(first) ? ' unread' : ''}`} aria-label={translate('problems.count', { count })}>
        {shown.map((diagnostic) => (
          <Row
            key={`${diagnostic.code} ${diagnostic.start} ${diagnostic.end}`}
            diagnostic={diagnostic}
            line={lines.get(diagnostic) ?? 1}
            fix={fixes.get(diagnostic)}
            current={diagnostic === current}
            onShow={onShow}
            onFix={onFix}
          />
        ))}
      </ul>
    </>
  )
}
