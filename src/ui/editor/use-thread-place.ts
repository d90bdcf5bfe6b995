import { useEffect, useState } from 'react'
import type { EditorHighlight } from '../../present'
import { sameShape } from '../same-shape'
import { insideBraces } from './decorations'
import type { Editor } from './monaco'
import type { ThreadPlace } from './Thread'

/** Where the thread ends, kept on its line under scrolling, wrapping and resizing. */
export function useThreadPlace(editor: Editor | undefined, highlight: EditorHighlight | undefined): ThreadPlace | undefined {
  const [place, setPlace] = useState<ThreadPlace>()
  const first = highlight?.statement?.start ?? highlight?.missing?.at
  const last = highlight?.statement?.end
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model || first === undefined) {
      setPlace(undefined)
      return
    }
    const measure = () => {
      const inside = last === undefined ? { start: first, end: first } : insideBraces(model, { start: first, end: last })
      const from = model.getPositionAt(inside.start).lineNumber
      const to = model.getPositionAt(inside.end).lineNumber
      const scroll = editor.getScrollTop()
      const { height } = editor.getLayoutInfo()
      const top = (last === undefined ? editor.getBottomForLineNumber(from) : editor.getTopForLineNumber(from)) - scroll
      const bottom = last === undefined ? top + 40 : editor.getBottomForLineNumber(to) - scroll
      const next = { top, bottom, height }
      setPlace((before) => (sameShape(before, next) ? before : next))
    }
    measure()
    const listeners = [
      editor.onDidScrollChange(measure),
      editor.onDidLayoutChange(measure),
      editor.onDidContentSizeChange(measure),
      editor.onDidChangeModel(measure),
    ]
    return () => {
      for (const listener of listeners) listener.dispose()
    }
  }, [editor, first, last])
  return place
}
