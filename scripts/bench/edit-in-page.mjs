import { join } from 'node:path'
import { findBrowser } from '../browser.mjs'
import { build, root } from '../run.mjs'

/** Median time from a key in the identity policy to the new outcome on the page, over ten edits there and back. */
export async function editInPage() {
  if (build()) return
  const { serve } = await import('../serve.mjs')
  const { chromium } = await import('@playwright/test')
  const { server, address } = await serve(join(root, 'dist'), 4400)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}#fresh=1`)
  await page.locator('[data-document=identityPolicy] .view-line', { hasText: '"ecs:RunTask"' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const times = /** @type {number[]} */ ([])
    let pressed = 0
    addEventListener('keydown', () => (pressed = performance.now()), true)
    if (main) new MutationObserver(() => times.push(performance.now() - pressed)).observe(main, { attributeFilter: ['data-outcome'] })
    Object.assign(window, { times })
  })
  for (let i = 0; i < 10; i++) {
    await page.keyboard.type('x')
    await page.locator('main[data-outcome=denied]').waitFor()
    await page.keyboard.press('Backspace')
    await page.locator('main[data-outcome=allowed]').waitFor()
  }
  const times = await page.evaluate(() => /** @type {{ times: number[] }} */ (/** @type {unknown} */ (window)).times)
  await browser.close()
  server.close()
  const sorted = times.sort((a, b) => a - b)
  console.log(
    `from an edit to the new outcome in the page       ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms (median of ${times.length})`,
  )
}
