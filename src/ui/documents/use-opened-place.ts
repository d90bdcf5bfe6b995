import { useEffect, useRef } from 'react'
import type { DocumentId } from '../../simulate'
import { useStores, useWorkspace } from '../AppStores'
import type { Editor } from '../editor/monaco'
import { goTo } from './LevelStrip'
import { policyLevels } from './policy-levels'

/** Brings the place that was asked for into view, once. */
export function useOpenedPlace(editor: Editor | undefined, documentId: DocumentId): void {
  const { workspace } = useStores()
  const opened = useWorkspace((state) => state.opened)
  const done = useRef(opened)
  useEffect(() => {
    if (!editor || !opened || opened === done.current || opened.documentId !== documentId) return
    done.current = opened
    const level = opened.level === undefined ? undefined : policyLevels(workspace.getState().documents[documentId] ?? '')[opened.level]
    const at = opened.at ?? level?.span.start
    if (at !== undefined) goTo(editor, at)
  }, [editor, documentId, opened, workspace])
}
