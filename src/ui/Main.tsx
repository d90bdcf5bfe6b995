import type { ReactNode } from 'react'
import { stepName } from '../present'
import { usePlayback, useWorkspace } from './AppStores'

/** What the page shows to programs: the outcome of the documents as they stand, and where the playhead is. */
export function useMainData() {
  const playable = useWorkspace((state) => state.playable)
  const timeline = useWorkspace((state) => state.timeline)
  const step = usePlayback((state) => stepName(timeline, state.t))
  const playing = usePlayback((state) => state.playing)
  const trace = playable.kind === 'ready' ? playable.trace : undefined
  return {
    'data-outcome': playable.kind === 'ready' ? trace?.outcome : playable.kind,
    'data-stopped-at': trace?.stoppedAt ?? '',
    'data-step': step,
    'data-playing': playing,
  }
}

/** The page's main part. It alone follows the step: what stands in it is not drawn anew for that. */
export function Main({ children }: { children: ReactNode }) {
  return <main {...useMainData()}>{children}</main>
}
