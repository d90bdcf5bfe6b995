import { type ClipboardEvent, type KeyboardEvent, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ScenarioId } from '../../scenarios'
import { type ChosenGuesses, exampleNumbers, readErrorText, sceneOfError } from '../../simulate'
import { useStores, useTranslate } from '../AppStores'
import { copyText } from '../copy-text'
import { Glyph } from '../icons/Glyph'
import { RichText } from '../RichText'
import { Mark } from '../stage/GateNode'
import { type ErrorRow, spoken, supposedRows, toldRows } from './error-rows'
import { GuessRows } from './GuessRows'
import { Message } from './Message'
import { ScenePreview } from './ScenePreview'
import { useClosestLesson } from './use-closest-lesson'
import '../library/library.css'
import './paste-error.css'

interface PasteDialogProps {
  /** What was pasted or dropped on the page; empty: nothing yet. */
  readonly text: string
  readonly onLesson: (id: ScenarioId) => void
  readonly onClose: () => void
}

function Rows({ rows, mark }: { rows: readonly ErrorRow[]; mark: 'ok' | '?' }) {
  return rows.map(({ label, text }) => (
    <div key={label}>
      {mark === 'ok' ? (
        <Mark state="ok" />
      ) : (
        <span className="q" aria-hidden="true">
          ?
        </span>
      )}
      <span className="k">{label}</span>
      <span>
        <RichText of={text} />
      </span>
    </div>
  ))
}

/** Opens the scene; what was there before comes back with Undo. */
function useBuild() {
  const { workspace, notices, complete } = useStores()
  return async (documents: ReturnType<typeof workspace.getState>['documents'], name: string) => {
    await complete()
    const before = workspace.getState()
    before.openDocuments({ ...documents }, name)
    const undo = { label: 'notice.undo', run: () => workspace.getState().bringBack(before) } as const
    notices.getState().notify('info', 'notice.scene-built', { name }, undo)
  }
}

