import { defineConfig } from '@playwright/test'

/** Two checkouts can be tested at once, each with a port of its own. */
const port = Number(process.env.E2E_PORT ?? 4317)
const isRoot = process.getuid?.() === 0

/** The built site in real Chromium, served by the project's own server. `scripts/e2e.mjs` finds the browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A machine that does other things at the same time may be late once; what is broken fails twice.
  retries: process.env.CI ? 1 : 0,
  timeout: 40_000,
  expect: {
    timeout: 12_000,
    // A stamp that is missing is hundreds of pixels; what two runs differ in is a few.
    toHaveScreenshot: { pathTemplate: '{testDir}/snapshots/{arg}{ext}', threshold: 0.1, maxDiffPixels: 40, scale: 'css' },
  },
  reporter: 'line',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        // Screenshots are the same to the byte only without partial raster; the rest keeps Chromium from calling anybody.
        '--disable-partial-raster',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `node ../scripts/serve-for-tests.mjs ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
})
