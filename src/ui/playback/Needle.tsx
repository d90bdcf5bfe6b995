import { useCallback } from 'react'
import { useStores } from '../AppStores'
import { useDirectDraw } from '../use-direct-draw'

/**
 * Where the playhead is in its bar. It moves by its transform alone: such a frame lays out and paints nothing.
 * @param placeAt The place at a time, 0 to 1 of the bar.
 */
export function Needle({ placeAt }: { placeAt: (t: number) => number }) {
  const { playback } = useStores()
  const draw = useCallback(
    (needle: HTMLElement) => {
      needle.style.transform = `translateX(round(${(placeAt(playback.getState().t) * 100).toFixed(3)}cqw, 1px))`
    },
    [placeAt, playback],
  )
  return <span className="needle" ref={useDirectDraw<HTMLSpanElement>(playback.subscribe, draw)} />
}
