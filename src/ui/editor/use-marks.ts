import { useEffect, useRef } from 'react'
import type { Diagnostic } from '../../language'
import type { EditorHighlight } from '../../present'
import type { DocumentId } from '../../simulate'
import { useWorkspace } from '../AppStores'
import { useRoleAnswers } from '../documents/use-role-answers'
import { inTurn } from '../in-turn'
import { sameShape } from '../same-shape'
import {
  colourDecorations,
  highlightDecorations,
  insideBraces,
  letterDecorations,
  marginElement,
  zoneElement,
  zonesOf,
} from './decorations'
import * as api from './monaco'

/** Monaco's numbers for how grave a marker is. */
const severityOf = { error: 8, security: 4, warning: 4, suggestion: 2, info: 2 } as const

/** px of the line that says what the request says instead, and of the slot for a missing statement. */
const zoneHeight = 19
const slotHeight = 42

/** Names and effects in their colours, after every change of the text. */
export function useColours(editor: api.Editor | undefined, documentId: DocumentId): void {
  const text = useWorkspace((state) => state.documents[documentId])
  const collection = useRef<ReturnType<api.Editor['createDecorationsCollection']>>(undefined)
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model || text === undefined) return
    collection.current ??= editor.createDecorationsCollection()
    collection.current.set(colourDecorations(api.monaco, model))
  }, [editor, text])
}

/** The letters of several roles in the request. */
export function useLetters(editor: api.Editor | undefined, documentId: DocumentId): void {
  const answers = useRoleAnswers()
  const collection = useRef<ReturnType<api.Editor['createDecorationsCollection']>>(undefined)
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    collection.current ??= editor.createDecorationsCollection()
    collection.current.set(documentId === 'request' ? letterDecorations(api.monaco, model, answers) : [])
  }, [editor, documentId, answers])
}

/** Problems as wavy lines, with their sentences on hover. */
export function useMarkers(documentId: DocumentId, diagnostics: readonly Diagnostic[]): void {
  useEffect(() => {
    const model = api.monaco.editor.getModel(api.uriOf(documentId))
    if (!model) return
    api.monaco.editor.setModelMarkers(
      model,
      'iam',
      diagnostics.map((diagnostic) => {
        const from = model.getPositionAt(diagnostic.start)
        const to = model.getPositionAt(diagnostic.end)
        return {
          code: diagnostic.code,
          message: diagnostic.message,
          ...(diagnostic.check ? { source: `IAM Access Analyzer: ${diagnostic.check}` } : {}),
          severity: severityOf[diagnostic.severity],
          startLineNumber: from.lineNumber,
          startColumn: from.column,
          endLineNumber: to.lineNumber,
          endColumn: to.column,
        }
      }),
    )
  }, [documentId, diagnostics])
}

/** What the playhead lights up, brought into view unless somebody is writing here. */
export function useHighlight(editor: api.Editor | undefined, highlight: EditorHighlight | undefined): void {
  const collection = useRef<ReturnType<api.Editor['createDecorationsCollection']>>(undefined)
  const zoneIds = useRef<string[]>([])
  const shown = useRef(0)
  // The thread moves by itself: only what stands in the text counts here.
  const marks = highlight && { ...highlight, thread: 1 }
  const kept = useRef(marks)
  if (!sameShape(kept.current, marks)) kept.current = marks
  const stable = kept.current
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    const lineAt = (offset: number) => model.getPositionAt(offset).lineNumber
    const bringIntoView = () => {
      if (!stable) shown.current = 0
      if (!stable || editor.hasTextFocus()) return
      if (stable.statement) {
        const inside = insideBraces(model, stable.statement)
        const weighed = stable.elements.find(({ state }) => state === 'no') ?? stable.elements.find(({ state }) => state === 'now')
        reveal(editor, lineAt(inside.start), lineAt(inside.end), zoneHeight, shown, weighed && lineAt(weighed.span.start))
      } else if (stable.missing) {
        const line = lineAt(stable.missing.at)
        reveal(editor, line, line, slotHeight, shown)
      }
    }
    const mark = () => {
      collection.current ??= editor.createDecorationsCollection()
      collection.current.set(stable ? highlightDecorations(api.monaco, model, stable) : [])
      editor.changeViewZones((accessor) => {
        for (const id of zoneIds.current) accessor.removeZone(id)
        zoneIds.current = (stable ? zonesOf(model, stable) : []).map((zone) =>
          accessor.addZone({
            afterLineNumber: zone.afterLine,
            heightInPx: zone.kind === 'no' ? zoneHeight : slotHeight,
            domNode: zoneElement(zone),
            marginDomNode: marginElement(zone),
          }),
        )
      })
      bringIntoView()
    }
    // Lines that come into view and what is marked in them are drawn in two frames: together they take too long for one.
    const turns: (() => void)[] = []
    const show = () => {
      const before = editor.getScrollTop()
      bringIntoView()
      if (editor.getScrollTop() === before) mark()
      else turns.push(inTurn(mark))
    }
    turns.push(inTurn(show))
    return () => {
      for (const callOff of turns) callOff()
    }
  }, [editor, stable])
}

/**
 * Brings a statement and what hangs below it into view: its first line is the third from the top, or lower where the text ends, or as
 * high as the line that is being weighed or that failed (`weighed`) needs. What was shown before and still is stays where somebody
 * scrolled it.
 */
function reveal(editor: api.Editor, first: number, last: number, below: number, shown: { current: number }, weighed?: number): void {
  const { height } = editor.getLayoutInfo()
  const top = editor.getTopForLineNumber(first)
  const bottom = editor.getBottomForLineNumber(last) + below + 5
  const scroll = editor.getScrollTop()
  const needed = weighed === undefined ? bottom : editor.getBottomForLineNumber(weighed) + below + 3
  if (shown.current === first && top >= scroll && bottom <= scroll + height) return
  shown.current = first
  const fromTop = Math.max(0, top - 2 * zoneHeight)
  if (needed <= fromTop + height) editor.setScrollTop(fromTop)
  else if (needed - top <= height) editor.setScrollTop(needed - height)
  else
    editor.setScrollTop(
      weighed === undefined ? fromTop : Math.max(editor.getTopForLineNumber(Math.max(first, weighed - 1)) - 5, needed - height),
    )
}
