import { useEffect, useRef, useState } from 'react'
import { type Diagnostic, diagnose } from '../../language'
import type { EditorHighlight } from '../../present'
import type { DocumentId } from '../../simulate'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import { sameShape } from '../same-shape'
import { colourDecorations, highlightDecorations, insideBraces, marginElement, zoneElement, zonesOf } from './decorations'
import * as api from './monaco'
import { Thread, type ThreadPlace } from './Thread'
import './editor.css'

type Editor = ReturnType<typeof api.monaco.editor.create>

const severityOf = { error: 8, security: 4, warning: 4, suggestion: 2, info: 2 } as const

function options(label: string): NonNullable<Parameters<typeof api.monaco.editor.create>[1]> {
  return {
    ariaLabel: label,
    automaticLayout: true,
    bracketPairColorization: { enabled: false },
    contextmenu: true,
    fixedOverflowWidgets: true,
    folding: false,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    fontLigatures: false,
    fontSize: 12,
    glyphMargin: true,
    guides: { indentation: false, bracketPairs: false },
    hideCursorInOverviewRuler: true,
    lineDecorationsWidth: 12,
    lineHeight: 19,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    padding: { top: 6, bottom: 6 },
    renderLineHighlight: 'none',
    renderWhitespace: 'none',
    scrollbar: { alwaysConsumeMouseWheel: false, horizontal: 'hidden', useShadows: false, verticalScrollbarSize: 6 },
    scrollBeyondLastLine: false,
    selectionHighlight: false,
    stickyScroll: { enabled: false },
    tabFocusMode: true,
    tabSize: 2,
    theme: 'passrole-lab',
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    wordWrap: 'on',
    wrappingIndent: 'deepIndent',
  }
}

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

function useEditor(documentId: DocumentId, label: string) {
  const box = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  const { workspace } = useStores()
  const revision = useWorkspace((state) => state.revision)
  const labelNow = useRef(label)
  labelNow.current = label
  useEffect(() => {
    const element = box.current
    if (!element) return
    api.defineTheme()
    const made = api.monaco.editor.create(element, { ...options(labelNow.current), model: null })
    made.onKeyDown((event) => {
      if (event.keyCode !== api.monaco.KeyCode.Escape || element.querySelector('.suggest-widget.visible, .find-widget.visible')) return
      element.closest<HTMLElement>('.ed')?.focus()
    })
    setEditor(made)
    return () => made.dispose()
  }, [])
  useEffect(() => {
    editor?.updateOptions({ ariaLabel: label })
  }, [editor, label])
  useEffect(() => {
    if (!editor) return
    const model = api.modelOf(documentId, workspace.getState().documents[documentId] ?? '')
    takeOver(documentId, workspace.getState().documents[documentId] ?? '')
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
    editor.setModel(model)
    const typing = model.onDidChangeContent(() => {
      if (!takingOver) workspace.getState().edit(documentId, model.getValue())
    })
    return () => typing.dispose()
  }, [editor, documentId, workspace])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that the texts were replaced from outside.
  useEffect(() => {
    if (editor) takeOver(documentId, workspace.getState().documents[documentId] ?? '')
  }, [editor, documentId, workspace, revision])
  return { box, editor }
}

function useColours(editor: Editor | undefined, documentId: DocumentId): void {
  const text = useWorkspace((state) => state.documents[documentId])
  const collection = useRef<ReturnType<Editor['createDecorationsCollection']>>(undefined)
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model || text === undefined) return
    collection.current ??= editor.createDecorationsCollection()
    collection.current.set(colourDecorations(api.monaco, model))
  }, [editor, text])
}