/** An error message, taken apart: what it says, what it cannot know, and a scene that ends in it. */
export function PasteDialog({ text: pasted, onLesson, onClose }: PasteDialogProps) {
  const translate = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const { complete } = useStores()
  const [text, setText] = useState(pasted)
  const [writing, setWriting] = useState(pasted === '')
  const [chosen, setChosen] = useState<ChosenGuesses>({})
  const [copied, setCopied] = useState(false)
  const build = useBuild()
  useLayoutEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    // What it says and draws is among the messages that come last.
    void complete()
  }, [complete])
  const asked = useDeferredValue(text)
  const reading = useMemo(() => readErrorText(asked), [asked])
  const facts = reading.kind === 'read' ? reading.facts : undefined
  const scene = useMemo(() => facts && sceneOfError(facts, asked, chosen), [facts, asked, chosen])
  const ready = writing || scene !== undefined
  // Before anybody can press a key: what had the focus may be gone.
  useLayoutEffect(() => {
    const shown = dialog.current
    // Enter builds: that is what most people came for. Nobody's focus is taken away.
    if (!shown || !ready || (!writing && shown.querySelector('select:focus, button:focus:not(.esc)'))) return
    shown.querySelector<HTMLElement>(writing ? 'textarea' : '.acts .solid')?.focus()
  }, [writing, ready])
  const lesson = useClosestLesson(facts)
  const told = facts ? toldRows(facts, translate) : []
  const supposed = facts ? supposedRows(facts, scene, translate) : []
  const numbered = exampleNumbers(text)
  const status =
    reading.kind === 'read'
      ? spoken(reading.facts, translate)
      : reading.kind === 'unknown'
        ? translate('paste.unknown')
        : reading.kind === 'encoded'
          ? translate('paste.encoded')
          : ''

  const put = (next: string) => {
    setText(next)
    setChosen({})
    setCopied(false)
  }
  const finish = () => {
    if (!scene) return
    const { action, roles } = scene.run.trace?.situation ?? {}
    dialog.current?.close()
    void build(scene.documents, [action, roles?.[0]?.name].filter(Boolean).join(', '))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || target.closest('button, select, a')) return
    // In the field Enter is a line, unless what stands there can be built.
    if (target instanceof HTMLTextAreaElement && (event.shiftKey || !scene)) return
    event.preventDefault()
    finish()
  }
  const onPaste = (event: ClipboardEvent) => {
    const next = event.clipboardData.getData('text/plain')
    if (next === '' || (event.target instanceof HTMLTextAreaElement && text !== '')) return
    event.preventDefault()
    put(next)
    setWriting(readErrorText(next).kind !== 'read')
  }
  return (
    <dialog
      ref={dialog}
      className="lib paste n"
      aria-label={translate('paste.title')}
      onClose={onClose}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    >
      <div className="sr-in">
        <Glyph name="search" />
        <h2>{translate(reading.kind === 'read' && !writing ? 'paste.pasted' : 'paste.title')}</h2>
        <small>{translate('paste.private')}</small>
        <button type="button" className="esc" aria-label={translate('dialog.close')} onClick={() => dialog.current?.close()}>
          <kbd>Esc</kbd>
          <Glyph name="close" />
        </button>
      </div>
      {writing || reading.kind !== 'read' ? (
        <textarea
          aria-label={translate('paste.field')}
          placeholder={translate('paste.placeholder')}
          spellCheck={false}
          lang="en"
          value={text}
          onChange={(event) => put(event.target.value)}
          // Read and left: from now on it is drawn.
          onBlur={() => setWriting(readErrorText(text).kind !== 'read')}
        />
      ) : (
        <Message text={asked} parts={reading.parts} />
      )}
      <div className="bd">
        {reading.kind === 'read' ? (
          <div className="said">
            <h3>
              <Glyph name="check" />
              {translate('paste.says')}
            </h3>
            <div className="fnd">
              <Rows rows={told} mark="ok" />
            </div>
            {scene && (
              <>
                <h3>
                  <span className="q" aria-hidden="true">
                    ?
                  </span>
                  {translate('paste.cannot')} <small>{translate('paste.guesses')}</small>
                </h3>
                <div className="fnd">
                  <GuessRows guesses={scene.guesses} onChoose={(next) => setChosen((before) => ({ ...before, ...next }))} />
                  <Rows rows={supposed} mark="?" />
                </div>
              </>
            )}
          </div>
        ) : (
          <div className="said">
            {reading.kind === 'empty' && <p>{translate('paste.hint')}</p>}
            {reading.kind === 'too-long' && (
              <p role="alert">
                {translate('paste.too-long', {
                  length: reading.length.toLocaleString(translate.language),
                  most: reading.most.toLocaleString(translate.language),
                })}
              </p>
            )}
            {reading.kind === 'unknown' && (
              <>
                <h3>{translate('paste.unknown')}</h3>
                <p>{translate('paste.unknown-more')}</p>
                <ul className="forms" lang="en">
                  {reading.closest.map((form) => (
                    <li key={form}>
                      <code>{form}</code>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {reading.kind === 'encoded' && (
              <>
                <h3>{translate('paste.encoded')}</h3>
                <p>
                  <RichText of={translate.rich('paste.encoded-more')} />
                </p>
                <pre className="command" lang="en">
                  {reading.command}
                </pre>
                <button type="button" className="btn" onClick={() => void copyText(reading.command).then(setCopied)}>
                  <Glyph name="copy" />
                  {translate(copied ? 'paste.copied' : 'paste.copy')}
                </button>
              </>
            )}
          </div>
        )}
        {facts && (
          <div className="pv">
            <h3>{translate('paste.scene')}</h3>
            {scene ? <ScenePreview scene={scene} facts={facts} /> : <p>{translate('paste.none-to-build')}</p>}
            <div className="acts">
              {scene && (
                <button type="button" className="btn solid" onClick={finish}>
                  {translate('paste.build')} <kbd>↵</kbd>
                </button>
              )}
              {lesson && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    dialog.current?.close()
                    onLesson(lesson.id)
                  }}
                >
                  {translate('paste.lesson', { number: String(lesson.number).padStart(2, '0') })}
                </button>
              )}
            </div>
          </div>
        )}
      </div>
      <div className="ft">
        {scene && (
          <>
            <span>
              <kbd>↵</kbd> {translate('paste.keys.build')}
            </span>
            <span>
              <kbd>Tab</kbd> {translate('paste.keys.guess')}
            </span>
          </>
        )}
        {!writing && reading.kind === 'read' && (
          <button type="button" className="link" onClick={() => setWriting(true)}>
            {translate('paste.change')}
          </button>
        )}
        <span className="sp" />
        {numbered !== text && (
          <span className="numbers">
            {translate('paste.accounts')}{' '}
            <button type="button" className="link" onClick={() => put(numbered)}>
              {translate('paste.example-numbers')}
            </button>
          </span>
        )}
      </div>
      <span className="sr" role="status">
        {status}
      </span>
    </dialog>
  )
}
