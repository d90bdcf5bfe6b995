import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { Editor } from '../editor/monaco'
import { editorText } from '../editor/options'
import { currentLayout } from '../use-viewport'
import type { Hunk } from './line-diff'

/**
 * Keeps room in the text for the lines of a change and marks those that would go. What stands in the room is drawn over the editor, so
 * that it can have buttons.
 */
export function useHunkZone(editor: Editor, { line, removed }: Hunk, isCurrent: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState(editor.getLayoutInfo().contentLeft)
  useEffect(() => {
    const model = editor.getModel()
    const element = box.current
    if (!model || !element) return
    const after = line + removed.length - 1
    const marks = editor.createDecorationsCollection(
      removed.length === 0
        ? []
        : [
            {
              range: { startLineNumber: line, startColumn: 1, endLineNumber: after, endColumn: model.getLineMaxColumn(after) },
              options: {
                isWholeLine: true,
                className: 'pc-del',
                marginClassName: 'pc-del-margin',
                inlineClassName: 'pc-struck',
                zIndex: 10,
              },
            },
          ],
    )
    let id = ''
    const zone = {
      afterLineNumber: after,
      heightInPx: element.offsetHeight,
      domNode: document.createElement('div'),
      onDomNodeTop: (top: number) => {
        element.style.transform = `translateY(${String(top)}px)`
      },
    }
    editor.changeViewZones((accessor) => {
      id = accessor.addZone(zone)
    })
    const reveal = () => {
      if (!isCurrent) return
      // With what is above it, so that it is seen where it stands.
      const top = editor.getTopForLineNumber(Math.max(1, line - 3))
      const bottom = (after > 0 ? editor.getBottomForLineNumber(after) : 0) + element.offsetHeight + 40
      const { height } = editor.getLayoutInfo()
      let scroll = Math.min(editor.getScrollTop(), top)
      if (bottom > scroll + height) scroll = bottom - height
      // To a whole line.
      const { lineHeight } = editorText(currentLayout())
      editor.setScrollTop(Math.max(0, Math.ceil(scroll / lineHeight) * lineHeight))
    }
    const sized = new ResizeObserver(() => {
      zone.heightInPx = element.offsetHeight
      editor.changeViewZones((accessor) => accessor.layoutZone(id))
      reveal()
    })
    sized.observe(element)
    const laidOut = editor.onDidLayoutChange(({ contentLeft }) => setLeft(contentLeft))
    return () => {
      sized.disconnect()
      laidOut.dispose()
      marks.clear()
      editor.changeViewZones((accessor) => accessor.removeZone(id))
    }
  }, [editor, line, removed.length, isCurrent])
  const { fontSize, lineHeight } = editorText(currentLayout())
  const style: CSSProperties = { fontSize, lineHeight: `${String(lineHeight)}px` }
  return { box, left, style }
}
