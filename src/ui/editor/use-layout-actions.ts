import { useEffect } from 'react'
import { layOutJson } from '../../lib/json-layout'
import { useTranslate } from '../AppStores'
import * as api from './monaco'

/** Lays the document out anew, or only the lines of the selection, as one step of Undo. A text that is not JSON stays as it is. */
function layOut(editor: api.Editor, within?: api.monaco.IRange): void {
  const model = editor.getModel()
  if (!model) return
  const { indentSize, insertSpaces } = model.getOptions()
  const edits = layOutJson(model.getValue(), { indent: insertSpaces ? ' '.repeat(indentSize) : '\t', lineEnd: model.getEOL() })
    .map(({ start, end, text }) => ({ range: api.monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)), text }))
    .filter(({ range }) => !within || (range.endLineNumber >= within.startLineNumber && range.startLineNumber <= within.endLineNumber))
  editor.pushUndoStop()
  editor.executeEdits('layout', edits)
  editor.pushUndoStop()
}

/** "Format Document" and "Format Selection" in the editor's menu, under the names and the keys that people know from elsewhere. */
export function useLayoutActions(editor: api.Editor | undefined): void {
  const translate = useTranslate()
  useEffect(() => {
    if (!editor) return
    const { KeyMod, KeyCode } = api.monaco
    const contextMenuGroupId = '1_modification'
    const actions = [
      editor.addAction({
        id: 'editor.action.formatDocument',
        label: translate('editor.format'),
        keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
        contextMenuGroupId,
        contextMenuOrder: 1.3,
        run: () => layOut(editor),
      }),
      editor.addAction({
        id: 'editor.action.formatSelection',
        label: translate('editor.format-selection'),
        keybindings: [KeyMod.chord(KeyMod.CtrlCmd | KeyCode.KeyK, KeyMod.CtrlCmd | KeyCode.KeyF)],
        precondition: 'editorHasSelection',
        contextMenuGroupId,
        contextMenuOrder: 1.31,
        run: () => layOut(editor, editor.getSelection() ?? undefined),
      }),
    ]
    return () => {
      for (const action of actions) action.dispose()
    }
  }, [editor, translate])
}
