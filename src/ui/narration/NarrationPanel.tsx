import { useEffect, useState } from 'react'
import { unwrapPolicyText } from '../../iam'
import type { AsideAction, Narration } from '../../present'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import { emsOf } from '../text-width'
import { Guesses } from './Guesses'
import { LiveRegion } from './LiveRegion'
import { useNarration } from './use-narration'
import './narration.css'

function Seal({ seal, onPlay }: { seal: Narration['seal']; onPlay: () => void }) {
  const translate = useTranslate()
  const started = usePlayback((state) => state.started)
  switch (seal.kind) {
    case 'play':
      return (
        <button type="button" className={`playbig${started ? '' : ' first'}`} aria-label={translate('action.play')} onClick={onPlay}>
          <Glyph name="play" />
        </button>
      )
    case 'allow':
      return (
        <div className="seal allow">
          <Glyph name="check" />
        </div>
      )
    case 'deny':
      return (
        <div className="seal deny">
          <Glyph name="x" />
        </div>
      )
    case 'unreadable':
      return <div className="seal">?</div>
    case 'station':
      return <div className={`seal ${seal.speaker ?? ''}`}>{seal.text}</div>
  }
}

const solid: readonly AsideAction[] = ['fix', 'next-scenario', 'unwrap', 'nearest-call']

/** The sentence of the moment, the reason, and the next move. Its height never changes. */
export function NarrationPanel({ onNextScenario }: { onNextScenario: () => void }) {
  const narration = useNarration()
  const translate = useTranslate()
  const { playback, workspace } = useStores()
  const scenario = useWorkspace((state) => state.scenario)
  const [hint, setHint] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scenario starts with its first hint.
  useEffect(() => setHint(0), [scenario])
  const play = () => playback.getState().play()
  const replaceText = (unwrap: boolean) => {
    const { playable, documents, edit } = workspace.getState()
    if (playable.kind !== 'invalid') return
    const text = documents[playable.documentId] ?? ''
    const suggestion = playable.problems.find((problem) => problem.code === 'unknown-call')
    const next = unwrap
      ? unwrapPolicyText(text)
      : suggestion?.facts.suggestion === undefined
        ? undefined
        : text.slice(0, suggestion.span.start) + JSON.stringify(suggestion.facts.suggestion) + text.slice(suggestion.span.end)
    if (next === undefined) return
    edit(playable.documentId, next)
    workspace.setState({ revision: workspace.getState().revision + 1 })
  }
  const commands: Readonly<Record<AsideAction, () => void>> = {
    play,
    fix: () => workspace.getState().applySolution(),
    hint: () => setHint((count) => Math.min(count + 1, scenario?.hints.length ?? 0)),
    'next-scenario': onNextScenario,
    unwrap: () => replaceText(true),
    reset: () => workspace.getState().resetAll(),
    'nearest-call': () => replaceText(false),
  }
  const { aside } = narration
  const shownHint = hint > 0 && aside?.actions.includes('hint') ? scenario?.hints[hint - 1] : undefined
  const asideText = shownHint ? shownHint[translate.language] : (aside?.text.map((segment) => segment.text).join('') ?? '')
  // Two lines of the aside at its widest, and at its narrowest, in em: what is longer needs the room beside its title.
  const asideLength = emsOf(asideText)
  const [long, longest] = translate.language === 'ja' ? [42, 57] : [48, 64]
  return (
    <section className="nar" aria-label={translate('narration.name')}>
      <div className="main n">
        <Seal seal={narration.seal} onPlay={play} />
        <div>
          <h1>
            <RichText of={narration.headline} />
          </h1>
          {scenario && narration.guesses.length > 0 ? (
            <Guesses offered={narration.guesses} scenarioId={scenario.id} />
          ) : (
            <p>
              <RichText of={narration.body} />
            </p>
          )}
        </div>
      </div>
      {aside && (
        <aside className={`aside n${asideLength > longest ? ' longest' : asideLength > long ? ' long' : ''}`}>
          <b>{shownHint ? translate('hint.title', { number: hint, count: scenario?.hints.length ?? 0 }) : aside.title}</b>
          <span className="aside-text">{shownHint ? shownHint[translate.language] : <RichText of={aside.text} />}</span>
          {aside.actions.length > 0 && (
            <div className="acts">
              {aside.actions.map((action) => (
                <button key={action} type="button" className={`btn${solid.includes(action) ? ' solid' : ''}`} onClick={commands[action]}>
                  {action === 'fix' && <Glyph name="flag" />}
                  {translate(`action.${action}`)}
                  {action === 'next-scenario' && <Glyph name="right" />}
                </button>
              ))}
            </div>
          )}
        </aside>
      )}
      <LiveRegion text={narration.announce} />
    </section>
  )
}
