import { loadRunDocuments } from '../../simulate'
import { type AppStores, type ChallengeMoves, startChallenge } from '../../state'

let now: ChallengeMoves | undefined

/** What can be done in the challenge that is open. */
export const moves = (): ChallengeMoves | undefined => now

/** Starts solving the lesson that is open, at the end of its run. */
export async function begin(stores: AppStores, resumed: boolean): Promise<void> {
  const [run] = await Promise.all([loadRunDocuments(), stores.complete()])
  stores.challenge.getState().active && now?.leave()
  const idle = (task: () => void) => {
    if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 300 })
    else setTimeout(task, 50)
  }
  now = startChallenge(stores, { run, clock: () => performance.now(), idle }, resumed)
  if (now) stores.playback.getState().toEnd()
}

addEventListener('pagehide', () => now?.keep())
