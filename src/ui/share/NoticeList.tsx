import type { NoticeAction } from '../../state'
import { useNotices, useTranslate } from '../AppStores'
import { Glyph } from '../icons/Glyph'
import './notices.css'

function NoticeButton({ id, action }: { id: string; action: NoticeAction }) {
  const translate = useTranslate()
  const dismiss = useNotices((state) => state.dismiss)
  const onClick = () => {
    dismiss(id)
    action.run()
  }
  return (
    <button type="button" className="btn" onClick={onClick}>
      {translate(action.label)}
    </button>
  )
}

/** The notices that are there now. Fetched with the first one. */
export function NoticeList() {
  const translate = useTranslate()
  const notices = useNotices((state) => state.notices)
  const dismiss = useNotices((state) => state.dismiss)
  return (
    <>
      {notices.map((notice) => (
        <div key={notice.id} className={`notice ${notice.tone}`}>
          <span>{translate(notice.key, notice.params)}</span>
          {notice.action && <NoticeButton id={notice.id} action={notice.action} />}
          <button type="button" className="ib" aria-label={translate('notice.dismiss')} onClick={() => dismiss(notice.id)}>
            <Glyph name="close" />
          </button>
        </div>
      ))}
    </>
  )
}
