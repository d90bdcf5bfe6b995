import { chrome } from './chrome'
import { narration } from './narration'
import { scenarios } from './scenarios'
import { stage } from './stage'
import { theme } from './theme'

/** What the first screen says. */
export const first = { ...chrome, ...stage, ...theme, ...narration, ...scenarios } as const
