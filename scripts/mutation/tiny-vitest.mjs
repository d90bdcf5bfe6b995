import { equals, iterableEquality, subsetEquality } from '@vitest/expect'

/**
 * As much of Vitest as the engine's tests use, in the same process: a mutant costs milliseconds instead of a run of Vitest.
 * @type {{ name: string, run: () => unknown }[]}
 */
export const tests = []
/** @type {string[]} */
const path = []

/** @param {unknown} row */
const argumentsOf = (row) => (Array.isArray(row) ? row : [row])

function each(/** @type {(name: string, body: () => unknown) => void} */ define) {
  return (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) => {
    for (const [index, row] of rows.entries()) define(`${name} [${index}]`, () => body(...argumentsOf(row)))
  }
}

function defineTest(/** @type {string} */ name, /** @type {() => unknown} */ run) {
  tests.push({ name: [...path, name].join(' > '), run })
}

function defineGroup(/** @type {string} */ name, /** @type {() => unknown} */ body) {
  path.push(name)
  body()
  path.pop()
}

export const it = Object.assign(defineTest, { each: each(defineTest) })
export const test = it
export const describe = Object.assign(defineGroup, { each: each(defineGroup) })

/** @type {Record<string, (got: any, wanted: any) => boolean>} */
const matchers = {
  toBe: Object.is,
  toEqual: (got, wanted) => equals(got, wanted, [iterableEquality]),
  toMatchObject: (got, wanted) => equals(got, wanted, [iterableEquality, subsetEquality]),
  toContain: (got, wanted) => got.includes(wanted),
  toHaveLength: (got, wanted) => got.length === wanted,
  toMatch: (got, wanted) => (typeof wanted === 'string' ? got.includes(wanted) : wanted.test(got)),
  toBeLessThan: (got, wanted) => got < wanted,
}

function assertions(/** @type {unknown} */ got, /** @type {boolean} */ positive) {
  return Object.fromEntries(
    Object.entries(matchers).map(([name, matches]) => [
      name,
      (/** @type {unknown} */ wanted) => {
        if (matches(got, wanted) !== positive) throw new Error(`expected ${String(got)} ${positive ? '' : 'not '}${name} ${String(wanted)}`)
      },
    ]),
  )
}

export const expect = (/** @type {unknown} */ got) => ({ ...assertions(got, true), not: assertions(got, false) })
