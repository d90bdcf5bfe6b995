import type { AppStores } from '../../state'
import * as api from '../editor/monaco'
import type { Hunk } from './line-diff'
import { proposedHunks } from './proposed-hunks'

/** A change of lines as an edit of the editor's text. */
function editOf(model: ReturnType<typeof api.modelOf>, { line, removed, added }: Hunk) {
  const { Range } = api.monaco
  const last = model.getLineCount()
  const to = line + removed.length - 1
  if (added.length === 0) {
    // The break before goes too where there is none after.
    const range =
      to < last
        ? new Range(line, 1, to + 1, 1)
        : new Range(line - 1, model.getLineMaxColumn(Math.max(1, line - 1)), to, model.getLineMaxColumn(to))
    return { range, text: '' }
  }
  const text = added.join(model.getEOL())
  if (removed.length > 0) return { range: new Range(line, 1, to, model.getLineMaxColumn(to)), text }
  if (line > last) {
    const column = model.getLineMaxColumn(last)
    return { range: new Range(last, column, last, column), text: model.getEOL() + text }
  }
  return { range: new Range(line, 1, line, 1), text: text + model.getEOL() }
}

/** Writes what is proposed: in each document one edit, which its editor can take back as one step. */
export function acceptProposal({ workspace, challenge }: AppStores): void {
  const proposal = challenge.getState().active?.proposal
  if (!proposal) return
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
  const [first] = hunks
  if (first) focusEditor(first.documentId)
}

/** So that Undo takes it back. */
function focusEditor(documentId: Parameters<typeof api.uriOf>[0]): void {
  const uri = api.uriOf(documentId).toString()
  api.monaco.editor
    .getEditors()
    .find((editor) => editor.getModel()?.uri.toString() === uri)
    ?.focus()
}
