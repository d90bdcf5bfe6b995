import { exports } from './exports'
import { highlights } from './highlights'
import { layers } from './layers'
import { library } from './library'
import { problems } from './problems'
import { scenarios } from './scenarios'
import { share } from './share'
import { told } from './told'

/** What is said in the editors, terminals and notices, which come after the first paint. */
export const late = { ...exports, ...highlights, ...layers, ...library, ...problems, ...scenarios, ...share, ...told } as const
