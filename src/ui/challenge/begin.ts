import { type DocumentId, loadRunDocuments } from '../../simulate'
import { type ActiveChallenge, type AppStores, type ChallengeMoves, startChallenge } from '../../state'
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

/** Where the proposal was asked for: a phone has two such buttons. */
let asked: Element | null = null

let stopGuiding: (() => void) | undefined

/** Opens the document of the change that is looked at, or of what is wider than needed, wherever it is hidden. */
function guide({ challenge, workspace }: AppStores): () => void {
  const open = (documentId: DocumentId | undefined) => {
    if (documentId) workspace.getState().openPlace({ documentId, level: undefined, at: undefined })
  }
  const wideIn = (active: ActiveChallenge | undefined) => (active?.judged.solved ? active.judged.wides[0]?.documentId : undefined)
  return challenge.subscribe(({ active }, { active: before }) => {
    const proposal = active?.proposal
    if (proposal && !before?.proposal) asked = document.activeElement
    if (proposal && proposal !== before?.proposal)
      open(proposedHunks(proposal, workspace.getState().documents)[proposal.current]?.documentId)
    else if (wideIn(active) !== wideIn(before)) open(wideIn(active))
  })
}

/** Puts the proposal away, and the focus to where it was asked for. */
export function rejectProposal(): void {
  now?.reject()
  requestAnimationFrame(() => {
    const asking = [...document.querySelectorAll<HTMLElement>('[data-action=hint], [data-action=narrow], [data-action=answer]')]
    const button = asking.find((candidate) => candidate === asked) ?? asking.find(({ offsetParent }) => offsetParent !== null)
    button?.focus()
  })
}

addEventListener('pagehide', () => now?.keep())
