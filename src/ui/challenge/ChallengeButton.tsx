import { useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { solve } from './use-challenge'
import './challenge-button.css'

/** Takes the lesson at hand as a challenge. */
export function ChallengeButton() {
  const translate = useTranslate()
  const stores = useStores()
  const name = translate('library.as-challenge')
  return (
    <button type="button" className="btn as-challenge" aria-label={name} title={name} onClick={() => void solve(stores)}>
      <Glyph name="flag" />
    </button>
  )
}
