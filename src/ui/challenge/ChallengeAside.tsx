import type { ActiveChallenge, Rung } from '../../state'
import { useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { useNextLabel } from '../narration/use-next-label'
import { RichText } from '../RichText'
import { Mark } from '../stage/GateNode'
import { useLayout } from '../use-viewport'
import { moves } from './begin'
import { ChallengeGlyph } from './ChallengeGlyph'
import { changesSince } from './challenge-narration'
import { useGoalWords } from './use-goal-words'
import { effortText, type GoalWords, plain } from './words'

function useEffort({ hints, seconds }: ActiveChallenge): string {
  const translate = useTranslate()
  const documents = useWorkspace((state) => state.documents)
  const start = useWorkspace((state) => state.start)
  return effortText(changesSince({ documents, start }).places, hints, seconds, translate)
}

/** The rungs so far, for the eye; the button under them says the same. */
function Ladder({ rung }: { rung: Rung }) {
  return (
    <span className="ladder" aria-hidden="true">
      {([1, 2, 3, 4] as const).map((step) => (
        <i key={step} className={step < rung ? 'on' : step === rung ? 'cur' : ''}>
          {step < rung ? <Glyph name="check" /> : step}
        </i>
      ))}
    </span>
  )
}

/** Leaves the challenge; the lesson and its texts stay. */
function Leave() {
  const translate = useTranslate()
  return (
    <button type="button" className="leave" aria-label={translate('challenge.leave.name')} onClick={() => moves()?.leave()}>
      {translate('challenge.leave')}
    </button>
  )
}

function HintButton({ rung }: { rung: Rung }) {
  const translate = useTranslate()
  const back = rung === 4
  const label = back
    ? translate('challenge.rung.back', { number: 3 })
    : rung === 3
      ? translate('challenge.rung.fix')
      : translate('challenge.rung.next', { number: rung + 1 })
  return (
    <button type="button" className="btn" data-action="hint" onClick={() => moves()?.show((back ? 3 : rung + 1) as Rung)}>
      {label}
    </button>
  )
}

function NarrowButton({ active }: { active: ActiveChallenge }) {
  const translate = useTranslate()
  const wide = active.judged.wides.length > 0
  return (
    <button type="button" className="btn solid" data-action="narrow" onClick={() => moves()?.propose(wide ? 'narrow' : 'answer')}>
      <ChallengeGlyph name="edit" />
      {translate(wide ? 'challenge.narrow' : 'challenge.show-answer')}
    </button>
  )
}

function NextButton({ onNextScenario }: { onNextScenario: () => void }) {
  const label = useNextLabel()
  if (label === undefined) return null
  return (
    <button type="button" className="btn solid" data-action="next-scenario" onClick={onNextScenario}>
      <span className="to">{label}</span>
      <Glyph name="right" />
    </button>
  )
}

/** The lesson's own answer, where it is not what stands there anyway. */
function AnswerButton({ active }: { active: ActiveChallenge }) {
  const translate = useTranslate()
  const documents = useWorkspace((state) => state.documents)
  const { solution } = active.challenge
  if (Object.entries(solution).every(([id, text]) => documents[id as keyof typeof documents] === text)) return null
  return (
    <button type="button" className="btn" data-action="answer" onClick={() => moves()?.propose('answer')}>
      {translate('challenge.answer')}
    </button>
  )
}

function Done({ active, onNextScenario }: { active: ActiveChallenge; onNextScenario: () => void }) {
  const translate = useTranslate()
  const effort = useEffort(active)
  return (
    <aside className="aside n challenge-done">
      <b>
        {translate('challenge.least.yes')} <Leave />
      </b>
      <span>{effort}</span>
      <div className="acts">
        <NextButton onNextScenario={onNextScenario} />
        <AnswerButton active={active} />
      </div>
    </aside>
  )
}

const toldInFull = ({ title, why }: GoalWords) => [...title, { text: '. ' }, ...why].map(({ text }) => text).join('')

/** The goals as they stand, and beside them the next hint, or what is left to do. */
export function ChallengeAside({ active, onNextScenario }: { active: ActiveChallenge; onNextScenario: () => void }) {
  const translate = useTranslate()
  const goals = useGoalWords(active)
  const effort = useEffort(active)
  const layout = useLayout()
  const { judged, rung } = active
  if (judged.least && !active.proposal) return <Done active={active} onNextScenario={onNextScenario} />
  // Where there is no tab for them, the reasons stand here.
  const full = layout === 'phone'
  return (
    <aside className="aside n challenge">
      <b>
        {translate('challenge.goals')} <Leave />
      </b>
      <ul className={`goal${goals.length > 3 ? ' many' : ''}`}>
        {goals.map((goal, index) => (
          // A goal is what it is by its place in the lesson.
          <li key={String(index)}>
            <Mark state={goal.met ? 'ok' : 'no'} />
            <span title={toldInFull(goal)}>
              <RichText of={plain(goal.title)} />{' '}
              <small>
                <RichText of={plain(full ? goal.why : goal.small)} />
              </small>
            </span>
          </li>
        ))}
      </ul>
      <div className={`rungs${judged.solved ? ' solved' : ''}`}>
        {judged.solved ? (
          <>
            <span>{effort}</span>
            <NarrowButton active={active} />
          </>
        ) : (
          <>
            <span>{translate(`challenge.rung.${rung}`)}</span>
            <Ladder rung={rung} />
            <HintButton rung={rung} />
          </>
        )}
      </div>
    </aside>
  )
}

/** The one move that leads on, beside a phone's controls. */
export function ChallengeMove({ active, onNextScenario }: { active: ActiveChallenge; onNextScenario: () => void }) {
  if (active.judged.least) return <NextButton onNextScenario={onNextScenario} />
  return active.judged.solved ? <NarrowButton active={active} /> : <HintButton rung={active.rung} />
}
