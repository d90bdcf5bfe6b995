import type { EditorHighlight } from '../../present'
import { useTranslate } from '../AppStores'

/** Where the statement stands, in px from the editor's top, and how high the editor is. */
export interface ThreadPlace {
  readonly top: number
  readonly bottom: number
  readonly height: number
}

/** From the stage above the pane. */
const above = 16
const headerOfPane = 39

interface ThreadProps {
  readonly highlight: EditorHighlight
  readonly place: ThreadPlace
  /** px of the level strip between the header and the text. */
  readonly strip: number
  readonly onShow: () => void
}

/** The line from a check to the statement that decided it, along its side; an arrowhead where that is out of view. */
export function Thread({ highlight, place, strip, onShow }: ThreadProps) {
  const translate = useTranslate()
  const { top, bottom, height } = place
  const header = headerOfPane + strip
  const belowView = top > height - 10
  const aboveView = bottom < 0
  const end = Math.max(0, Math.min(height - 4, bottom)) + header
  const fallen = (end + above) * highlight.thread
  const out = belowView || aboveView
  return (
    <>
      {highlight.dotted ? (
        <>
          <span className="threadr" />
          <span
            className={`thread ${highlight.tone}`}
            style={{ top: Math.max(0, top) + header, height: Math.max(0, end - header - Math.max(0, top)) }}
          />
        </>
      ) : (
        <span className={`thread ${highlight.tone}`} style={{ top: -above, height: fallen }} />
      )}
      {out && highlight.thread >= 1 && (
        <button
          type="button"
          style={!belowView && strip > 0 ? { top: header + 5 } : undefined}
          className={`thread-out ${highlight.tone} ${belowView ? 'down' : 'up'}`}
          aria-label={translate('thread.show')}
          onClick={onShow}
        >
          {belowView ? '▼' : '▲'}
        </button>
      )}
    </>
  )
}
