import { useDirectDraw } from '../use-direct-draw'

/**
 * Where the playhead is in its bar. It moves by its transform alone: such a frame lays out and paints nothing.
 * @param placeAt The place at a time, 0 to 1 of the bar.
 */
export function Needle({ placeAt }: { placeAt: (t: number) => number }) {
  const ref = useDirectDraw<HTMLSpanElement>((needle, t) => {
    needle.style.transform = `translateX(round(${placeAt(t) * 100}cqw, 1px))`
  })
  return <span className="needle" ref={ref} />
}
