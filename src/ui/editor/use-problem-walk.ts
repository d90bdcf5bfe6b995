import { useEffect, useRef, useState } from 'react'
import type { Diagnostic } from '../../language'
import type { DocumentId } from '../../simulate'
import { useTranslate } from '../AppStores'
import * as api from './monaco'

/** Puts the caret at an offset of the text and brings it into view. */
export function moveTo(editor: api.Editor, offset: number): void {
  const model = editor.getModel()
  if (!model) return
  const position = model.getPositionAt(offset)
  editor.setPosition(position)
  editor.revealLineInCenterIfOutsideViewport(position.lineNumber)
  editor.focus()
}

/** As F8 in the editor that shows a document. */
export function nextProblemIn(documentId: DocumentId): void {
  const uri = api.uriOf(documentId).toString()
  const editor = api.monaco.editor.getEditors().find((candidate) => candidate.getModel()?.uri.toString() === uri)
  editor?.trigger('header', 'problem.next', undefined)
}

/**
 * F8 and Shift+F8 from problem to problem, by their places in the text and round at the ends. In place of Monaco's own, which opens a
 * widget over the text to say in English what the strip says in the page's language.
 * Returns the problem it went to.
 */
export function useProblemWalk(editor: api.Editor | undefined, diagnostics: readonly Diagnostic[]) {
  const translate = useTranslate()
  const [current, setCurrent] = useState<Diagnostic>()
  const walk = useRef((_step: 1 | -1) => {})
  walk.current = (step) => {
    const model = editor?.getModel()
    const caret = editor?.getPosition()
    if (!editor || !model || !caret) return
    const places = [...diagnostics].sort((a, b) => a.start - b.start)
    // Two problems at one place are both visited: the walk goes on from the one it stands at.
    const at = current && places.indexOf(current)
    const offset = model.getOffsetAt(caret)
    const standing = at !== undefined && at >= 0 && places[at]?.start === offset
    const after = places.findIndex(({ start }) => start > offset)
    const before = places.findLastIndex(({ start }) => start < offset)
    const index = standing ? at + step : step === 1 ? (after < 0 ? places.length : after) : before
    const found = places.at(index % Math.max(1, places.length))
    if (!found) return
    setCurrent(found)
    moveTo(editor, found.start)
  }
  useEffect(() => {
    if (!editor) return
    const { F8 } = api.monaco.KeyCode
    const actions = [
      editor.addAction({ id: 'problem.next', label: translate('problems.next'), keybindings: [F8], run: () => walk.current(1) }),
      editor.addAction({
        id: 'problem.previous',
        label: translate('problems.previous'),
        keybindings: [api.monaco.KeyMod.Shift | F8],
        run: () => walk.current(-1),
      }),
    ]
    return () => {
      for (const action of actions) action.dispose()
    }
  }, [editor, translate])
  return current && diagnostics.includes(current) ? current : undefined
}
