import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { MessageKey } from '../../i18n'
import { type Diagnostic, type Fix, fixFor, type PassedNames } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import './problem-strip.css'

interface ProblemStripProps {
  readonly documentId: DocumentId
  readonly diagnostics: readonly Diagnostic[]
  /** Where in the pane's header the count stands. */
  readonly header: Element | null
  readonly onShow: (offset: number) => void
  readonly onNext: () => void
  readonly onFix: (text: string) => void
}

/** More rows than this are of no use at once; the count says how many there are. */
const mostRows = 50

const names = (code: string) => /^unknown-|^action-unknown/.test(code)

/** A question mark for what IAM does not know or cannot read, a triangle for what works and is wide, an i for the rest. */
function Sign({ code, severity }: Diagnostic) {
  if (severity === 'error' || names(code)) return <Glyph name="q" />
  return (
    <svg className="g" viewBox="0 0 24 24" aria-hidden="true">
      {severity === 'security' || severity === 'warning' ? (
        <path d="M12 4 2.5 20.5h19ZM12 10.5v4.5m0 2.4v.4" />
      ) : (
        <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5.5m0-9.2v.4" />
      )}
    </svg>
  )
}

function FixButton({ fix, onFix }: { fix: Fix; onFix: (text: string) => void }) {
  const translate = useTranslate()
  const key: MessageKey = `fix.${fix.kind}`
  const label = translate(key, 'name' in fix ? { name: fix.name } : {})
  return (
    <button type="button" className="fix" title={label} onClick={() => onFix(fix.text)}>
      {label}
    </button>
  )
}

interface RowProps extends Pick<ProblemStripProps, 'onShow' | 'onFix'> {
  readonly diagnostic: Diagnostic
  readonly line: number
  readonly fix: Fix | undefined
}

function Row({ diagnostic, line, fix, onShow, onFix }: RowProps) {
  const translate = useTranslate()
  const { message, severity, check, start } = diagnostic
  const label = `${translate(`severity.${severity}`)}: ${message}`
  return (
    <li className={severity}>
      <Sign {...diagnostic} />
      <button
        type="button"
        className="what"
        aria-label={`${translate('problems.at-line', { line })} ${label}`}
        title={check ? `${label} (IAM Access Analyzer: ${check})` : label}
        onClick={() => onShow(start)}
      >
        <span className="ln">{translate('problems.at-line', { line })}</span>
        {message}
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

/** The problems of a document in words, the gravest first, each with its way out where there is one; and their number in the header. */
export function ProblemStrip({ documentId, diagnostics, header, onShow, onNext, onFix }: ProblemStripProps) {
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
  const [first] = diagnostics
  if (!first) return null
  const { length: count } = diagnostics
  return (
    <>
      {header &&
        createPortal(
          <button
            type="button"
            className="pcount"
            aria-label={translate('problems.show-next', { count })}
            aria-keyshortcuts="F8"
            onClick={onNext}
          >
            <Sign {...first} />
            <b>{count === 1 ? translate('problems.count-one') : translate('problems.count', { count })}</b>
            <kbd>F8</kbd>
          </button>,
          header,
        )}
      <ul className="probs" aria-label={translate('problems.count', { count })}>
        {rows.map(({ diagnostic, line, fix }) => (
          <Row
            key={`${diagnostic.code} ${diagnostic.start} ${diagnostic.end}`}
            diagnostic={diagnostic}
            line={line}
            fix={fix}
            onShow={onShow}
            onFix={onFix}
          />
        ))}
      </ul>
    </>
  )
}
