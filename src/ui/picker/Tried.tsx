import { useTranslate } from '../AppStores'
import { Glyph, type GlyphName } from '../icons/Glyph'
import type { TrustTried } from './call-entry'
import { Marked } from './Marked'
import type { Mark } from './search-calls'

const glyphs: Readonly<Record<Exclude<TrustTried, 'not-known'>, GlyphName>> = { call: 'now', later: 'clock', launch: 'inst', both: 'now' }

/** When trust is tried, as a sign with its word. */
export function Tried({ tried, marks }: { tried: TrustTried; marks: readonly Mark[] }) {
  const translate = useTranslate()
  return (
    <span className="wh">
      {tried === 'not-known' ? <b aria-hidden="true">?</b> : <Glyph name={glyphs[tried]} />}
      <span>
        <Marked text={translate(`picker.tried.${tried}`)} marks={marks} />
      </span>
    </span>
  )
}
