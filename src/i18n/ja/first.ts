import { chrome } from './chrome'
import { mode } from './mode'
import { narration } from './narration'
import { scenarios } from './scenarios'
import { stage } from './stage'

/** What the first screen says. */
export const first = { ...chrome, ...stage, ...mode, ...narration, ...scenarios } as const
