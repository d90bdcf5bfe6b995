import type { Guess } from '../../present'
import { useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'

const marks: Readonly<Record<Guess, string>> = { runs: '', 'pass-role': '2', 'assume-role': '3' }

/** What will happen? A click keeps the answer and plays. */
export function Guesses({ offered, scenarioId }: { offered: readonly Guess[]; scenarioId: string }) {
  const translate = useTranslate()
  const { playback, progress } = useStores()
  const choose = (guess: Guess) => {
    progress.getState().note(scenarioId, { guess })
    playback.getState().play()
  }
  return (
    <fieldset className="guesses">
      <legend>{translate('guess.ask')}</legend>
      {offered.map((guess) => (
        <button key={guess} type="button" className="btn" onClick={() => choose(guess)}>
          <span className="no" aria-hidden="true">
            {guess === 'runs' ? <Glyph name="check" /> : marks[guess]}
          </span>
          {translate(`guess.${guess}`)}
        </button>
      ))}
    </fieldset>
  )
}
