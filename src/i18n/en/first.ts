import { chrome } from './chrome'
import { mode } from './mode'
import { narration } from './narration'
import { phone } from './phone'
import { stage } from './stage'
import { view } from './view'

/** What the first screen says. */
export const first = { ...chrome, ...mode, ...narration, ...phone, ...stage, ...view } as const
