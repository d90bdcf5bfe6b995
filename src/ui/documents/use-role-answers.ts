import { type RoleAnswer, roleAnswers } from '../../present'
import { useSaid } from '../use-derived'

/** Each of several roles with what ② and ③ have said of it up to now. */
export function useRoleAnswers(): readonly RoleAnswer[] {
  return useSaid(roleAnswers)
}
