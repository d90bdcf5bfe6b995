import { type Node, type NodeHandle, Position } from '@xyflow/react'
import type { Rect } from './geometry'

/** The two ends that React Flow wants of every node; the geometry, not the handles, says where lines run. */
const handles: NodeHandle[] = [
  { type: 'target', position: Position.Left, x: 0, y: 0 },
  { type: 'source', position: Position.Right, x: 0, y: 0 },
]

/** A node where the geometry puts it. With its size and its ends given, React Flow has nothing to measure: lines are there at once, and stay. */
export const nodeAt = (
  id: string,
  type: string,
  rect: { readonly x: number; readonly y: number } & Partial<Rect>,
  zIndex: number,
): Node => ({
  id,
  type,
  data: {},
  position: { x: rect.x, y: rect.y },
  width: rect.width ?? 1,
  height: rect.height ?? 1,
  handles,
  zIndex,
})
