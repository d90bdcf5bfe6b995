import type { Problem } from '../../iam'
import { Glyph } from '../icons/Glyph'

const isAboutName = (code: string) => /^unknown-|^action-unknown/.test(code)

/** A question mark for what IAM does not know or cannot read, a triangle for what works and is wide, an i for the rest. */
export function ProblemSign({ code, severity }: Pick<Problem, 'code' | 'severity'>) {
  if (severity === 'error' || isAboutName(code)) return <Glyph name="q" />
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
