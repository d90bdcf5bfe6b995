import { useEffect, useState } from 'react'
import type { Translate } from '../../i18n'
import type { AsideAction, Narration } from '../../present'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { useDirectMoves } from '../direct/direct-moves'
import { useEvidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import { emsOf } from '../text-width'
import type { TextEdit } from './edit-text'
import { useNextLabel } from './use-next-label'

/** The actions that lead on. */
export const solid: readonly AsideAction[] = [
  'fix',
  'name-caller',
  'next-scenario',
  'unwrap',
  'nearest-call',
  'repair',
  'remove-condition',
  'add-condition',
]

/** What stands on the button of an action. */
export const actionLabel = (action: AsideAction, aside: Narration['aside'], translate: Translate): string =>
  action === 'repair' ? (aside?.repair ?? '') : translate(`action.${action}`, aside?.names)

/** What the aside's buttons do. */
export function useAsideCommands(onNextScenario: () => void, onHint: () => void): Readonly<Record<AsideAction, () => void>> {
  const stores = useStores()
  const { playback, workspace } = stores
  const moves = useDirectMoves()
  const evidence = useEvidence()
  const edit = (by: TextEdit) => void import('./edit-text').then(({ editText }) => editText(stores, by, evidence))
  return {
    play: () => playback.getState().play(),
    fix: () => workspace.getState().applySolution(),
    hint: onHint,
    'next-scenario': onNextScenario,
    unwrap: () => edit('unwrap'),
    repair: () => edit('repair'),
    reset: () => {
      const { playable, resetDocument } = workspace.getState()
      if (playable.kind === 'invalid') resetDocument(playable.documentId)
    },
    'nearest-call': () => edit('nearest-call'),
    'name-caller': moves.nameCaller,
    compare: moves.compare,
    chain: moves.chain,
    'remove-condition': () => edit('remove-condition'),
    'add-condition': () => edit('add-condition'),
    'own-call': () => edit('own-call'),
  }
}

/** What is worth knowing now, and the next move. */
export function Aside({ narration, onNextScenario }: { narration: Narration; onNextScenario: () => void }) {
  const translate = useTranslate()
  const scenario = useWorkspace((state) => state.scenario)
  const [hint, setHint] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario starts with its first hint.
  useEffect(() => setHint(0), [scenario])
  const commands = useAsideCommands(onNextScenario, () => setHint((count) => Math.min(count + 1, scenario?.hints.length ?? 0)))
  const nextLabel = useNextLabel()
  const challenge = useChallenge()
  const readable = useWorkspace((state) => state.playable.kind === 'ready')
  const { aside } = narration
  const shownHint = hint > 0 && aside?.actions.includes('hint') ? scenario?.hints[hint - 1] : undefined
  const asideText = shownHint ? shownHint[translate.language] : (aside?.text.map((segment) => segment.text).join('') ?? '')
  // Two lines of the aside at its widest, and at its narrowest, in em: what is longer needs the room beside its title.
  const asideLength = emsOf(asideText)
  const [long, longest] = translate.language === 'ja' ? [42, 57] : [48, 64]
  if (challenge && readable) return <challenge.parts.ChallengeAside active={challenge.active} onNextScenario={onNextScenario} />
  if (!aside) return null
  const alone = aside.actions.length === 1
  const leading = aside.actions.find((action) => solid.includes(action))
  return (
    <aside className={`aside n${asideLength > longest ? ' longest' : asideLength > long ? ' long' : ''}`}>
      <b>{shownHint ? translate('hint.title', { number: hint, count: scenario?.hints.length ?? 0 }) : aside.title}</b>
      <span className="aside-text">
        {shownHint ? shownHint[translate.language] : <RichText of={aside.text} />}
        {!shownHint && aside.page !== undefined && (
          <>
            {' '}
            <a href={aside.page} target="_blank" rel="noreferrer">
              {translate('doubt.page')}
            </a>
          </>
        )}
      </span>
      {aside.actions.length > 0 && (
        <div className="acts">
          {aside.actions.map((action) => (
            <button
              key={action}
              type="button"
              data-action={action}
              className={`btn${action === leading ? ' solid' : ''}`}
              onClick={commands[action]}
            >
              {action === 'fix' && <Glyph name="flag" />}
              {action === 'next-scenario' && alone && nextLabel !== undefined ? (
                <span className="to">{nextLabel}</span>
              ) : (
                actionLabel(action, aside, translate)
              )}
              {action === 'next-scenario' && <Glyph name="right" />}
            </button>
          ))}
        </div>
      )}
    </aside>
  )
}
