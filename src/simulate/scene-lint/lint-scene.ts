import type { Problem } from '../../iam'
import { lintDirectCall } from './lint-direct-call'
import { lintLayers } from './lint-layers'
import { lintPassedRoles } from './lint-passed-roles'
import { lintServices } from './lint-services'
import { readScene, type Scene, type SceneInput } from './scene'

const families: readonly ((scene: Scene) => readonly Problem[])[] = [lintServices, lintPassedRoles, lintDirectCall, lintLayers]

/** Findings beyond this are of no use to a reader. */
const mostFindings = 500

/**
 * Advice about what only several documents together can tell: which service takes which role on, who calls, and what limits the caller.
 * Says nothing of a document that IAM would not save. Never changes a verdict, never throws; each place is told of one thing once.
 */
export function lintScene(input: SceneInput): readonly Problem[] {
  const scene = readScene(input)
  const told = new Set<string>()
  const found = families
    .flatMap((family) => family(scene))
    .filter(({ code, span }) => {
      const key = `${code} ${span.documentId} ${span.start}`
      return !told.has(key) && told.add(key)
    })
  return found.slice(0, mostFindings)
}
