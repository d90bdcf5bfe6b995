import { useEffect, useMemo, useState } from 'react'
import { type Diagnostic, diagnose } from '../../language'
import type { EditorHighlight } from '../../present'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import { useChallenge } from '../challenge/use-challenge'
import { LevelStrip } from '../documents/LevelStrip'
import { useOpenedPlace } from '../documents/use-opened-place'
import { ProblemStrip } from './ProblemStrip'
import { Thread } from './Thread'
import { typeInto, useEditor } from './use-editor'
import { useFixes } from './use-fixes'
import { useNameProblems, useWidgets } from './use-language'
import { useLayoutActions } from './use-layout-actions'
import { useColours, useHighlight, useLetters, useMarkers } from './use-marks'
import { moveTo, useProblemWalk } from './use-problem-walk'
import { useQuickFix } from './use-quick-fix'
import { useThreadPlace } from './use-thread-place'
import './editor.css'
import './widgets.css'

interface PolicyEditorProps {
  readonly documentId: DocumentId
  readonly label: string
  readonly highlight: EditorHighlight | undefined
  /** Where in the text to look when nothing is lit: the chosen role's own part, the role that the request names. */
  readonly at: number | undefined
}

/** One document in Monaco: its text, its problems, and what the playhead lights up in it. */
export function PolicyEditor({ documentId, label, highlight, at }: PolicyEditorProps) {
  const translate = useTranslate()
  const problems = useWorkspace((state) => (state.playable.kind === 'fault' ? undefined : state.playable.problems))
  const [found, setFound] = useState<readonly Diagnostic[]>([])
  useEffect(() => setFound(diagnose(problems ?? [], documentId, translate)), [problems, documentId, translate])
  const diagnostics = useNameProblems(documentId, found, translate.language)
  useWidgets()
  const { box, editor } = useEditor(documentId, label)
  useLayoutActions(editor)
  useColours(editor, documentId)
  useLetters(editor, documentId)
  useHighlight(editor, highlight)
  const place = useThreadPlace(editor, highlight)
  const lit = highlight !== undefined
  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model || at === undefined || lit) return
    const show = () => {
      const { height } = editor.getLayoutInfo()
      if (editor.hasTextFocus() || height === 0) return
      const line = model.getPositionAt(at).lineNumber
      // What leads to the role in the request stands above it.
      const below = editor.getBottomForLineNumber(line) + 8 - height
      editor.setScrollTop(documentId === 'request' ? Math.max(0, below) : editor.getTopForLineNumber(line))
    }
    show()
    const resized = editor.onDidLayoutChange(show)
    return () => resized.dispose()
  }, [editor, documentId, at, lit])
  useOpenedPlace(editor, documentId)
  const leveled = documentId === 'serviceControlPolicies' || documentId === 'resourceControlPolicies'
  const goTo = (offset: number) => editor && moveTo(editor, offset)
  const { shown, fixes } = useFixes(documentId, diagnostics)
  const challenge = useChallenge()
  const proposal = challenge?.active.proposal
  const judged = challenge?.active.judged.solved ? challenge.active.judged : undefined
  const wides = judged && !proposal ? judged.wides : []
  const current = useProblemWalk(editor, shown)
  useQuickFix(editor, fixes)
  // What is told as wider than needed has that wave, and no second one.
  const waves = useMemo(
    () =>
      shown.filter(
        ({ start, end }) =>
          !judged?.wides.some(({ documentId: id, span }) => id === documentId && span && span.start < end && start < span.end),
      ),
    [shown, judged, documentId],
  )
  useMarkers(documentId, waves)
  return (
    <>
      {leveled && <LevelStrip documentId={documentId} editor={editor} highlight={highlight} />}
      <div className="ed-body">
        <div ref={box} className="monaco" data-ready={editor !== undefined} lang="en" />
        {challenge && editor && proposal?.documents[documentId] !== undefined && (
          <challenge.parts.ProposedChange editor={editor} documentId={documentId} name={label} proposal={proposal} />
        )}
        {editor &&
          wides.map(
            (wide) =>
              wide.documentId === documentId &&
              challenge && <challenge.parts.WideMark key={wide.span?.start ?? -1} editor={editor} wide={wide} />,
          )}
      </div>
      {highlight && place && (
        <Thread
          highlight={highlight}
          place={place}
          strip={leveled ? 34 : 0}
          onShow={() => editor?.setScrollTop(Math.max(0, editor.getScrollTop() + place.top - 19))}
        />
      )}
      {highlight && !highlight.statement && !highlight.missing && <span className={`thread unread ${highlight.tone}`} />}
      <ProblemStrip
        documentId={documentId}
        count={diagnostics.length}
        shown={shown}
        fixes={fixes}
        onShow={goTo}
        current={current}
        onFix={(text) => typeInto(editor, text)}
      />
    </>
  )
}
