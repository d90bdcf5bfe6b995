import { catalogue } from './catalogue'
import { challenge } from './challenge'
import { compare } from './compare'
import { deputy } from './deputy'
import { direct } from './direct'
import { embed } from './embed'
import { exports } from './exports'
import { gains } from './gains'
import { highlights } from './highlights'
import { keys } from './keys'
import { layers } from './layers'
import { library } from './library'
import { lint } from './lint'
import { otherRuns } from './other-runs'
import { pasteError } from './paste-error'
import { picker } from './picker'
import { presenter } from './presenter'
import { problems } from './problems'
import { scenarios } from './scenarios'
import { sceneLint } from './scene-lint'
import { sessionPolicies } from './session-policies'
import { share } from './share'
import { told } from './told'
import { turns } from './turns'

/** What is said in the editors, terminals, notices and dialogs, which come after the first paint. */
export const late = {
  ...catalogue,
  ...challenge,
  ...compare,
  ...deputy,
  ...direct,
  ...embed,
  ...exports,
  ...gains,
  ...highlights,
  ...keys,
  ...layers,
  ...library,
  ...lint,
  ...otherRuns,
  ...pasteError,
  ...picker,
  ...presenter,
  ...problems,
  ...scenarios,
  ...sceneLint,
  ...sessionPolicies,
  ...share,
  ...told,
  ...turns,
} as const
