import { chrome } from './chrome'
import { highlights } from './highlights'
import { narration } from './narration'
import { problems } from './problems'
import { scenarios } from './scenarios'
import { share } from './share'
import { stage } from './stage'

export const en = { ...chrome, ...stage, ...narration, ...highlights, ...problems, ...scenarios, ...share } as const
