export type GlyphName =
  | 'user'
  | 'service'
  | 'task'
  | 'iam'
  | 'sts'
  | 'role'
  | 'creds'
  | 'res'
  | 'check'
  | 'x'
  | 'play'
  | 'pause'
  | 'prev'
  | 'next'
  | 'down'
  | 'left'
  | 'right'
  | 'dots'
  | 'copy'
  | 'undo'
  | 'flag'
  | 'clock'
  | 'now'
  | 'event'
  | 'inst'
  | 'fn'
  | 'pipe'
  | 'agent'
  | 'build'
  | 'stack'
  | 'q'
  | 'close'
  | 'moon'
  | 'search'
  | 'screen'

/** A glyph in the colour and size of the text around it. Decorative: its meaning always stands beside it in words. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="g" aria-hidden="true">
      <use href={`#g-${name}`} />
    </svg>
  )
}
