import type { MessageKey, MessageParams } from '../../i18n'
import { accountTrustOf } from '../../present'
import { chainedDocuments, type Documents } from '../../simulate'
import type { AppStores } from '../../state'

/** Puts other texts in place of the ones there are, says so, and offers to bring them back with the moment that was shown. */
function rewrite({ workspace, playback, notices }: AppStores, documents: Documents, key: MessageKey, params: MessageParams): void {
  const before = workspace.getState()
  const { t } = playback.getState()
  before.rewrite(documents)
  const run = () => {
    workspace.getState().bringBack(before)
    playback.getState().seek(t)
  }
  notices.getState().notify('info', key, params, { label: 'notice.undo', run })
}

/** The session of an allowed direct call becomes the caller, and asks for the next role. */
export function openChain(stores: AppStores): void {
  const { documents, timeline } = stores.workspace.getState()
  const chained = timeline.trace && chainedDocuments(documents, timeline.trace)
  const role = timeline.trace?.situation.roles[0]?.name
  if (!chained || role === undefined) return
  rewrite(stores, chained, 'notice.chained', { role, next: `role/${/:role\/(next[\d-]*)"/.exec(chained.request ?? '')?.[1] ?? 'next'}` })
  stores.playback.getState().toStart()
}

/** The trust policy names the caller itself instead of the caller's account. */
export function nameCaller(stores: AppStores): void {
  const { documents, playable } = stores.workspace.getState()
  const trust = accountTrustOf(playable)
  const text = trust && documents[trust.documentId]
  if (!trust || text === undefined) return
  const named = text.slice(0, trust.span.start) + JSON.stringify(trust.arn) + text.slice(trust.span.end)
  rewrite(stores, { ...documents, [trust.documentId]: named }, 'notice.caller-named', { name: trust.arn.split(':').slice(5).join(':') })
}
