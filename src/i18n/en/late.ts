import { catalogue } from './catalogue'
import { highlights } from './highlights'
import { problems } from './problems'

/** What is said in the editors and terminals, which come after the first paint. */
export const late = { ...catalogue, ...problems, ...highlights } as const
