import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Translate } from '../i18n'
import type { AppStores, NoticeState, PlaybackState, PreferencesState, ProgressState, WorkspaceState } from '../state'

const Context = createContext<AppStores | undefined>(undefined)

/** Hands the stores made in main.tsx to the page. */
export function AppStoresProvider({ stores, children }: { stores: AppStores; children: ReactNode }) {
  return <Context value={stores}>{children}</Context>
}

/** The stores themselves: for effects that subscribe without rendering, and for commands. */
export function useStores(): AppStores {
  const stores = useContext(Context)
  if (!stores) throw new Error('AppStoresProvider is missing')
  return stores
}

export const useWorkspace = <T,>(select: (state: WorkspaceState) => T): T => useStore(useStores().workspace, select)
export const usePlayback = <T,>(select: (state: PlaybackState) => T): T => useStore(useStores().playback, select)
export const usePreferences = <T,>(select: (state: PreferencesState) => T): T => useStore(useStores().preferences, select)
export const useNotices = <T,>(select: (state: NoticeState) => T): T => useStore(useStores().notices, select)
export const useProgress = <T,>(select: (state: ProgressState) => T): T => useStore(useStores().progress, select)

/** The translate function of the chosen language. */
export const useTranslate = (): Translate => usePreferences((state) => state.translate)
