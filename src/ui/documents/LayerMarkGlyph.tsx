import { joinedMark, type LayerMark } from '../../present'
import { useTranslate } from '../AppStores'
import { Mark } from '../stage/GateNode'

/** What a document or a level has said, told apart by shape and in words; nothing before it was asked. */
export function LayerMarkGlyph({ marks }: { marks: readonly LayerMark[] }) {
  const translate = useTranslate()
  const mark = joinedMark(marks)
  return (
    mark && (
      <span className="lm" role="img" aria-label={translate(`layers.mark.${mark}`)}>
        <Mark state={mark} />
      </span>
    )
  )
}
