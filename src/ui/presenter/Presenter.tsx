import { useCallback, useEffect, useRef, useState } from 'react'
import type { ScenarioId } from '../../scenarios'
import { usePlayback, useStores, useTranslate } from '../AppStores'
import { GlyphSprite } from '../icons/GlyphSprite'
import { LateGlyphs } from '../icons/LateGlyphs'
import { useMainData } from '../Main'
import { SpokenNarration } from '../narration/SpokenNarration'
import { useNarration } from '../narration/use-narration'
import { usePlayer } from '../playback/use-player'
import { Controls } from './Controls'
import { PresenterView } from './PresenterView'
import type { PresentCommand } from './present-command'
import { useFullScreen } from './use-full-screen'
import { useMoves } from './use-moves'
import { usePointer } from './use-pointer'
import { usePresentKeys } from './use-present-keys'
import { useTrainer } from './use-trainer'
import { useWindowSize } from './use-window-size'

interface PresenterProps {
  readonly onScenario: (id: ScenarioId) => Promise<void>
  readonly onLeave: () => void
}

/** The presentation: the whole screen, moved by keys, by a clicker or from the trainer's window. It has the state; the trainer only asks. */
export function Presenter({ onScenario, onLeave }: PresenterProps) {
  usePlayer()
  const data = useMainData()
  const translate = useTranslate()
  const { complete } = useStores()
  const playing = usePlayback((state) => state.playing)
  const narration = useNarration()
  const size = useWindowSize()
  const pointer = usePointer()
  const root = useRef<HTMLElement>(null)
  const [blank, setBlank] = useState(false)
  const isBlank = useRef(false)
  const [blocked, setBlocked] = useState(false)
  const leave = useRef(onLeave)
  leave.current = onLeave
  const end = useCallback(() => leave.current(), [])
  const screen = useFullScreen(end)
  const move = useMoves(onScenario)
  useEffect(() => {
    root.current?.focus()
    void complete()
  }, [complete])
  const toggleBlank = useCallback(() => {
    isBlank.current = !isBlank.current
    setBlank(isBlank.current)
  }, [])
  const link = useRef<ReturnType<typeof useTrainer> | undefined>(undefined)
  // The trainer prepares behind a blank screen; before the room, the first key only shows it again.
  const fromTrainer = useCallback(
    (command: PresentCommand) => {
      if (command.kind === 'blank') toggleBlank()
      else if (command.kind === 'restart-timer') link.current?.restartTimer()
      else if (command.kind !== 'trainer' && command.kind !== 'full-screen' && command.kind !== 'leave') move(command)
    },
    [move, toggleBlank],
  )
  link.current = useTrainer(blank, fromTrainer)
  const run = useCallback(
    (command: PresentCommand) => {
      switch (command.kind) {
        case 'leave':
          return end()
        case 'full-screen':
          return screen.toggle()
        case 'trainer':
          screen.expectExit()
          return setBlocked(link.current?.open() === false)
        default:
          if (isBlank.current) toggleBlank()
          else fromTrainer(command)
      }
    },
    [end, screen, fromTrainer, toggleBlank],
  )
  usePresentKeys(run)
  return (
    <main
      {...data}
      ref={root}
      className={`presenting${pointer ? '' : ' no-pointer'}`}
      aria-label={translate('presenter.name')}
      data-blank={blank}
      tabIndex={-1}
    >
      <GlyphSprite />
      <LateGlyphs />
      <div inert={blank}>
        <PresenterView size={size} />
        <Controls playing={playing} onCommand={run} />
        <SpokenNarration narration={narration} />
      </div>
      <p className="blocked" role="status">
        {blocked ? translate('presenter.blocked') : ''}
      </p>
      <p className={blank ? 'blank' : 'sr'} role="status">
        {blank && <span className="sr">{translate('presenter.blanked')}</span>}
      </p>
    </main>
  )
}
