import type { Language } from '../i18n'
import type { Check, Documents } from '../simulate'

export type Texts = Readonly<Record<Language, string>>

/** What a trace must show for a scenario's goal to be met. Judged on the trace, never on the JSON's shape. */
export interface Goal {
  readonly outcome: 'allowed' | 'denied'
  readonly stoppedAt?: Check
  /** Where the call is somebody else's: how the owner's own must end, so that nobody solves it by locking everybody out. */
  readonly ownCall?: 'allowed'
  /** Requests that must stay denied whatever the learner writes: the request document with these members replaced. */
  readonly staysDenied?: readonly { readonly text: Texts; readonly request: Readonly<Record<string, unknown>>; readonly stoppedAt: Check }[]
}

/** What a scenario's start must show: the deciding statement and why. Asserted by its test. */
export interface Expected {
  readonly outcome: 'allowed' | 'denied'
  readonly stoppedAt?: Check
  readonly seenAt?: 'call' | 'later'
  /** Sid of the deciding statement; undefined where there is none to blame. */
  readonly sid?: string
  /** The mismatch of the element that decided, or the refusal. */
  readonly reason?: string
}

export interface Scenario {
  readonly id: string
  readonly documents: Documents
  /** Undefined for a scenario that already runs. */
  readonly solution: Documents | undefined
  readonly expected: Expected
  readonly goal: Goal
  /** One or two sentences: the situation the learner meets. */
  readonly story: Texts
  /** What to do or look at: shown beside the headline after the run. */
  readonly task: Texts
  /** From where to look to the fix. */
  readonly hints: readonly Texts[]
  /** One surprising true thing. */
  readonly insight: Texts
}

/** What a trainer has at hand for a scenario. `\`code\`` and `**weight**` as in Markdown; nothing else is read as markup. */
export interface TrainerNotes {
  /** A question to the room before or during the run, with the answer to wait for. */
  readonly ask: Texts
  readonly say: readonly Texts[]
  /** What somebody in the room always asks, and the answer. */
  readonly question: Texts
}
