import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { type EditorHighlight, layerMarks, levelInSentence, levelName } from '../../present'
import type { DocumentId } from '../../simulate'
import { useTranslate, useWorkspace } from '../AppStores'
import type { Editor } from '../editor/monaco'
import { typeInto } from '../editor/use-editor'
import { Menu, type MenuItem } from '../topbar/Menu'
import { moveInTabs } from './DocumentPane'
import { LayerMarkGlyph } from './LayerMarkGlyph'
import { denyPlainHttp, fullAccess } from './new-documents'
import {
  addLevel,
  addPolicy,
  type LevelEdit,
  type PolicyLevel,
  placeIn,
  policyLevels,
  removeLevel,
  removePolicy,
  stripItems,
} from './policy-levels'
import { useLayerMarks } from './use-layer-marks'

const source = { layerMarks }

/** Brings an offset to the top of the editor and puts the caret there. */
export function goTo(editor: Editor | undefined, offset: number): void {
  const model = editor?.getModel()
  if (!editor || !model) return
  const position = model.getPositionAt(offset)
  editor.setPosition(position)
  editor.setScrollTop(Math.max(0, editor.getTopForLineNumber(position.lineNumber) - 6))
}

/** The level in which the caret is, or what is lit. */
function usePlaceOfCaret(editor: Editor | undefined, levels: readonly PolicyLevel[], highlight: EditorHighlight | undefined) {
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    const listener = editor?.onDidChangeCursorPosition(({ position }) => setOffset(editor.getModel()?.getOffsetAt(position) ?? 0))
    return () => listener?.dispose()
  }, [editor])
  const lit = highlight?.statement?.start ?? highlight?.missing?.at
  useEffect(() => {
    if (lit !== undefined) setOffset(lit)
  }, [lit])
  const { level, policy } = placeIn(levels, offset)
  return { level: Math.max(0, level), policy: Math.max(0, policy) }
}

function useLevelCommands(
  editor: Editor | undefined,
  documentId: DocumentId,
  levels: readonly PolicyLevel[],
  level: number,
  policy: number,
) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const starter = documentId === 'serviceControlPolicies' ? fullAccess : denyPlainHttp
  const apply = (edit: LevelEdit | undefined) => {
    if (!edit) return
    typeInto(editor, edit.text)
    goTo(editor, edit.at)
  }
  const name = levelInSentence(level, levels.length, translate)
  const above = level > 0 && level === levels.length - 1
  const items: MenuItem[] = [
    {
      id: 'add-policy',
      label: translate('levels.add-policy', { level: name }),
      run: () => apply(addPolicy(text, level, starter)),
    },
    {
      id: 'add-level',
      label: translate(above ? 'levels.add-level-above' : 'levels.add-level', { level: name }),
      run: () => apply(addLevel(text, level, starter)),
    },
  ]
  if ((levels[level]?.policies.length ?? 0) > 1)
    items.push({ id: 'remove-policy', label: translate('levels.remove-policy'), run: () => apply(removePolicy(text, level, policy)) })
  if (levels.length > 1)
    items.push({
      id: 'remove-level',
      label: translate('levels.remove-level', { level: name }),
      run: () => apply(removeLevel(text, level)),
    })
  return items
}

interface LevelStripProps {
  readonly documentId: DocumentId
  readonly editor: Editor | undefined
  readonly highlight: EditorHighlight | undefined
}

/** The levels of the organization in one document: where the caret is, what each has said, and a way to each. */
export function LevelStrip({ documentId, editor, highlight }: LevelStripProps) {
  const translate = useTranslate()
  const text = useWorkspace((state) => state.documents[documentId] ?? '')
  const levels = useMemo(() => policyLevels(text), [text])
  const marks = useLayerMarks(source)
  const place = usePlaceOfCaret(editor, levels, highlight)
  const commands = useLevelCommands(editor, documentId, levels, place.level, place.policy)
  const choose = (level: number) => {
    const { policies = [], span } = levels[level] ?? {}
    // The chosen level once more: its next policy.
    const next = level === place.level ? policies[(place.policy + 1) % Math.max(1, policies.length)] : policies[0]
    const at = next ?? span
    if (at) goTo(editor, at.start)
  }
  const marksAt = (level: number) =>
    marks.flatMap((entry) => (entry.documentId === documentId && (entry.level ?? level) === level ? [entry.mark] : []))
  useLayoutEffect(() => {
    // The text has less room from now on, and more when the strip goes: what is revealed is measured by that.
    editor?.layout()
    return () => {
      requestAnimationFrame(() => editor?.layout())
    }
  }, [editor])
  const several = levels[place.level]?.policies.length ?? 0
  return (
    <div className="lv">
      <span className="og">
        <svg className="g" aria-hidden="true" viewBox="0 0 24 24">
          <rect x="9" y="3.5" width="6" height="5" rx="1" />
          <rect x="3" y="15.5" width="6" height="5" rx="1" />
          <rect x="15" y="15.5" width="6" height="5" rx="1" />
          <path d="M12 8.5V12M6 15.5V12h12v3.5" />
        </svg>
      </span>
      <div className="lvs" role="tablist" aria-label={translate('levels.name')} onKeyDown={moveInTabs}>
        {stripItems(levels.length, place.level).map((item, index) => {
          const level = item.kind === 'level' ? item.level : (item.levels[0] ?? 0)
          const selected = item.kind === 'level' && level === place.level
          return (
            <span key={level} className="lvi" role="presentation">
              {index > 0 && (
                <span className="sep" aria-hidden="true">
                  ›
                </span>
              )}
              <button
                type="button"
                role="tab"
                aria-selected={selected}
                tabIndex={selected ? 0 : -1}
                onClick={() => choose(level)}
                {...(item.kind === 'fold'
                  ? {
                      'aria-label': translate('level.folded.name', {
                        count: item.levels.length,
                        levels: item.levels.map((folded) => levelName(folded, levels.length, translate)).join(', '),
                      }),
                    }
                  : {})}
              >
                {item.kind === 'fold'
                  ? translate('level.folded', { count: item.levels.length })
                  : levelName(level, levels.length, translate)}
                <LayerMarkGlyph marks={item.kind === 'fold' ? item.levels.flatMap(marksAt) : marksAt(level)} />
                {selected && several > 1 && <small>{translate('level.part', { number: place.policy + 1, count: several })}</small>}
              </button>
            </span>
          )
        })}
      </div>
      {levels.length === 1 && <small className="one">{translate('level.one')}</small>}
      <span className="sp" />
      {levels.length > 0 && (
        <Menu
          className="plus"
          label={translate('levels.change')}
          button={<span aria-hidden="true">+</span>}
          align="right"
          items={commands}
        />
      )}
    </div>
  )
}
