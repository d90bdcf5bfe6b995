import { existsSync } from 'node:fs'
import { run, runBin } from './run.mjs'

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const fromSystem = () => system.find((path) => existsSync(path))

/** Playwright's own browser, if it has been downloaded. */
async function ownBrowser() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/**
 * Finds a Chromium: CHROMIUM_PATH, Playwright's own, the system's; else installs one. Throws when CHROMIUM_PATH names nothing, or when
 * none can be had.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and nothing is there.`)
    return named
  }
  const found = (await ownBrowser()) ?? fromSystem()
  if (found) return found
  console.log('No Chromium here yet: installing one…')
  runBin('@playwright/test/cli.js', ['install', 'chromium'])
  const downloaded = await ownBrowser()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
    const installed = fromSystem()
    if (installed) return installed
  }
  throw new Error('No Chromium found, and none could be installed. Set CHROMIUM_PATH to one.')
}
