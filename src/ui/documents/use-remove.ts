import { useCallback } from 'react'
import { useStores } from '../AppStores'
import type { TabView } from './document-tabs'
import { withoutEntry } from './new-documents'

/** How long a removal can be taken back from its notice, in ms; longer while the keyboard is on it. */
const undoTime = 8000

/** Takes a tab's document (or its role's entry) away, and offers for a while to bring its text back. */
export function useRemove(): (view: TabView) => void {
  const { workspace, notices, preferences } = useStores()
  return useCallback(
    ({ tab, role }) => {
      const { documents, addDocument, removeDocument } = workspace.getState()
      const text = documents[tab.id]
      if (text === undefined || tab.always) return
      const rest = role && withoutEntry(text, role.roleArn)
      if (rest === undefined) removeDocument(tab.id)
      else addDocument(tab.id, rest)
      const { translate } = preferences.getState()
      const name = role?.name ?? translate(tab.name)
      const undo = { label: 'notice.undo', run: () => workspace.getState().addDocument(tab.id, text) } as const
      notices.getState().notify('info', 'notice.document-removed', { name }, undo)
      const made = notices.getState().notices.find((notice) => notice.key === 'notice.document-removed')
      const expire = () => {
        if (document.querySelector('.notices')?.contains(document.activeElement)) setTimeout(expire, undoTime)
        else if (made) notices.getState().dismiss(made.id)
      }
      setTimeout(expire, undoTime)
    },
    [workspace, notices, preferences],
  )
}
