import type { MessageKey, Translate } from '../../i18n'
import type { ChosenGuesses, ErrorGuess, GuessId } from '../../simulate'
import { useTranslate } from '../AppStores'

const labelOf: Readonly<Record<GuessId, MessageKey>> = {
  call: 'paste.row.call',
  policy: 'paste.row.policy',
  'passed-to': 'paste.row.passed-to',
  trust: 'paste.row.trust',
  layers: 'paste.row.layer',
}

/** Calls and principals are identifiers; everything else has words. */
const optionText = (id: GuessId, option: string, translate: Translate): string =>
  id === 'call' || id === 'passed-to' ? option : translate(`paste.option.${option}` as 'paste.option.fits')

interface GuessRowsProps {
  readonly guesses: readonly ErrorGuess[]
  readonly onChoose: (chosen: ChosenGuesses) => void
}

/** What can be supposed in another way: a choice for each. */
export function GuessRows({ guesses, onChoose }: GuessRowsProps) {
  const translate = useTranslate()
  return guesses.map(({ id, options, chosen }) => (
    <div key={id}>
      <span className="q" aria-hidden="true">
        ?
      </span>
      <span className="k" id={`guess-${id}`}>
        {translate(labelOf[id])}
      </span>
      {options.length > 1 ? (
        <select aria-labelledby={`guess-${id}`} value={chosen} onChange={(event) => onChoose({ [id]: event.target.value })}>
          {options.map((option) => (
            <option key={option} value={option}>
              {optionText(id, option, translate)}
            </option>
          ))}
        </select>
      ) : (
        <span>{optionText(id, chosen, translate)}</span>
      )}
    </div>
  ))
}