function useMarkers(documentId: DocumentId, diagnostics: readonly Diagnostic[]): void {
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

function useHighlight(editor: Editor | undefined, highlight: EditorHighlight | undefined): void {
  const collection = useRef<ReturnType<Editor['createDecorationsCollection']>>(undefined)
  const zoneIds = useRef<string[]>([])
  // The thread moves by itself: only what stands in the text counts here.
  const marks = highlight && { ...highlight, thread: 1 }
  const kept = useRef(marks)
  if (!sameShape(kept.current, marks)) kept.current = marks
  const stable = kept.current
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    collection.current ??= editor.createDecorationsCollection()
    collection.current.set(stable ? highlightDecorations(api.monaco, model, stable) : [])
    editor.changeViewZones((accessor) => {
      for (const id of zoneIds.current) accessor.removeZone(id)
      zoneIds.current = (stable ? zonesOf(model, stable) : []).map((zone) =>
        accessor.addZone({
          afterLineNumber: zone.afterLine,
          heightInPx: zone.kind === 'no' ? 19 : 42,
          domNode: zoneElement(zone),
          marginDomNode: marginElement(zone),
        }),
      )
    })
    const inside = stable?.statement && insideBraces(model, stable.statement)
    const at = inside?.start ?? stable?.missing?.at
    if (at !== undefined && !editor.hasTextFocus())
      reveal(editor, model.getPositionAt(at).lineNumber, inside && model.getPositionAt(inside.end).lineNumber)
  }, [editor, stable])
}

/** Brings a statement into view: whole where it fits, else its first line near the top. */
function reveal(editor: Editor, first: number, last: number | undefined): void {
  const { height } = editor.getLayoutInfo()
  const top = editor.getTopForLineNumber(first)
  const bottom = editor.getBottomForLineNumber(last ?? first) + 24
  const scroll = editor.getScrollTop()
  if (top >= scroll && bottom <= scroll + height) return
  editor.setScrollTop(bottom - top <= height - 24 ? Math.max(0, Math.min(top - 19, bottom - height)) : Math.max(0, top - 19))
}

/** Where the thread ends, kept on its line under scrolling, wrapping and resizing. */
function useThreadPlace(editor: Editor | undefined, highlight: EditorHighlight | undefined): ThreadPlace | undefined {
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

interface PolicyEditorProps {
  readonly documentId: DocumentId
  readonly label: string
  readonly highlight: EditorHighlight | undefined
}

/** One document in Monaco; readable text until Monaco is here. */
export function PolicyEditor({ documentId, label, highlight }: PolicyEditorProps) {
  const translate = useTranslate()
  const problems = useWorkspace((state) => (state.playable.kind === 'fault' ? undefined : state.playable.problems))
  const [diagnostics, setDiagnostics] = useState<readonly Diagnostic[]>([])
  useEffect(() => setDiagnostics(diagnose(problems ?? [], documentId, translate)), [problems, documentId, translate])
  const { box, editor } = useEditor(documentId, label)
  useColours(editor, documentId)
  useMarkers(documentId, diagnostics)
  useHighlight(editor, highlight)
  const place = useThreadPlace(editor, highlight)
  const [first] = diagnostics
  return (
    <>
      <div className="ed-body">
        <div ref={box} className="monaco" data-ready={editor !== undefined} lang="en" />
      </div>
      {highlight && place && (
        <Thread
          highlight={highlight}
          place={place}
          onShow={() => editor?.setScrollTop(Math.max(0, editor.getScrollTop() + place.top - 19))}
        />
      )}
      {first && (
        <div className="probs">
          <b>{diagnostics.length === 1 ? translate('problems.count-one') : translate('problems.count', { count: diagnostics.length })}</b>
          <button type="button" title={first.message} onClick={() => goTo(editor, first)}>
            {first.message}
          </button>
        </div>
      )}
    </>
  )
}

function goTo(editor: Editor | undefined, diagnostic: Diagnostic): void {
  const model = editor?.getModel()
  if (!editor || !model) return
  const position = model.getPositionAt(diagnostic.start)
  editor.setPosition(position)
  editor.revealLineInCenterIfOutsideViewport(position.lineNumber)
  editor.focus()
}
