import { useEffect, useMemo, useRef, useState } from 'react'
import {
  buildGraphFrame,
  buildScene,
  type ComparedHalf,
  endOf,
  type GraphFrame,
  passedFrame,
  passedScene,
  takenFrame,
  takenScene,
} from '../../present'
import { usePlayback, usePreferences, useStores, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import { type StageModel, StageModelContext } from '../stage/StageModel'
import { stationEntries } from '../stage/stations-in-words'
import { HalfGraph } from './HalfGraph'
import { fitsCallGap, halfGeometry, halfHeight, type Side } from './half-geometry'

interface HalfProps {
  readonly side: Side
  readonly half: ComparedHalf
  /** The half's own time for a position of the playhead. */
  readonly timeAt: (t: number) => number
  readonly scale: number
}

/** As wide as a packet's glyph and edges: what stands beside its name. */
const packetFrame = '······'

/** What the nodes draw from: the half's scene, its geometry, and its frame at the playhead. */
function useHalfModel({ side, half, timeAt, scale }: HalfProps, width: number): StageModel {
  const { timeline } = half
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const { playback } = useStores()
  return useMemo<StageModel>(() => {
    const whole = buildScene(timeline, translate)
    const scene = side === 'take' ? takenScene(whole) : passedScene(whole, (text) => fitsCallGap(text, width, scale))
    const frameAt = buildGraphFrame(timeline, whole, translate, { reduced })
    const room = fitsCallGap(`${packetFrame}${scene.packets.call?.text ?? ''}`, width, scale)
    let last: { readonly t: number; readonly frame: GraphFrame } | undefined
    return {
      scene,
      geometry: halfGeometry(width, scale, scene, side),
      frame: () => {
        const t = timeAt(playback.getState().t)
        if (last?.t !== t) last = { t, frame: side === 'take' ? takenFrame(frameAt(t)) : passedFrame(frameAt(t), room) }
        return last.frame
      },
    }
  }, [side, timeline, timeAt, width, scale, translate, reduced, playback])
}

/** How the half ended, once the needle is there. */
function EndStamp({ half, timeAt }: Pick<HalfProps, 'half' | 'timeAt'>) {
  const translate = useTranslate()
  const over = usePlayback((state) => state.t > 0 && timeAt(state.t) >= half.timeline.end)
  if (!over) return null
  const end = endOf(half.timeline.playable)
  if (end === 'unreadable') return <span className="stamp none">? {translate('compare.unreadable')}</span>
  const runs = end === 'runs'
  return (
    <span className={`stamp ${runs ? 'allow' : 'deny'}`}>
      <Glyph name={runs ? 'check' : 'x'} />
      {translate(runs ? 'compare.runs' : 'compare.denied')}
    </span>
  )
}

const command = { pass: 'iam:PassRole', take: 'aws sts assume-role' } as const

/** One half: its name, its picture, and the same path in words. */
export function Half(props: HalfProps) {
  const { side, half, scale } = props
  const translate = useTranslate()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(() => Math.round((document.documentElement.clientWidth - 48) / 2) - 38)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const model = useHalfModel(props, width)
  const { playable, trace } = half.timeline
  const words = useMemo(() => stationEntries(half.timeline, model.scene, translate), [half.timeline, model.scene, translate])
  const outcome = playable.kind === 'ready' ? trace?.outcome : playable.kind
  const title = translate(`compare.${side}`)
  return (
    <section className="lane" aria-label={title} data-half={side} data-half-outcome={outcome} data-half-stopped-at={trace?.stoppedAt ?? ''}>
      <h2>
        {title} <code>{command[side]}</code>
        <EndStamp {...props} />
      </h2>
      <div ref={box} className="stage" style={{ height: halfHeight(scale, model.scene.gates.iam.roles.length), fontSize: 14 * scale }}>
        <StageModelContext value={model}>
          <HalfGraph side={side} />
        </StageModelContext>
      </div>
      <ol className="sr">
        {words.map((entry) => (
          <li key={`${entry.station}${entry.text}`}>{entry.text}</li>
        ))}
      </ol>
    </section>
  )
}
