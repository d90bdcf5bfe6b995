import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Narration } from '../../present'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { usePageNarration } from '../challenge/use-challenge'
import { useEvidence } from '../editor/use-evidence'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import { Aside } from './Aside'
import { Guesses } from './Guesses'
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
    case 'flag':
      return (
        <div className="seal">
          <Glyph name="flag" />
        </div>
      )
    case 'unreadable':
      return <div className="seal">?</div>
    case 'station':
      return <div className={`seal ${seal.speaker ?? ''}`}>{seal.text}</div>
  }
}

/** A headline of two lines over two lines of text is set smaller, so that nothing of them is cut. */
function useFit(section: RefObject<HTMLElement | null>, headline: Narration['headline']): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another headline may take another number of lines.
  useLayoutEffect(() => {
    const element = section.current
    const told = element?.querySelector('.main')
    if (!element || !told) return
    const fit = () => {
      if (told.getBoundingClientRect().bottom > element.getBoundingClientRect().bottom) element.classList.add('two')
    }
    // Asked after the layout that comes anyway: nothing is laid out twice for it.
    const sized = new ResizeObserver(fit)
    const refit = () => {
      element.classList.remove('two')
      sized.disconnect()
      sized.observe(told)
    }
    refit()
    addEventListener('resize', refit)
    return () => {
      sized.disconnect()
      removeEventListener('resize', refit)
    }
  }, [section, headline])
}

/** The sentence of the moment, the reason, and the next move, unless that stands elsewhere (`withAside`). Its height never changes. */
export function NarrationPanel({ onNextScenario, withAside = true }: { onNextScenario: () => void; withAside?: boolean }) {
  const narration = usePageNarration()
  const evidence = useEvidence()
  const translate = useTranslate()
  const { playback } = useStores()
  const scenario = useWorkspace((state) => state.scenario)
  const play = () => playback.getState().play()
  const section = useRef<HTMLElement>(null)
  useFit(section, narration.headline)
  return (
    <section ref={section} className="nar" aria-label={translate('narration.name')}>
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
      {withAside && <Aside narration={narration} onNextScenario={onNextScenario} />}
      {evidence && <evidence.SpokenNarration narration={narration} />}
    </section>
  )
}
