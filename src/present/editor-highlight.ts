import type { Span } from '../lib/span'
import type { DocumentId } from '../simulate'

export type HighlightTone = 'scan' | 'allow' | 'deny' | 'role'

export interface ElementHighlight {
  readonly span: Span
  readonly state: 'match' | 'now' | 'no'
  /** Short text after the line ("match"); undefined: none. */
  readonly after: string | undefined
  /** A line of its own under the value ("passed to: ecs-tasks.amazonaws.com"). */
  readonly below: string | undefined
}

/** What is lit in one document at time t. Plain values: the editor turns them into decorations and view zones. */
export interface EditorHighlight {
  readonly documentId: DocumentId
  readonly tone: HighlightTone
  /** The station whose thread comes down to it: "2", "2b", "3", "5". */
  readonly station: string
  /** The role for which it was read, where several are passed; undefined too where none was asked about. */
  readonly letter: string | undefined
  /** The statement being read or that decided; undefined for a missing one, and where the document was not read at all. */
  readonly statement: Span | undefined
  readonly elements: readonly ElementHighlight[]
  /** Implicit deny with no statement to blame: where one would go and what to write there. */
  readonly missing: { readonly at: number; readonly text: string } | undefined
  /** The thread from the gate to the statement, 0 to 1. */
  readonly thread: number
  /** Dotted blue thread of station 5. */
  readonly dotted: boolean
}
