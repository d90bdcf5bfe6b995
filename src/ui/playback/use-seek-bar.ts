import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { segmentIndexAt, segmentName } from '../../present'
import { usePlayback, useStores, useTranslate, useWorkspace } from '../AppStores'

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** The playhead's place as the slider tells it: exactly where it rests, ten times a second while it moves. */
const useToldPlace = () => usePlayback(({ t, playing }) => (playing ? Math.floor(t / 100) * 100 : t))

/** Where the playhead is, in words: what the slider says of itself. */
function usePositionText(t: number): string {
  const translate = useTranslate()
  const timeline = useWorkspace((state) => state.timeline)
  const index = segmentIndexAt(timeline, t)
  const segment = timeline.segments[index]
  const total = seconds(timeline.end)
  if (!segment) return translate('playback.value-idle', { total })
  const name = segmentName(segment, timeline, translate)
  const steps = timeline.segments.filter((candidate) => candidate.reached).length
  return translate('playback.value', { step: index + 1, steps, name, at: seconds(t), total })
}

type SeekBar = HTMLAttributes<HTMLDivElement> & { readonly ref: RefObject<HTMLDivElement | null> }

/** What makes an element the slider of the playhead: drag or click anywhere on it; arrows go step by step. `timeAt`: the time at a share of its width. */
export function useSeekBar(end: number, timeAt: (share: number) => number): SeekBar {
  const { playback } = useStores()
  const translate = useTranslate()
  const t = useToldPlace()
  const text = usePositionText(t)
  const ref = useRef<HTMLDivElement>(null)
  const seekTo = (event: PointerEvent) => {
    const rect = ref.current?.getBoundingClientRect()
    if (rect && rect.width > 0) playback.getState().seek(timeAt((event.clientX - rect.left) / rect.width))
  }
  const { stepForward, stepBack, seek, toStart, toEnd } = playback.getState()
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: stepForward,
    ArrowUp: stepForward,
    ArrowLeft: stepBack,
    ArrowDown: stepBack,
    PageUp: () => seek(playback.getState().t + 1000),
    PageDown: () => seek(playback.getState().t - 1000),
    Home: toStart,
    End: toEnd,
  }
  return {
    ref,
    role: 'slider',
    tabIndex: 0,
    'aria-label': translate('playback.position'),
    'aria-valuemin': 0,
    'aria-valuemax': Math.round(end),
    'aria-valuenow': Math.round(t),
    'aria-valuetext': text,
    onKeyDown: (event: KeyboardEvent) => {
      const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      const command = plain ? keys[event.key] : undefined
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      command()
    },
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      seekTo(event)
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event)
    },
  }
}
