import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NoticeState } from './stores'

/** Quiet messages; the same one is shown once. */
export function createNoticeStore(): StoreApi<NoticeState> {
  let count = 0
  return createStore<NoticeState>()((set, get) => ({
    notices: [],
    notify: (tone, key, params = {}) => {
      if (get().notices.some((notice) => notice.key === key)) return
      count++
      set({ notices: [...get().notices, { id: String(count), tone, key, params }] })
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }))
}
