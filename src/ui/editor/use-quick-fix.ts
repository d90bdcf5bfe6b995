import { useEffect, useRef } from 'react'
import { useTranslate } from '../AppStores'
import * as api from './monaco'
import { typeInto } from './use-editor'
import type { Fixes } from './use-fixes'

/** Ctrl+. does what the strip offers for the problem at the caret, else for the first problem of its line, else for the only one that has a way out. */
export function useQuickFix(editor: api.Editor | undefined, fixes: Fixes): void {
  const translate = useTranslate()
  const mend = useRef(() => {})
  mend.current = () => {
    const model = editor?.getModel()
    const caret = editor?.getPosition()
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
  useEffect(() => {
    if (!editor) return
    const action = editor.addAction({
      id: 'problem.fix',
      label: translate('problems.fix'),
      keybindings: [api.monaco.KeyMod.CtrlCmd | api.monaco.KeyCode.Period],
      contextMenuGroupId: '1_modification',
      contextMenuOrder: 1,
      run: () => mend.current(),
    })
    return () => action.dispose()
  }, [editor, translate])
}
