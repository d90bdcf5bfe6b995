import type { ActiveChallenge } from '../../state'
import { useTranslate } from '../AppStores'
import { RichText } from '../RichText'
import { Mark } from '../stage/GateNode'
import { useGoalWords } from './use-goal-words'
import { plain, triedText } from './words'

/** Every goal with its reason in full, and what else was tried. */
export function GoalsPanel({ active }: { active: ActiveChallenge }) {
  const translate = useTranslate()
  const goals = useGoalWords(active)
  const { challenge, judged } = active
  const count = goals.length
  const when = count === 2 || count === 3 ? translate(`challenge.when.${count}`) : translate('challenge.when', { count })
  const tried = judged.least ? triedText(challenge, judged, translate) : undefined
  return (
    <div className="face goals-face">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order. */}
      <section className="goals-panel n" tabIndex={0} aria-label={translate('challenge.tab')}>
        <ul>
          {goals.map((goal, index) => (
            <li key={String(index)} data-met={goal.met}>
              <Mark state={goal.met ? 'ok' : 'no'} />
              <div>
                <b>
                  <RichText of={plain(goal.name)} />
                </b>
                <div>
                  <RichText of={plain(goal.why)} />
                </div>
              </div>
            </li>
          ))}
        </ul>
        <div className="after">{judged.least ? tried : when}</div>
      </section>
    </div>
  )
}
