import { exports } from './exports'
import { highlights } from './highlights'
import { layers } from './layers'
import { library } from './library'
import { problems } from './problems'
import { share } from './share'

/** What is said in the editors, terminals and notices, which come after the first paint. */
export const late = { ...exports, ...highlights, ...layers, ...library, ...problems, ...share } as const
