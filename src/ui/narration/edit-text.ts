import { unwrapPolicyText } from '../../iam'
import type { AsideAction } from '../../present'
import type { AppStores } from '../../state'
import type { Evidence } from '../editor/use-evidence'

/** The aside's actions that write into a document. */
export type TextEdit = Extract<AsideAction, 'unwrap' | 'nearest-call' | 'repair' | 'remove-condition' | 'add-condition' | 'own-call'>

/**
 * The text that cannot be used, mended: the policy taken out of what is wrapped around it, the nearest call in place of an unknown one, or
 * JSON again by the one small change that would do.
 */
function mended({ workspace }: AppStores, by: TextEdit, evidence: Evidence | undefined) {
  const { playable, documents } = workspace.getState()
  if (playable.kind !== 'invalid') return undefined
  const { documentId, problems } = playable
  const text = documents[documentId] ?? ''
  const nearestCall = () => {
    const found = problems.find(({ code }) => code === 'unknown-call')
    const meant = found?.facts.suggestion
    return found && meant !== undefined ? text.slice(0, found.span.start) + JSON.stringify(meant) + text.slice(found.span.end) : undefined
  }
  const ways: Partial<Record<TextEdit, () => string | undefined>> = {
    unwrap: () => unwrapPolicyText(text),
    'nearest-call': nearestCall,
    repair: () => evidence?.repairJson(text)?.text,
  }
  const next = ways[by]?.()
  return next === undefined ? undefined : { documentId, text: next }
}

/** Does what a button of the aside says, as one edit that the document's editor can take back. */
export function editText(stores: AppStores, by: TextEdit, evidence: Evidence | undefined): void {
  const { workspace } = stores
  const { timeline, documents, edit } = workspace.getState()
  const made = mended(stores, by, evidence) ?? evidence?.deputyEdit(by, timeline, documents)
  if (!made) return
  edit(made.documentId, made.text)
  workspace.setState({ revision: workspace.getState().revision + 1 })
}
