import { useEffect } from 'react'
import type { Wide } from '../../scenarios'
import { useTranslate } from '../AppStores'
import { type Editor, monaco } from '../editor/monaco'
import { wideNote } from './words'

/** The value that is wider than needed, and what would be enough. */
export function WideMark({ editor, wide }: { editor: Editor; wide: Wide }) {
  const translate = useTranslate()
  useEffect(() => {
    const model = editor.getModel()
    if (!model || !wide.span) return
    const from = model.getPositionAt(wide.span.start)
    const to = model.getPositionAt(wide.span.end)
    const column = model.getLineMaxColumn(to.lineNumber)
    const marks = editor.createDecorationsCollection([
      { range: monaco.Range.fromPositions(from, to), options: { inlineClassName: 'm-wide' } },
      {
        range: new monaco.Range(to.lineNumber, column, to.lineNumber, column),
        options: {
          showIfCollapsed: true,
          after: {
            content: wideNote(wide, translate).replaceAll(' ', '\u2005'),
            inlineClassName: 'an-wide',
            cursorStops: monaco.editor.InjectedTextCursorStops.None,
          },
        },
      },
    ])
    return () => marks.clear()
  }, [editor, wide, translate])
  return null
}
