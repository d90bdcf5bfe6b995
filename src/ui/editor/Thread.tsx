import type { CSSProperties } from 'react'
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
/** What an arrowhead takes at the foot of the text, in px. */
const arrowhead = 31
/** The header's height; layouts without one say so. */
const headerOfPane = 'var(--ed-head, 39px)'

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
  const header = `${headerOfPane} + ${strip}px`
  const belowView = top > height - 10
  const aboveView = bottom < 0
  const end = Math.max(0, Math.min(height - 4, bottom))
  const fallen = `calc((${end + above}px + ${header}) * ${highlight.thread})`
  const from = Math.max(0, top)
  const out = belowView || aboveView
  return (
    <>
      {highlight.dotted ? (
        <>
          <span className="threadr" />
          <span className={`thread ${highlight.tone}`} style={{ top: `calc(${from}px + ${header})`, height: Math.max(0, end - from) }} />
        </>
      ) : (
        <span
          className={`thread falling ${highlight.tone}`}
          style={{ top: -above, height: fallen, '--bracket': `calc(${from + above}px + ${header})` } as CSSProperties}
        />
      )}
      {out && highlight.thread >= 1 && (
        <button
          type="button"
          style={{ top: belowView ? `calc(${header} + ${height - arrowhead}px)` : `calc(${header} + 5px)` }}
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
