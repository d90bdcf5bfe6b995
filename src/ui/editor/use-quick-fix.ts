import { useEffect, useRef } from 'react'
import { useTranslate } from '../AppStores'
import * as api from './monaco'
import { typeInto } from './use-editor'
import type { Fixes } from './use-fixes'

/** What the open hover offers, put into the text as one step of Undo. */
async function takeHovered(editor: api.Editor): Promise<boolean> {
  const { hoveredFix } = await import('./widgets')
  const model = editor.getModel()
  const fix = model && hoveredFix(model)
  if (!model || !fix) return false
  const range = api.monaco.Range.fromPositions(model.getPositionAt(fix.start), model.getPositionAt(fix.end))
  editor.pushUndoStop()
  editor.executeEdits('fix', [{ range, text: fix.text }])
  editor.pushUndoStop()
  editor.setPosition(model.getPositionAt(fix.start + fix.text.length))
  // So that Undo takes it back.
  editor.focus()
  return true
}

/** What the strip offers for the problem at the caret, else for the first one of its line, else for the only one that has a way out. */
function takeOffered(editor: api.Editor, fixes: Fixes): void {
  const model = editor.getModel()
  const caret = editor.getPosition()
  if (!model || !caret) return
  const offset = model.getOffsetAt(caret)
  const all = [...fixes]
  const lineOf = (at: number) => model.getPositionAt(at).lineNumber
  const [, fix] =
    all.find(([{ start, end }]) => start <= offset && offset <= end) ??
    all.find(([{ start, end }]) => lineOf(start) <= caret.lineNumber && caret.lineNumber <= lineOf(end)) ??
    (all.length === 1 ? all[0] : undefined) ??
    []
  if (fix) typeInto(editor, fix.text)
}

/** Ctrl+. takes the way out that is offered: by the open hover, wherever the focus is, else by the strip. */
export function useQuickFix(editor: api.Editor | undefined, fixes: Fixes): void {
  const translate = useTranslate()
  const offered = useRef(fixes)
  offered.current = fixes
  useEffect(() => {
    if (!editor) return
    const action = editor.addAction({
      id: 'problem.fix',
      label: translate('problems.fix'),
      keybindings: [api.monaco.KeyMod.CtrlCmd | api.monaco.KeyCode.Period],
      contextMenuGroupId: '1_modification',
      contextMenuOrder: 1,
      run: async () => {
        if (!(await takeHovered(editor))) takeOffered(editor, offered.current)
      },
    })
    const onKeyDown = (event: KeyboardEvent) => {
      const anyEditor = event.target instanceof Element && event.target.closest('.monaco-editor')
      if (event.key === '.' && (event.ctrlKey || event.metaKey) && !anyEditor) void takeHovered(editor)
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      action.dispose()
      removeEventListener('keydown', onKeyDown)
    }
  }, [editor, translate])
}
