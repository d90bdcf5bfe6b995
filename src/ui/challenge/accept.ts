import type { AppStores } from '../../state'
import type { Editor } from '../editor/monaco'
import type { Hunk } from './line-diff'
import { proposedHunks } from './proposed-hunks'

const rangeOf = (startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number) => ({
  startLineNumber,
  startColumn,
  endLineNumber,
  endColumn,
})

/** A change of lines as an edit of the editor's text. */
function editOf(model: NonNullable<ReturnType<Editor['getModel']>>, { line, removed, added }: Hunk) {
  const last = model.getLineCount()
  const to = line + removed.length - 1
  if (added.length === 0) {
    // The break before goes too where there is none after.
    const range =
      to < last
        ? rangeOf(line, 1, to + 1, 1)
        : rangeOf(line - 1, model.getLineMaxColumn(Math.max(1, line - 1)), to, model.getLineMaxColumn(to))
    return { range, text: '' }
  }
  const text = added.join(model.getEOL())
  if (removed.length > 0) return { range: rangeOf(line, 1, to, model.getLineMaxColumn(to)), text }
  if (line > last) {
    const column = model.getLineMaxColumn(last)
    return { range: rangeOf(last, column, last, column), text: model.getEOL() + text }
  }
  return { range: rangeOf(line, 1, line, 1), text: text + model.getEOL() }
}

/** Writes what is proposed: in each document one edit, which its editor can take back as one step. `editor`: the one that is looked at. */
export async function acceptProposal({ workspace, challenge }: AppStores, editor: Editor): Promise<void> {
  const proposal = challenge.getState().active?.proposal
  if (!proposal) return
  // With the editors, which are here by now: it must not part Monaco from them.
  const api = await import('../editor/evidence')
  const { documents } = workspace.getState()
  const hunks = proposedHunks(proposal, documents)
  for (const documentId of new Set(hunks.map((hunk) => hunk.documentId))) {
    const model = api.modelOf(documentId, documents[documentId] ?? '')
    const edits = hunks.filter((hunk) => hunk.documentId === documentId).map((hunk) => editOf(model, hunk))
    model.pushStackElement()
    model.pushEditOperations([], edits, () => null)
    model.pushStackElement()
    // What no editor shows is not heard of otherwise.
    workspace.getState().edit(documentId, model.getValue())
  }
  // So that Undo takes it back.
  editor.focus()
}
