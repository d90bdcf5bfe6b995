import { useNotices, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import './notices.css'

/** Quiet notices in a corner: about keeping, links and files, never about verdicts. */
export function NoticeBar() {
  const translate = useTranslate()
  const notices = useNotices((state) => state.notices)
  const dismiss = useNotices((state) => state.dismiss)
  return (
    <div className="notices">
      {notices.map((notice) => (
        <div key={notice.id} className={`notice ${notice.tone}`} role="note">
          <span>{translate(notice.key, notice.params)}</span>
          <button type="button" className="ib" aria-label={translate('notice.dismiss')} onClick={() => dismiss(notice.id)}>
            <Glyph name="close" />
          </button>
        </div>
      ))}
    </div>
  )
}
