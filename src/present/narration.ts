import type { MessageParams, RichText } from '../i18n'
import type { SegmentId } from './timeline'

export type AsideAction =
  | 'play'
  | 'fix'
  | 'hint'
  | 'next-scenario'
  | 'unwrap'
  | 'reset'
  | 'nearest-call'
  /** Makes a text that is no JSON into JSON by the one small change that would do. */
  | 'repair'
  /** Lets the trust policy name the caller instead of the account. */
  | 'name-caller'
  | 'compare'
  /** Goes on as the session of an allowed direct call. */
  | 'chain'
  | 'remove-condition'
  | 'add-condition'
  | 'own-call'

/** What a person may expect of a run before it plays. */
export type Guess = 'runs' | 'pass-role' | 'assume-role'
export const guesses = ['runs', 'pass-role', 'assume-role'] as const satisfies readonly Guess[]

/** What is said at time t. Composed from reason codes, so it stays true after any edit. */
export interface Narration {
  readonly seal: {
    /** `flag`: it is the reader's move. */
    readonly kind: 'play' | 'station' | 'allow' | 'deny' | 'unreadable' | 'flag'
    readonly text: string
    readonly speaker: 'user' | 'service' | 'role' | undefined
  }
  readonly headline: RichText
  readonly body: RichText
  readonly aside:
    | {
        readonly title: string
        readonly text: RichText
        readonly actions: readonly AsideAction[]
        /** What the action `repair` does, for its button. */
        readonly repair?: string
        /** Whom the actions speak of. */
        readonly names?: MessageParams
        /** AWS's page on it. */
        readonly page?: string | undefined
      }
    | undefined
  /** Before the first play: what one may guess. */
  readonly guesses: readonly Guess[]
  /** The segment that is spoken of; undefined before the first. */
  readonly segment?: SegmentId | undefined
}
