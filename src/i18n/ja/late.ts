import { compare } from './compare'
import { gains } from './gains'
import { highlights } from './highlights'
import { library } from './library'
import { problems } from './problems'
import { share } from './share'

/** What is said in the editors, terminals and notices, which come after the first paint. */
export const late = { ...compare, ...gains, ...problems, ...highlights, ...share, ...library } as const
