import { useCallback, useEffect, useRef, useState } from 'react'
import { isScenarioId, loadScenario } from '../../scenarios'
import { type AppStores, sameTexts } from '../../state'
import { useStores } from '../AppStores'
import type { PresentCommand } from './present-command'
import { type Presented, readToTrainer, type ToPresenter } from './trainer-messages'
import { channelName } from './trainer-window'

/** Makes the stores of this window show what is presented. */
async function follow(stores: AppStores, presented: Presented): Promise<void> {
  const { workspace, playback, preferences } = stores
  if (preferences.getState().language !== presented.language) await preferences.getState().setLanguage(presented.language)
  const { documents, start, scenarioId, title, t, playing, speed, started } = presented
  const shown = workspace.getState()
  const same = sameTexts(shown.documents, documents) && sameTexts(shown.start, start) && shown.scenario?.id === scenarioId
  if (!same) {
    const scenario = scenarioId !== undefined && isScenarioId(scenarioId) ? await loadScenario(scenarioId) : undefined
    workspace.getState().bringBack({ documents, start, scenario, title })
  }
  const reached = Math.min(t, workspace.getState().timeline.end)
  playback.setState({ t: reached, before: reached, playing, speed, started })
}

/** What is presented, as last told; undefined before the first word and once it is over. */
export type Presence =
  | { readonly kind: 'waiting' | 'over' }
  /** `received`: when it was told, on this window's clock, in ms. */
  | { readonly kind: 'presented'; readonly presented: Presented; readonly received: number }

/** Follows a presentation, and asks things of it. */
export function usePresented(presentation: string): { readonly presence: Presence; readonly ask: (command: PresentCommand) => void } {
  const stores = useStores()
  const [presence, setPresence] = useState<Presence>({ kind: 'waiting' })
  const say = useRef<(message: ToPresenter) => void>(() => {})
  useEffect(() => {
    const channel = new BroadcastChannel(channelName(presentation))
    say.current = (message) => channel.postMessage(message)
    // One after the other: a scenario that has to be fetched does not come to stand over a later one.
    let last = Promise.resolve()
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const message = readToTrainer(event.data)
      if (message?.kind === 'over') {
        stores.playback.getState().pause()
        setPresence({ kind: 'over' })
      } else if (message) {
        const received = performance.now()
        const { presented } = message
        last = last.then(() => follow(stores, presented)).then(() => setPresence({ kind: 'presented', presented, received }))
      }
    }
    const hello = () => {
      if (!document.hidden) say.current({ kind: 'hello' })
    }
    hello()
    // A window that was hidden did not play.
    document.addEventListener('visibilitychange', hello)
    return () => {
      document.removeEventListener('visibilitychange', hello)
      channel.close()
    }
  }, [stores, presentation])
  const ask = useCallback((command: PresentCommand) => say.current({ kind: 'command', command }), [])
  return { presence, ask }
}
