import { createCatalogue } from './catalogue'
import { ecs } from './pass-sites/ecs'

/** What a fresh visit needs before its first paint; the full catalogue is fetched after it, or before a request that needs it. */
export const firstCatalogue = createCatalogue([ecs])
