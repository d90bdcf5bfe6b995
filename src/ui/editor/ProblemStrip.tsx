import { useEffect, useMemo, useRef } from 'react'
import type { MessageKey } from '../../i18n'
import { type Diagnostic, type Fix, fixFor, type PassedNames } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import { ProblemSign } from './ProblemSign'
import './problem-strip.css'

interface ProblemStripProps {
  readonly documentId: DocumentId
  readonly diagnostics: readonly Diagnostic[]
  /** The problem to which F8 went last. */
  readonly current: Diagnostic | undefined
  readonly onShow: (offset: number) => void
  readonly onFix: (text: string) => void
}

/** More rows than this are of no use at once; the count says how many there are. */
const mostRows = 50

function FixButton({ fix, onFix }: { fix: Fix; onFix: (text: string) => void }) {
  const translate = useTranslate()
  const key: MessageKey = `fix.${fix.kind}`
  const label = translate(key, 'name' in fix ? { name: fix.name } : {})
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
  return (
    <li ref={row} className={severity} aria-current={current || undefined}>
      <ProblemSign {...diagnostic} />
      <button
        type="button"
        className="what"
        aria-label={`${translate('problems.at-line', { line })} ${label}`}
        title={check ? `${label} (IAM Access Analyzer: ${check})` : label}
        onClick={() => onShow(start)}
      >
        <span className="ln">{translate('problems.at-line', { line })}</span>
        {fix ? sentence : message}
      </button>
      {fix && <FixButton fix={fix} onFix={onFix} />}
    </li>
  )
}

/** What the request at hand passes, for the fixes that name it. */
function usePassedNames(): PassedNames {
  const roles = useWorkspace((state) => state.timeline.trace?.situation.roles)
  return useMemo(() => {
    const unique = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value !== undefined)
    return {
      roleArns: unique((roles ?? []).map((role) => role.roleArn)),
      services: unique((roles ?? []).map((role) => role.passSite?.passedToService)),
    }
  }, [roles])
}

/** The problems of a document in words, the gravest first, each with its way out where there is one. */
export function ProblemStrip({ documentId, diagnostics, current, onShow, onFix }: ProblemStripProps) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const passed = usePassedNames()
  const rows = useMemo(() => {
    let line = 1
    let from = 0
    const lines = new Map<Diagnostic, number>()
    for (const diagnostic of [...diagnostics].sort((a, b) => a.start - b.start)) {
      for (let next = text.indexOf('\n', from); next >= 0 && next < diagnostic.start; next = text.indexOf('\n', from)) {
        line++
        from = next + 1
      }
      lines.set(diagnostic, line)
    }
    return diagnostics.slice(0, mostRows).map((diagnostic) => ({
      diagnostic,
      line: lines.get(diagnostic) ?? 1,
      fix: fixFor(diagnostic, text, passed),
    }))
  }, [diagnostics, text, passed])
  const { length: count } = diagnostics
  if (count === 0) return null
  return (
    <>
      <div className="sr" aria-live="polite">
        {current?.message}
      </div>
      <ul className="probs" aria-label={translate('problems.count', { count })}>
        {rows.map(({ diagnostic, line, fix }) => (
          <Row
            key={`${diagnostic.code} ${diagnostic.start} ${diagnostic.end}`}
            diagnostic={diagnostic}
            line={line}
            fix={fix}
            current={diagnostic === current}
            onShow={onShow}
            onFix={onFix}
          />
        ))}
      </ul>
    </>
  )
}
