import type { RichText } from '../i18n'

export type AsideAction = 'play' | 'fix' | 'hint' | 'next-scenario' | 'unwrap' | 'reset' | 'nearest-call'

/** What is said at time t. Composed from reason codes, so it stays true after any edit. */
export interface Narration {
  readonly seal: {
    readonly kind: 'play' | 'station' | 'allow' | 'deny' | 'unreadable'
    readonly text: string
    readonly speaker: 'user' | 'service' | 'role' | undefined
  }
  readonly headline: RichText
  readonly body: RichText
  readonly aside: { readonly title: string; readonly text: RichText; readonly actions: readonly AsideAction[] } | undefined
  /** For the polite live region; changes once per step and verdict. */
  readonly announce: string
}
