import { chrome } from './chrome'
import { narration } from './narration'
import { stage } from './stage'
import { view } from './view'

/** What the first screen says. */
export const first = { ...chrome, ...stage, ...view, ...narration } as const
