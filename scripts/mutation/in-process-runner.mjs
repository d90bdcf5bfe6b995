import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** @typedef {{ name: string, run: () => unknown }} Test */
/** @typedef {{ activeMutant: { id: string }, testFilter?: string[], hitLimit?: number, mutantActivation: 'static' | 'runtime' }} MutantRun */

const root = process.env.MUTATION_ROOT ?? ''

/** What Stryker's instrumented code and its runner share. */
const globals = /** @type {Record<string, any>} */ (globalThis)
globals.__stryker__ ??= {}
const shared = globals.__stryker__

/** Tests that look at the clock, or throw anything at all at the engine, are not for instrumented code. */
const left = /is fast|nothing throws/

/**
 * Runs the engine's tests inside Stryker's own process. They are bundled once, with `tiny-vitest` in Vitest's place, and read again for
 * every mutant, so that nothing that the engine keeps (compiled policies, operators) comes from the mutant before.
 */
class InProcessRunner {
  #bundle = ''
  #count = 0

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    const { build } = await import(pathToFileURL(createRequire(join(root, 'package.json')).resolve('vite')).href)
    const sandbox = process.cwd()
    const tests = readdirSync(join(sandbox, 'src/iam'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))
    // Several runners share the sandbox, and each makes its bundle anew when it starts over.
    const own = `tests-${process.pid}`
    const entry = join(sandbox, `${own}.ts`)
    const lines = tests.sort().map((path) => `import ${JSON.stringify(`./src/iam/${path.replaceAll('\\', '/')}`)}`)
    writeFileSync(
      entry,
      `import fc from 'fast-check'\nfc.configureGlobal({ numRuns: 60, seed: 1 })\n${lines.join('\n')}\nexport { tests } from 'vitest'\n`,
    )
    const modules = join(root, 'node_modules')
    await build({
      root: sandbox,
      configFile: false,
      logLevel: 'error',
      resolve: {
        alias: {
          vitest: join(root, 'scripts/mutation/tiny-vitest.mjs'),
          'fast-check': join(modules, 'fast-check'),
        },
      },
      build: { outDir: own, target: 'es2023', minify: false, lib: { entry, formats: ['es'], fileName: 'tests' } },
    })
    this.#bundle = pathToFileURL(resolve(sandbox, own, 'tests.js')).href
  }

  /** @returns {Promise<Test[]>} */
  async #load() {
    const { tests } = await import(`${this.#bundle}?${this.#count++}`)
    return tests.filter((/** @type {Test} */ test) => !left.test(test.name))
  }

  async dryRun() {
    shared.activeMutant = undefined
    shared.mutantCoverage = undefined
    const tests = []
    for (const [index, { name, run }] of (await this.#load()).entries()) {
      shared.currentTestId = String(index)
      const from = performance.now()
      /** @type {string | undefined} */
      let failure
      try {
        await run()
      } catch (error) {
        failure = String(error)
      }
      const timeSpentMs = performance.now() - from
      tests.push({
        id: String(index),
        name,
        timeSpentMs,
        ...(failure ? { status: 'failed', failureMessage: failure } : { status: 'success' }),
      })
    }
    shared.currentTestId = undefined
    return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage }
  }

  /** @param {MutantRun} options */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    shared.hitCount = hitLimit === undefined ? undefined : 0
    shared.hitLimit = hitLimit
    shared.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    let nrOfTests = 0
    try {
      const tests = await this.#load()
      shared.activeMutant = activeMutant.id
      const chosen = testFilter ? testFilter.map((id) => /** @type {Test} */ (tests[Number(id)])) : tests
      for (const { name, run } of chosen) {
        nrOfTests++
        try {
          await run()
        } catch (error) {
          if (shared.hitLimit && shared.hitCount > shared.hitLimit) return { status: 'timeout', reason: 'hit limit' }
          return { status: 'killed', killedBy: [name], failureMessage: String(error), nrOfTests }
        }
      }
      return { status: 'survived', nrOfTests }
    } catch (error) {
      // A mutant may break what runs when a module is read, but it never takes the module away.
      if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
        return { status: 'error', errorMessage: error.message }
      return { status: 'killed', killedBy: ['reading the tests'], failureMessage: String(error), nrOfTests }
    } finally {
      shared.activeMutant = undefined
    }
  }
}

const create = () => new InProcessRunner()
create.inject = /** @type {[]} */ ([])

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: create }]
