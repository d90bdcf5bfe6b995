import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useEvidence } from '../editor/use-evidence'

/** A node that no run shows at its start: what is in it comes with the editors. */
export const LateNode = memo(function LateNode({ id }: NodeProps) {
  const evidence = useEvidence()
  return <>{evidence && <evidence.DirectPart id={id} />}</>
})
