import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build, install, root, runBin } from './run.mjs'
import { shrinkPictures } from './shrink-pictures.mjs'

const failed = install() || build()
if (failed) process.exit(failed)
const path = await findBrowser().catch((/** @type {Error} */ error) => {
  console.error(error.message)
  return process.exit(2)
})
const code = runBin('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)], {
  CHROMIUM_PATH: path,
})
if (process.argv.some((argument) => /^(-u|--update-snapshots)/.test(argument))) shrinkPictures(join(root, 'e2e/snapshots'))
process.exit(code)
