import { useEffect } from 'react'
import type { Wide } from '../../scenarios'
import { useTranslate } from '../AppStores'
import type { Editor } from '../editor/monaco'
import { wideNote } from './words'

/** px before the note, and the least that is worth beginning it in. */
const before = 14
const least = 90
/** Monaco's number for a widget that stands just there. */
const exactly = 0

/** The value that is wider than needed, and behind its line what would be enough. The note never makes the line break. */
export function WideMark({ editor, wide }: { editor: Editor; wide: Wide }) {
  const translate = useTranslate()
  useEffect(() => {
    const model = editor.getModel()
    if (!model || !wide.span) return
    const from = model.getPositionAt(wide.span.start)
    const to = model.getPositionAt(wide.span.end)
    const marks = editor.createDecorationsCollection([
      {
        range: { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column },
        options: { inlineClassName: 'm-wide' },
      },
    ])
    const note = document.createElement('div')
    note.className = 'wide-note'
    note.textContent = wideNote(wide, translate)
    const position = { lineNumber: to.lineNumber, column: model.getLineMaxColumn(to.lineNumber) }
    const widget = {
      getId: () => `wide-${String(wide.span?.start)}`,
      getDomNode: () => note,
      getPosition: () => ({ position, preference: [exactly] }),
    }
    editor.addContentWidget(widget)
    const place = () => {
      const end = editor.getScrolledVisiblePosition(position)
      const { width, verticalScrollbarWidth } = editor.getLayoutInfo()
      const room = end ? width - verticalScrollbarWidth - end.left - before : 0
      note.hidden = room < least
      note.style.maxWidth = `${String(Math.max(0, room))}px`
    }
    place()
    const resized = editor.onDidLayoutChange(place)
    const scrolled = editor.onDidScrollChange(place)
    return () => {
      resized.dispose()
      scrolled.dispose()
      editor.removeContentWidget(widget)
      marks.clear()
    }
  }, [editor, wide, translate])
  return null
}
