import { assertNever } from '../../lib/assert-never'
import { Glyph } from '../icons/Glyph'
import type { StatementLine, StatementPiece } from './statement-lines'

const colourClass = { role: 'jr', service: 'jv', user: 'ju', allow: 'ja-', deny: 'jd-' } as const
const markClass = { match: 'm-ok', now: 'm-now', no: 'm-no' } as const

/** Text with its keys set back, so that the values stand out. */
function Plain({ text }: { text: string }) {
  return text.split(/("(?:[^"\\]|\\.)*"\s*:)/).map((part, index) => {
    const key = `${String(index)}${part}`
    return index % 2 === 1 ? (
      <span key={key} className="jk">
        {part}
      </span>
    ) : (
      part
    )
  })
}

function Piece({ piece }: { piece: StatementPiece }) {
  const names = [piece.kind && colourClass[piece.kind], piece.mark && markClass[piece.mark]].filter(Boolean).join(' ')
  return names === '' ? <Plain text={piece.text} /> : <span className={names}>{piece.text}</span>
}

/** One line of a document's excerpt: code, what the request says instead, or what is missing. */
export function Line({ line, tone }: { line: StatementLine; tone: string }) {
  switch (line.kind) {
    case 'code':
      return (
        <div className={`l${line.inside ? ` in-${tone}` : ''}`} data-n={line.number}>
          <span className="t">
            {line.pieces.map((piece, index) => (
              <Piece key={`${String(index)}${piece.text}`} piece={piece} />
            ))}
          </span>
          {line.after !== undefined && (
            <span className="an ok">
              <Glyph name="check" />
              {line.after}
            </span>
          )}
        </div>
      )
    case 'no':
      return (
        <div className="zone no">
          <span className="ar">{' '.repeat(line.indent)}</span>
          <Glyph name="x" />
          {line.text}
        </div>
      )
    case 'missing':
      return (
        <div className="ghost">
          <Glyph name="x" />
          {line.text}
        </div>
      )
    default:
      return assertNever(line)
  }
}
