import type { Scene } from '../../present'
import type { Geometry, Rect } from '../stage/geometry'
import { padding } from '../stage/plan'

/** px between the hint and what stands beside it. */
const gap = 8
const least = 108
const most = 220
const inset = 11

/** The text's size in px at a scale of the stage. */
export const hintFont = (scale: number): number => 12 * Math.max(1, scale)

/** How high a hint is: its title, and as many lines as its text takes at this width. `ems`: the text's length. */
function heightOf(ems: number, width: number, font: number): number {
  // Words do not break: a line is not used to its end.
  const lines = Math.ceil((ems * font * 1.18) / (width - 2 * inset - 2))
  return 2 * 9 + font * 1.45 * (lines + 1) + 4
}

/**
 * Where a hint stands beside the gate that it talks about: in the gutter between the gates, else at the gate's other side. Undefined where
 * it would cover something: then it is said elsewhere.
 */
export function hintPlace(geometry: Geometry, scene: Scene, gate: 'iam' | 'sts', ems: number): Rect | undefined {
  const { gates, scale, width, height, hidden } = geometry
  const { iam, sts } = gates
  const font = hintFont(scale)
  const top = iam.y + 8 * scale
  const room = height - top - 4
  const between =
    scene.output || scene.join
      ? undefined
      : { from: iam.x + iam.width + gap, to: sts.x - gap - (scene.foreignAccount === undefined ? 0 : 10) }
  const legendEnd = hidden.includes('legend') || scene.deputy ? padding : padding + 178 * scale
  const left = scene.instanceProfile || scene.deputy ? undefined : { from: legendEnd + gap, to: iam.x - gap }
  const right = scene.chain ? undefined : { from: sts.x + sts.width + gap, to: width - padding }
  for (const side of gate === 'iam' ? [between, left] : [right, between]) {
    if (!side) continue
    const w = Math.min(most * Math.max(1, scale), side.to - side.from)
    if (w < least) continue
    const h = heightOf(ems, w, font)
    if (h > room) continue
    // Next to its gate: at the near end of the room.
    const near = side === right || (side === between && gate === 'iam') ? side.from : side.to - w
    return { x: near, y: top, width: w, height: h }
  }
  return undefined
}
