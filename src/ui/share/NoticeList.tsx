import { useEffect } from 'react'
import type { Notice, NoticeAction } from '../../state'
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

/** In ms: long enough to be read, and then what it lies over is free again. */
const readFor = 8000

/** What only says that something was done goes by itself; a problem, and an offer, stay until they are answered. */
function useGoesByItself({ id, tone, action }: Notice): void {
  const dismiss = useNotices((state) => state.dismiss)
  const passing = tone === 'info' && action === undefined
  useEffect(() => {
    if (!passing) return
    const timer = setTimeout(() => dismiss(id), readFor)
    return () => clearTimeout(timer)
  }, [id, passing, dismiss])
}

function NoticeRow({ notice }: { notice: Notice }) {
  const translate = useTranslate()
  const dismiss = useNotices((state) => state.dismiss)
  useGoesByItself(notice)
  return (
    <div className={`notice ${notice.tone}`}>
      <span>{translate(notice.key, notice.params)}</span>
      {notice.action && <NoticeButton id={notice.id} action={notice.action} />}
      <button type="button" className="ib" aria-label={translate('notice.dismiss')} onClick={() => dismiss(notice.id)}>
        <Glyph name="close" />
      </button>
    </div>
  )
}

/** The notices that are there now. Fetched with the first one. */
export function NoticeList() {
  const notices = useNotices((state) => state.notices)
  return notices.map((notice) => <NoticeRow key={notice.id} notice={notice} />)
}
