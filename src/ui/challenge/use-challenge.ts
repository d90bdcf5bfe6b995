import { useStore } from 'zustand'
import type { Narration } from '../../present'
import type { ActiveChallenge, AppStores } from '../../state'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'
import { useNarration } from '../narration/use-narration'
import { useLayout } from '../use-viewport'

export type ChallengeParts = typeof import('./parts')

/** Here whenever something is being solved. */
let parts: ChallengeParts | undefined

/** Starts solving the lesson that is open; `resumed`: only if it was being solved when the page was left. */
export async function solve(stores: AppStores, resumed = false): Promise<void> {
  parts = await import('./parts')
  await parts.begin(stores, resumed)
}

/** What is being solved, and what shows it; undefined: nothing is. */
export function useChallenge(): { readonly active: ActiveChallenge; readonly parts: ChallengeParts } | undefined {
  const active = useStore(useStores().challenge, (state) => state.active)
  return active && parts && { active, parts }
}

/** What the page says now: of the challenge, where one is being solved, at the start and at the end of its run. */
export function usePageNarration(): Narration {
  const narration = useNarration()
  const challenge = useChallenge()
  const translate = useTranslate()
  const layout = useLayout()
  const pinned = useStore(useStores().challenge, (state) => state.pinned)
  const playable = useWorkspace((state) => state.playable)
  const end = useWorkspace((state) => state.timeline.end)
  const resting = usePlayback(({ t }) => t <= 0 || t >= end)
  const { workspace } = useStores()
  if (!challenge || !resting || playable.kind !== 'ready') return narration
  const narrow = layout === 'phone' || layout === 'tablet'
  return challenge.parts.challengeNarration(narration, challenge.active, workspace.getState(), translate, narrow, pinned === true)
}
