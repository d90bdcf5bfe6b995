import { unwrapPolicyText } from '../../iam'
import type { AppStores } from '../../state'
import type { Evidence } from '../editor/use-evidence'

export type Mending = 'unwrap' | 'nearest-call' | 'repair'

/**
 * Mends the text that cannot be used: takes the policy out of what is wrapped around it, puts the nearest call in place of an unknown one, or
 * makes it JSON by the one small change that would do.
 */
export function mendText({ workspace }: AppStores, by: Mending, evidence: Evidence | undefined): void {
  const { playable, documents, edit } = workspace.getState()
  if (playable.kind !== 'invalid') return
  const { documentId, problems } = playable
  const text = documents[documentId] ?? ''
  const nearestCall = () => {
    const found = problems.find(({ code }) => code === 'unknown-call')
    const meant = found?.facts.suggestion
    return found && meant !== undefined ? text.slice(0, found.span.start) + JSON.stringify(meant) + text.slice(found.span.end) : undefined
  }
  const ways: Record<Mending, () => string | undefined> = {
    unwrap: () => unwrapPolicyText(text),
    'nearest-call': nearestCall,
    repair: () => evidence?.repairJson(text)?.text,
  }
  const next = ways[by]()
  if (next === undefined) return
  edit(documentId, next)
  workspace.setState({ revision: workspace.getState().revision + 1 })
}
