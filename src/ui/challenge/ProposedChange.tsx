import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import type { DocumentId } from '../../simulate'
import type { Proposal } from '../../state'
import { useStores, useTranslate, useWorkspace } from '../AppStores'
import type { Editor } from '../editor/monaco'
import { Mark } from '../stage/GateNode'
import { acceptProposal } from './accept'
import { moves, rejectProposal } from './begin'
import { CodeLine } from './CodeLine'
import { type ProposedHunk, proposedHunks } from './proposed-hunks'
import { useHunkZone } from './use-hunk-zone'
import { useProposalKeys } from './use-proposal-keys'

interface BarProps {
  readonly editor: Editor
  readonly proposal: Proposal
  readonly hunk: ProposedHunk
  readonly count: number
  readonly label: string
}

/** What would come of it, and the two answers. */
function Bar({ editor, proposal, hunk, count, label }: BarProps) {
  const translate = useTranslate()
  const stores = useStores()
  const accept = useRef<HTMLButtonElement>(null)
  const { judged, current } = proposal
  useProposalKeys(editor, count, current)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another change has another bar.
  useEffect(() => accept.current?.focus({ preventScroll: true }), [hunk])
  const met = judged.goals.filter((goal) => goal.met).length
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is about a form.
    <div className="pc-bar n" role="group" aria-label={label}>
      <b>{translate('challenge.if-accepted')}</b>
      <Mark state={judged.least ? 'ok' : 'skip'} />
      <span>{translate('challenge.accepted', { met, count: judged.goals.length })}</span>
      <span className="sp" />
      {count > 1 && (
        <button
          type="button"
          className="pc-next"
          aria-label={`${translate('challenge.change.next')}, ${translate('challenge.change.of', { number: current + 1, count })}`}
          onClick={() => moves()?.turnTo((current + 1) % count)}
        >
          {translate('challenge.change.of', { number: current + 1, count })} <kbd>F7</kbd>
        </button>
      )}
      <button ref={accept} type="button" className="btn solid" onClick={() => void acceptProposal(stores, editor)}>
        {translate('challenge.accept')} <kbd>↵</kbd>
      </button>
      <button type="button" className="btn" onClick={rejectProposal}>
        {translate('challenge.reject')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}

/** A line that does not fit goes on further in, as the editor has it. */
function hanging(line: string, left: number): CSSProperties {
  const deeper = `${String(line.length - line.trimStart().length + 4)}ch`
  return { paddingLeft: `calc(${String(left)}px + ${deeper})`, textIndent: `-${deeper}` }
}

interface ChangeProps {
  readonly editor: Editor
  readonly proposal: Proposal
  readonly hunk: ProposedHunk
  readonly index: number
  readonly count: number
  readonly name: string
}

/** One change: its lines to go are marked in the text, the others stand under them. */
function Change({ editor, proposal, hunk, index, count, name }: ChangeProps) {
  const translate = useTranslate()
  const isCurrent = index === proposal.current
  const { box, left, style } = useHunkZone(editor, hunk, isCurrent)
  const told = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ')
  const [before, after] = [told(hunk.removed), told(hunk.added)]
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'replaced'
  const what = translate(`challenge.change.${kind}`, { before, after })
  const label = translate('challenge.change', { number: index + 1, count, name, line: hunk.line, what })
  return (
    <div ref={box} className="pc" style={style}>
      {hunk.added.map((line, at) => (
        // Lines have no identity but their place.
        <div className="pc-add" key={String(at)} style={hanging(line, left)}>
          <CodeLine text={line} />
        </div>
      ))}
      {isCurrent && <Bar editor={editor} proposal={proposal} hunk={hunk} count={count} label={label} />}
    </div>
  )
}

/** What is proposed for one document, in its editor. */
export function ProposedChange({
  editor,
  documentId,
  name,
  proposal,
}: {
  editor: Editor
  documentId: DocumentId
  name: string
  proposal: Proposal
}) {
  const documents = useWorkspace((state) => state.documents)
  const hunks = useMemo(() => proposedHunks(proposal, documents), [proposal, documents])
  return hunks.map(
    (hunk, index) =>
      hunk.documentId === documentId && (
        <Change
          key={`${String(hunk.line)} ${String(index)}`}
          editor={editor}
          proposal={proposal}
          hunk={hunk}
          index={index}
          count={hunks.length}
          name={name}
        />
      ),
  )
}
