import { useCallback } from 'react'
import { type RoleAnswer, roleAnswers } from '../../present'
import { useWorkspace } from '../AppStores'
import { useDerived } from '../use-derived'

/** Each of several roles with what ② and ③ have said of it up to now. */
export function useRoleAnswers(): readonly RoleAnswer[] {
  const timeline = useWorkspace((state) => state.timeline)
  return useDerived(useCallback((t: number) => roleAnswers(timeline, t), [timeline]))
}
