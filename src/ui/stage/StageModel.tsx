import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react'
import { buildGraphFrame, buildScene, type GraphFrame, type Scene } from '../../present'
import { usePlayback, usePreferences, useStores, useTranslate, useWorkspace } from '../AppStores'
import { sameShape } from '../same-shape'
import type { Geometry } from './geometry'

/** What the stage draws from: the scene, its geometry, and the frame at the playhead, computed once per position for all nodes. */
export interface StageModel {
  readonly scene: Scene
  readonly geometry: Geometry
  readonly frame: () => GraphFrame
}

/** Where the nodes and lines of a picture find what they draw; the comparison provides two of its own. */
export const StageModelContext = createContext<StageModel | undefined>(undefined)

/** `measure` says where a scene's parts stand; it has to stay the same for as long as the answer does. */
export function StageModelProvider({ measure, children }: { measure: (scene: Scene) => Geometry; children: ReactNode }) {
  const timeline = useWorkspace((state) => state.timeline)
  const translate = useTranslate()
  const reduced = usePreferences((state) => state.reducedMotion)
  const { playback } = useStores()
  const scene = useMemo(() => buildScene(timeline, translate), [timeline, translate])
  const geometry = useMemo(() => measure(scene), [measure, scene])
  const frameAt = useMemo(() => buildGraphFrame(timeline, scene, translate, { reduced }), [timeline, scene, translate, reduced])
  const model = useMemo<StageModel>(() => {
    let last: GraphFrame | undefined
    return {
      scene,
      geometry,
      frame: () => {
        const { t } = playback.getState()
        const clamped = Math.max(0, Math.min(timeline.end, t))
        if (!last || last.t !== clamped) last = frameAt(t)
        return last
      },
    }
  }, [timeline, scene, geometry, frameAt, playback])
  return <StageModelContext value={model}>{children}</StageModelContext>
}

export function useStageModel(): StageModel {
  const model = useContext(StageModelContext)
  if (!model) throw new Error('StageModelProvider is missing')
  return model
}

/** The part of the frame that a node draws. It renders only when that part looks different. */
export function useFrame<T>(select: (frame: GraphFrame) => T): T {
  const model = useStageModel()
  const kept = useRef<{ model: StageModel; value: T } | undefined>(undefined)
  const snapshot = useCallback(() => {
    const value = select(model.frame())
    const before = kept.current
    if (before && before.model === model && sameShape(before.value, value)) return before.value
    kept.current = { model, value }
    return value
  }, [model, select])
  return usePlayback(snapshot)
}
