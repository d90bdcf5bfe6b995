import { createHash } from 'node:crypto'

/** @typedef {{ id: string, fileName: string, location: object, mutatorName: string, replacement: string }} Mutant */

/**
 * Stryker knows no sampling, but asks checkers about every mutant before it runs the tests: this one turns away those that the seed
 * does not choose. They come back as compile errors and are counted as left out. MUTATION_SHARE is between 0 and 1.
 */
class SampleChecker {
  async init() {}

  async check(/** @type {readonly Mutant[]} */ mutants) {
    const share = Number(process.env.MUTATION_SHARE)
    return Object.fromEntries(
      mutants.map((mutant) => {
        const path = mutant.fileName.slice(mutant.fileName.lastIndexOf('src'))
        const text = JSON.stringify([process.env.MUTATION_SEED, path, mutant.location, mutant.mutatorName, mutant.replacement])
        const chance = createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32
        return [mutant.id, chance < share ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' }]
      }),
    )
  }

  group(/** @type {readonly Mutant[]} */ mutants) {
    return [mutants.map((mutant) => mutant.id)]
  }
}

const create = () => new SampleChecker()
create.inject = /** @type {[]} */ ([])

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: create }]
