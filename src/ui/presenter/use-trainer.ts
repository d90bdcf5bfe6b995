import { useCallback, useEffect, useRef } from 'react'
import type { AppStores } from '../../state'
import { useStores } from '../AppStores'
import type { PresentCommand } from './present-command'
import { type Presented, readToPresenter, type ToTrainer } from './trainer-messages'
import { channelName, trainerWindowPrefix } from './trainer-window'

/** A name that no other presentation in this browser has. */
const presentation = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')

const size = 'popup,width=1280,height=760'

function presentedOf({ workspace, playback, preferences }: AppStores, blank: boolean, since: number): Presented {
  const { documents, start, scenario, title } = workspace.getState()
  const { t, playing, speed, started } = playback.getState()
  return {
    documents,
    start,
    scenarioId: scenario?.id,
    title,
    t,
    playing,
    speed,
    started,
    language: preferences.getState().language,
    theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
    blank,
    elapsed: performance.now() - since,
    width: innerWidth,
    height: innerHeight,
  }
}

interface TrainerLink {
  /** Opens the window or brings it to the front; false if the browser does not let it open. */
  readonly open: () => boolean
  readonly restartTimer: () => void
}

/** Keeps the trainer's window in step: tells it what changed, and does what it asks. While playing, it plays by itself. */
export function useTrainer(blank: boolean, onCommand: (command: PresentCommand) => void): TrainerLink {
  const stores = useStores()
  const since = useRef(performance.now())
  const opened = useRef<Window | null>(null)
  const blanked = useRef(blank)
  const tell = useRef(() => {})
  useEffect(() => {
    const channel = new BroadcastChannel(channelName(presentation))
    const say = (message: ToTrainer) => channel.postMessage(message)
    const state = () => say({ kind: 'presented', presented: presentedOf(stores, blanked.current, since.current) })
    const over = () => say({ kind: 'over' })
    tell.current = state
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const message = readToPresenter(event.data)
      if (message?.kind === 'hello') state()
      else if (message?.kind === 'command') onCommand(message.command)
    }
    const stops = [
      stores.workspace.subscribe(state),
      stores.playback.subscribe((now, before) => {
        // What plays moves on alone in both windows.
        if (!now.playing || !before.playing || now.speed !== before.speed || now.t < before.t) state()
      }),
      stores.preferences.subscribe(() => setTimeout(state)),
    ]
    addEventListener('resize', state)
    addEventListener('pagehide', over)
    state()
    return () => {
      for (const stop of stops) stop()
      removeEventListener('resize', state)
      removeEventListener('pagehide', over)
      over()
      channel.close()
    }
  }, [stores, onCommand])
  useEffect(() => {
    blanked.current = blank
    tell.current()
  }, [blank])
  const open = useCallback(() => {
    if (opened.current && !opened.current.closed) {
      opened.current.focus()
      return true
    }
    // The same page; its name tells it what it is for. The fragment carries nothing, so the window opens no scenario of its own.
    opened.current = window.open(`${location.pathname}${location.search}`, `${trainerWindowPrefix}${presentation}`, size)
    return opened.current !== null
  }, [])
  const restartTimer = useCallback(() => {
    since.current = performance.now()
    tell.current()
  }, [])
  return { open, restartTimer }
}
