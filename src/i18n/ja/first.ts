import { chrome } from './chrome'
import { narration } from './narration'
import { stage } from './stage'

/** What the first screen says. */
export const first = { ...chrome, ...stage, ...narration } as const
