import type { CSSProperties } from 'react'
import { useDirectDraw } from '../use-direct-draw'
import { shareOf } from './bar-position'

interface FillProps {
  /** The stretch of time that it stands for, in ms. */
  readonly start: number
  readonly end: number
  /** False: the run never came here, and it stays empty. */
  readonly reached?: boolean
  readonly style?: CSSProperties
}

/** How far a stretch of the bar has come: it grows by its transform alone, and only while its own stretch plays. */
export function Fill({ start, end, reached = true, style }: FillProps) {
  let drawn = -1
  const ref = useDirectDraw<HTMLElement>((bar, t) => {
    const share = reached ? shareOf({ start, end }, t) : 0
    if (share === drawn) return
    drawn = share
    bar.style.transform = `scaleX(${share})`
  })
  return <b className="fill" style={style} ref={ref} />
}
