import { lazy, Suspense, useEffect } from 'react'
import { useNotices, useStores } from '../AppStores'

const NoticeList = lazy(async () => ({ default: (await import('./NoticeList')).NoticeList }))

/** Quiet notices in a corner: about keeping, links and files, never about verdicts. */
export function NoticeBar() {
  const any = useNotices((state) => state.notices.length > 0)
  const { preferences } = useStores()
  useEffect(() => {
    // A notice of the first moment comes before its words.
    if (any) void preferences.getState().completeMessages()
  }, [any, preferences])
  return (
    <div className="notices" role="status">
      {any && (
        <Suspense>
          <NoticeList />
        </Suspense>
      )}
    </div>
  )
}
