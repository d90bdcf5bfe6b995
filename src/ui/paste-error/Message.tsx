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
  service: 's',
  reason: 'd',
  encoded: 'e',
}

/** Where the parts of a message stand that a person does not read to its end. */
const shownOfBlob = 24

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
            {part.kind === 'encoded' && piece.length > shownOfBlob ? `${piece.slice(0, shownOfBlob)}…` : piece}
            {part.station !== undefined && '\u2060'}
            {part.station !== undefined && <sup title={translate('paste.station', { station: part.station })}>{part.station}</sup>}
          </mark>
        ),
      )}
    </section>
  )
}
