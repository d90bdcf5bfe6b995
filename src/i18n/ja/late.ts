import { exports } from './exports'
import { highlights } from './highlights'
import { library } from './library'
import { presenter } from './presenter'
import { problems } from './problems'
import { scenarios } from './scenarios'
import { share } from './share'
import { told } from './told'

/** What is said in the editors, terminals and notices, which come after the first paint. */
export const late = { ...problems, ...scenarios, ...highlights, ...share, ...library, ...exports, ...told, ...presenter } as const
