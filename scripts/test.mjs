import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build, install, runBin } from './run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'passrole-lab-'))
let passed = 0
let failed = 0

function count(/** @type {string} */ name, /** @type {number} */ good, /** @type {number} */ bad) {
  passed += good
  failed += bad
  console.log(`${bad > 0 ? '✗' : '✓'} ${name}: ${good} passed, ${bad} failed\n`)
}

const step = (/** @type {string} */ name, /** @type {number} */ code) => count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1)

function report(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(join(reports, file), 'utf8'))
  } catch {
    // The runner ended before it could write: counted as one failure.
    return undefined
  }
}

function unit() {
  const code = runBin('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'unit.json')}`,
  ])
  const result = report('unit.json')
  const good = result?.numPassedTests ?? 0
  const bad = result?.numFailedTests ?? 0
  count('unit tests', good, bad === 0 && (code !== 0 || good === 0) ? 1 : bad)
}

async function endToEnd() {
  let path
  try {
    path = await findBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return step('end-to-end tests', 1)
  }
  const code = runBin('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json'], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
  })
  const stats = report('e2e.json')?.stats
  const good = (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  const bad = stats?.unexpected ?? 0
  count('end-to-end tests', good, bad === 0 && (code !== 0 || good === 0) ? 1 : bad)
}

if (install() !== 0) step('install', 1)
else {
  step('types', runBin('typescript/bin/tsc', ['-b']))
  step('lint', runBin('@biomejs/biome/bin/biome', ['check']))
  unit()
  const built = build()
  step('build', built)
  if (built === 0) await endToEnd()
}
rmSync(reports, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
