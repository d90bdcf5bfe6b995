import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NoticeState } from './stores'

/** Quiet messages; one that is said again takes the place of the one before. */
export function createNoticeStore(): StoreApi<NoticeState> {
  let count = 0
  return createStore<NoticeState>()((set, get) => ({
    notices: [],
    notify: (tone, key, params = {}, action = undefined) => {
      count++
      const others = get().notices.filter((notice) => notice.key !== key)
      set({ notices: [...others, { id: String(count), tone, key, params, action }] })
    },
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }))
}
