import { useEffect, useState } from 'react'
import { unwrapPolicyText } from '../../iam'
import type { AsideAction, Narration } from '../../present'
import type { DocumentId } from '../../simulate'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import { emsOf } from '../text-width'

/** The actions that lead on. */
export const solid: readonly AsideAction[] = ['fix', 'next-scenario', 'unwrap', 'nearest-call', 'remove-condition', 'add-condition']

/** What the aside's buttons do. */
export function useAsideCommands(onNextScenario: () => void, onHint: () => void): Readonly<Record<AsideAction, () => void>> {
  const { playback, workspace } = useStores()
  // One edit, which the document's editor can take back.
  const replaceDocument = (id: DocumentId, text: string) => {
    workspace.getState().edit(id, text)
    workspace.setState({ revision: workspace.getState().revision + 1 })
  }
  const replaceText = (unwrap: boolean) => {
    const { playable, documents } = workspace.getState()
    if (playable.kind !== 'invalid') return
    const text = documents[playable.documentId] ?? ''
    const suggestion = playable.problems.find((problem) => problem.code === 'unknown-call')
    const next = unwrap
      ? unwrapPolicyText(text)
      : suggestion?.facts.suggestion === undefined
        ? undefined
        : text.slice(0, suggestion.span.start) + JSON.stringify(suggestion.facts.suggestion) + text.slice(suggestion.span.end)
    if (next === undefined) return
    replaceDocument(playable.documentId, next)
  }
  const edit = async (action: AsideAction) => {
    const { timeline, documents } = workspace.getState()
    const { deputyEdit } = await import('../editor/evidence')
    const made = deputyEdit(action, timeline, documents)
    if (made) replaceDocument(made.documentId, made.text)
  }
  return {
    play: () => playback.getState().play(),
    fix: () => workspace.getState().applySolution(),
    hint: onHint,
    'next-scenario': onNextScenario,
    unwrap: () => replaceText(true),
    reset: () => {
      const { playable, resetDocument } = workspace.getState()
      if (playable.kind === 'invalid') resetDocument(playable.documentId)
    },
    'nearest-call': () => replaceText(false),
    'remove-condition': () => void edit('remove-condition'),
    'add-condition': () => void edit('add-condition'),
    'own-call': () => void edit('own-call'),
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
  const { aside } = narration
  const shownHint = hint > 0 && aside?.actions.includes('hint') ? scenario?.hints[hint - 1] : undefined
  const asideText = shownHint ? shownHint[translate.language] : (aside?.text.map((segment) => segment.text).join('') ?? '')
  // Two lines of the aside at its widest, and at its narrowest, in em: what is longer needs the room beside its title.
  const asideLength = emsOf(asideText)
  const [long, longest] = translate.language === 'ja' ? [42, 57] : [48, 64]
  if (!aside) return null
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
            <button key={action} type="button" className={`btn${solid.includes(action) ? ' solid' : ''}`} onClick={commands[action]}>
              {action === 'fix' && <Glyph name="flag" />}
              {translate(`action.${action}`, aside.names)}
              {action === 'next-scenario' && <Glyph name="right" />}
            </button>
          ))}
        </div>
      )}
    </aside>
  )
}
