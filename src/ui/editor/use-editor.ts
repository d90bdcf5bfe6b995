import { useEffect, useRef, useState } from 'react'
import type { DocumentId } from '../../simulate'
import { useStores, useWorkspace } from '../AppStores'
import { inTurn } from '../in-turn'
import { currentLayout, useLayout } from '../use-viewport'
import * as api from './monaco'
import { editorOptions, editorText } from './options'

/** True while a text from outside is being taken over: the editor may lay its line ends out anew, and the text itself must not change. */
let takingOver = false

/** Takes a text that was changed outside as one edit that Undo can take back. */
function takeOver(id: DocumentId, text: string): void {
  const model = api.modelOf(id, text)
  if (model.getValue() === text) return
  takingOver = true
  model.pushStackElement()
  model.pushEOL(text.includes('\r\n') ? api.monaco.editor.EndOfLineSequence.CRLF : api.monaco.editor.EndOfLineSequence.LF)
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  model.pushStackElement()
  takingOver = false
}

/** An editor on the document's model, which typing and texts from outside both keep the same as the workspace's. */
export function useEditor(documentId: DocumentId, label: string) {
  const box = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<api.Editor>()
  const [shown, setShown] = useState<DocumentId>()
  const { workspace } = useStores()
  const revision = useWorkspace((state) => state.revision)
  const layout = useLayout()
  const labelNow = useRef(label)
  labelNow.current = label
  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = api.monaco.editor.create(element, { ...editorOptions(labelNow.current), ...editorText(currentLayout()), model: null })
    made.onKeyDown((event) => {
      if (event.keyCode !== api.monaco.KeyCode.Escape || element.querySelector('.suggest-widget.visible, .find-widget.visible')) return
      element.closest<HTMLElement>('.ed')?.focus()
    })
    setEditor(made)
    return () => made.dispose()
  }, [])
  useEffect(() => {
    editor?.updateOptions(editorText(layout))
  }, [editor, layout])
  useEffect(() => {
    if (!editor || editor.getRawOptions().ariaLabel === label) return
    const naming = setTimeout(() => editor.updateOptions({ ariaLabel: label }))
    return () => clearTimeout(naming)
  }, [editor, label])
  useEffect(() => {
    if (!editor) return
    // The page has just been drawn for the step; another name and another text are taken in tasks of their own, so that none of them is long.
    const attach = () => {
      const model = api.modelOf(documentId, workspace.getState().documents[documentId] ?? '')
      takeOver(documentId, workspace.getState().documents[documentId] ?? '')
      model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
      editor.setModel(model)
      setShown(documentId)
      return model.onDidChangeContent(() => {
        if (!takingOver) workspace.getState().edit(documentId, model.getValue())
      })
    }
    let typing: ReturnType<typeof attach> | undefined
    const attachNow = () => {
      typing = attach()
    }
    let callOff = () => {}
    if (editor.getModel()) callOff = inTurn(attachNow)
    else attachNow()
    return () => {
      callOff()
      typing?.dispose()
    }
  }, [editor, documentId, workspace])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that the texts were replaced from outside.
  useEffect(() => {
    if (editor) takeOver(documentId, workspace.getState().documents[documentId] ?? '')
  }, [editor, documentId, workspace, revision])
  // Until its text is there, there is nothing that could be marked in it.
  return { box, editor: shown === documentId ? editor : undefined }
}

/** Writes a text into the document as if it had been typed: one edit, one step of Undo. */
export function typeInto(editor: api.Editor | undefined, text: string): void {
  const model = editor?.getModel()
  if (!model) return
  model.pushStackElement()
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  model.pushStackElement()
}
