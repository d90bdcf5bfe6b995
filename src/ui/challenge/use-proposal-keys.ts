import { useEffect } from 'react'
import { useStores } from '../AppStores'
import type { Editor } from '../editor/monaco'
import { acceptProposal } from './accept'
import { moves, rejectProposal } from './begin'

/** What Enter means already: buttons, links, tabs, fields and what lies over the page. */
const pressable = 'button, a, summary, input, textarea, select, [role=tab], [role=slider], [role=menu], dialog'

/** Enter accepts, Esc rejects, F7 goes to the next change. `count`: how many there are. */
export function useProposalKeys(editor: Editor, count: number, current: number): void {
  const stores = useStores()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      const element = target instanceof Element ? target : document.body
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || element.closest('dialog, [role=menu]')) return
      const inEditor = element.closest('.monaco-editor') !== null
      if (inEditor && document.querySelector('.suggest-widget.visible, .find-widget.visible')) return
      if (key === 'F7') moves()?.turnTo((current + (event.shiftKey ? count - 1 : 1)) % count)
      else if (key === 'Escape') rejectProposal()
      else if (key === 'Enter' && !event.shiftKey && (inEditor || !element.closest(pressable))) void acceptProposal(stores, editor)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [stores, editor, count, current])
}
