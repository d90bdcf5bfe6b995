import { createStore, type StoreApi } from 'zustand/vanilla'
import { segmentIndexAt, settledAfter, settledBefore, stationTime, type Timeline } from '../present'
import type { PlaybackState, WorkspaceState } from './stores'

/** Where the playhead goes when the run changes under it: the same step, or the new stop if that is earlier. */
export function keepPlace(before: Timeline, after: Timeline, t: number): number {
  if (t <= 0) return 0
  const index = segmentIndexAt(before, t)
  const segment = before.segments[index]
  if (!segment) return 0
  const same = after.segments.find((candidate) => candidate.id === segment.id && candidate.reached)
  if (!same) return after.end
  const share = segment.end > segment.start ? (t - segment.start) / (segment.end - segment.start) : 1
  const atEnd = t >= before.end
  return atEnd ? after.end : Math.min(after.end, same.start + share * (same.end - same.start))
}

/** Position, speed and whether it plays. Editing pauses; opening something else starts over. */
export function createPlaybackStore(workspace: StoreApi<WorkspaceState>): StoreApi<PlaybackState> {
  const timeline = () => workspace.getState().timeline
  const store = createStore<PlaybackState>()((set, get) => {
    const goTo = (t: number) => set({ t: Math.max(0, Math.min(timeline().end, Number.isNaN(t) ? 0 : t)), playing: false, started: true })
    return {
      t: 0,
      before: 0,
      playing: false,
      speed: 1,
      started: false,
      play: () => {
        const t = get().t >= timeline().end ? 0 : get().t
        set({ playing: true, started: true, t, before: t })
      },
      pause: () => set({ playing: false }),
      toggle: () => (get().playing ? get().pause() : get().play()),
      seek: goTo,
      stepForward: () => goTo(settledAfter(timeline(), get().t)),
      stepBack: () => goTo(settledBefore(timeline(), get().t)),
      toStart: () => goTo(0),
      toEnd: () => goTo(timeline().end),
      toStation: (station) => {
        const time = stationTime(timeline(), station, get().t)
        if (time !== undefined) goTo(time)
      },
      setSpeed: (speed) => set({ speed }),
      advance: (elapsed) => {
        const { playing, t, speed } = get()
        if (!playing) return
        const next = Math.min(timeline().end, t + elapsed * speed)
        set({ t: next, before: t, playing: next < timeline().end })
      },
    }
  })
  workspace.subscribe((state, before) => {
    if (state.timeline === before.timeline) return
    if (state.start !== before.start || state.scenario !== before.scenario) store.setState({ t: 0, playing: false, started: false })
    else {
      const { playing } = store.getState()
      const t = keepPlace(before.timeline, state.timeline, store.getState().t)
      // The same texts, judged with what has been fetched meanwhile: nothing to stop for.
      store.setState({ t, before: t, playing: playing && state.documents === before.documents })
    }
  })
  return store
}
