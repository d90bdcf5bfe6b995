import { unwrapPolicyText } from '../../iam'
import type { AppStores } from '../../state'

/** Mends the text that cannot be used: takes the policy out of what is wrapped around it, or puts the nearest call in place of an unknown one. */
export function mendText({ workspace }: AppStores, by: 'unwrap' | 'nearest-call'): void {
  const { playable, documents, edit } = workspace.getState()
  if (playable.kind !== 'invalid') return
  const text = documents[playable.documentId] ?? ''
  const suggestion = playable.problems.find((problem) => problem.code === 'unknown-call')
  const next =
    by === 'unwrap'
      ? unwrapPolicyText(text)
      : suggestion?.facts.suggestion === undefined
        ? undefined
        : text.slice(0, suggestion.span.start) + JSON.stringify(suggestion.facts.suggestion) + text.slice(suggestion.span.end)
  if (next === undefined) return
  edit(playable.documentId, next)
  workspace.setState({ revision: workspace.getState().revision + 1 })
}
