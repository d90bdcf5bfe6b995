import { Handle, Position } from '@xyflow/react'

/** The two ends that React Flow wants of every node; the geometry, not the handles, says where lines run. */
export function Anchors() {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
}
