import { loadRunDocuments } from '../../simulate'
import { type AppStores, type ChallengeMoves, startChallenge } from '../../state'
import { proposedHunks } from './proposed-hunks'

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
  stopGuiding?.()
  stopGuiding = guide(stores)
  now = startChallenge(stores, { run, clock: () => performance.now(), idle }, resumed)
  if (now) stores.playback.getState().toEnd()
}

let stopGuiding: (() => void) | undefined

/** Opens the document of the change that is looked at, wherever it is hidden. */
function guide({ challenge, workspace }: AppStores): () => void {
  return challenge.subscribe(({ active }, before) => {
    const proposal = active?.proposal
    if (!proposal || proposal === before.active?.proposal) return
    const hunk = proposedHunks(proposal, workspace.getState().documents)[proposal.current]
    if (hunk) workspace.getState().openPlace({ documentId: hunk.documentId, level: undefined, at: undefined })
  })
}

/** Puts the proposal away, and the focus to where it was asked for. */
export function rejectProposal(): void {
  now?.reject()
  requestAnimationFrame(() => {
    const asked = document.querySelectorAll<HTMLElement>('[data-action=hint], [data-action=narrow], [data-action=answer]')
    ;[...asked].find((button) => button.offsetParent !== null)?.focus()
  })
}

addEventListener('pagehide', () => now?.keep())
