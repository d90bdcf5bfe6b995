import type { ErrorPart } from '../../simulate'
import { useTranslate } from '../AppStores'
import { messageStretches } from './message-stretches'

/** Whose a stretch is: colour and kind of line; plain ink where it is nobody's. */
const classOf: Readonly<Record<ErrorPart['kind'], string>> = {
  code: 'i',
  operation: 'i',
  caller: 'u',
  refused: 'd',
  action: 'i',
  resource: 'i',
  role: 'r',
  reason: 'd',
  encoded: 'e',
}

/** Of what is encoded the beginning is enough. */
const shown = ({ kind }: ErrorPart, piece: string) => (kind === 'encoded' && piece.length > 24 ? `${piece.slice(0, 24)}…` : piece)

/** The message itself, as it was pasted; each part with its colour, and with the number of the station that it speaks of. */
export function Message({ text, parts }: { text: string; parts: readonly ErrorPart[] }) {
  const translate = useTranslate()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order.
    <section className="msg" tabIndex={0} aria-label={translate('paste.message')} lang="en" translate="no">
      {messageStretches(text, parts).map(({ text: piece, at, part }) =>
        part === undefined ? (
          piece
        ) : (
          <mark key={at} className={classOf[part.kind]}>
            {part.station === undefined ? shown(part, piece) : piece.slice(0, -1)}
            {part.station !== undefined && (
              <span className="last">
                {piece.slice(-1)}
                <sup title={translate('paste.station', { station: part.station })}>{part.station}</sup>
              </span>
            )}
          </mark>
        ),
      )}
    </section>
  )
}
