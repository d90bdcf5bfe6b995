import { findBrowser } from './browser.mjs'
import { build, install, runBin } from './run.mjs'

const failed = install() || build()
if (failed) process.exit(failed)
const path = await findBrowser().catch((/** @type {Error} */ error) => {
  console.error(error.message)
  return process.exit(2)
})
process.exit(
  runBin('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: path }),
)
