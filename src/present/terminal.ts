/**
 * How a stretch of terminal text is drawn. `key`: underlined, one of the two phrases that decide; `good-key`: what to look at in an answer; `error`, `good`, `dim` colour; `option`:
 * never broken at its hyphens; `link`: an address.
 */
export interface TerminalSpan {
  readonly text: string
  readonly tone: 'plain' | 'dim' | 'error' | 'good' | 'key' | 'good-key' | 'option' | 'link'
}

/** One terminal-like panel: the caller's, or the place where a later failure shows. AWS's own words stay English. */
export interface TerminalPanel {
  readonly id: 'caller' | 'output'
  readonly title: string
  readonly status: { readonly kind: 'returned' | 'error'; readonly text: string } | undefined
  readonly lines: readonly (readonly TerminalSpan[])[]
  /** What the copy button copies: the error, else the command. */
  readonly copy: string
}
