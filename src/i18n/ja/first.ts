import { chrome } from './chrome'
import { mode } from './mode'
import { narration } from './narration'
import { stage } from './stage'
import { view } from './view'

/** What the first screen says. */
export const first = { ...chrome, ...mode, ...narration, ...stage, ...view } as const
