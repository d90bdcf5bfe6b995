import { join } from 'node:path'
import { findBrowser } from '../browser.mjs'
import { root } from '../run.mjs'

/** How much slower the CPU is made. */
const slowdown = 4
const runs = 3
const goal = 17.5

/** What a run of the animation took, in ms between frames, and what disturbed it. */
async function playOnce(/** @type {import('@playwright/test').Page} */ page) {
  return page.evaluate(async () => {
    const main = document.querySelector('main')
    const longTasks = /** @type {number[]} */ ([])
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration))
    })
    const deltas = /** @type {number[]} */ ([])
    const steps = new Set()
    let last = 0
    let shown = ''
    let moved = 0
    const measured = new Promise((resolve) => {
      const onFrame = (/** @type {number} */ now) => {
        if (last > 0) deltas.push(now - last)
        last = now
        const needle = document.querySelector('.needle')?.getAttribute('style') ?? ''
        if (needle !== shown) moved++
        shown = needle
        steps.add(main?.dataset.step)
        if (main?.dataset.playing === 'true') requestAnimationFrame(onFrame)
        else resolve(undefined)
      }
      requestAnimationFrame(onFrame)
    })
    observer.observe({ type: 'longtask' })
    await measured
    observer.disconnect()
    deltas.sort((a, b) => a - b)
    const at = (/** @type {number} */ share) => deltas[Math.floor(deltas.length * share)] ?? 0
    return { frames: deltas.length, moved, steps: steps.size, median: at(0.5), p95: at(0.95), most: at(0.999), longTasks }
  })
}

/** Long tasks of an empty page that only counts frames, for as long as a scenario plays: what the machine adds by itself. In ms. */
async function longTasksOfNothing(/** @type {import('@playwright/test').BrowserContext} */ context) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const found = await page.evaluate(async () => {
    const longTasks = /** @type {number[]} */ ([])
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration))
    })
    observer.observe({ type: 'longtask' })
    const start = performance.now()
    await new Promise((resolve) => {
      const onFrame = () => (performance.now() - start < 20_000 ? requestAnimationFrame(onFrame) : resolve(undefined))
      requestAnimationFrame(onFrame)
    })
    observer.disconnect()
    return longTasks
  })
  await page.close()
  return found
}

const counted = (/** @type {readonly number[]} */ tasks) =>
  tasks.length === 0 ? 'none' : `${tasks.length} (${[...tasks].sort((a, b) => b - a).join(', ')} ms)`

/** How often the page asks for a frame in a second in which nothing plays. */
function askedWhilePaused(/** @type {import('@playwright/test').Page} */ page) {
  return page.evaluate(async () => {
    const original = window.requestAnimationFrame
    let asked = 0
    window.requestAnimationFrame = (callback) => {
      asked++
      return original(callback)
    }
    await new Promise((resolve) => setTimeout(resolve, 1000))
    window.requestAnimationFrame = original
    return asked
  })
}

/** Frame times while it plays, three editors mounted, the CPU slowed; and the frames asked for while it does not. Needs the built site. */
export async function playInPage() {
  const { serve } = await import('../serve.mjs')
  const { chromium } = await import('@playwright/test')
  const { server, address } = await serve(join(root, 'dist'), 4400)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  console.log(`tasks > 50 ms of an empty page in 20 s, CPU ${slowdown} times slower  ${counted(await longTasksOfNothing(context))}`)
  console.log(`frames while playing, CPU ${slowdown} times slower     frames  moved  steps   median      p95    99.9 %  tasks > 50 ms`)
  for (const scenario of ['clean-hand-over', 'task-definition-roles']) {
    const page = await context.newPage()
    await page.goto(`${address}#scenario=${scenario}`)
    await page.waitForFunction(() => document.querySelectorAll('.monaco[data-ready=true]').length >= 3)
    // Everything that comes after the editors has come: nothing asks for the network or a frame any more.
    await page.waitForLoadState('networkidle')
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    let best = Number.POSITIVE_INFINITY
    for (let run = 1; run <= runs; run++) {
      await page.locator('body').press('Home')
      await page.locator('.pp').click()
      const { frames, moved, steps, median, p95, most, longTasks } = await playOnce(page)
      best = Math.min(best, p95)
      const cells = [
        String(frames).padStart(6),
        String(moved).padStart(6),
        String(steps).padStart(6),
        ...[median, p95, most].map((ms) => `${ms.toFixed(1)} ms`.padStart(9)),
        `  ${counted(longTasks)}`,
      ]
      console.log(`  ${`${scenario}, run ${run}`.padEnd(50)}${cells.join(' ')}`)
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const asked = await askedWhilePaused(page)
    console.log(
      `  ${`${scenario}, best`.padEnd(50)} p95 ${best.toFixed(1)} ms (goal ${goal} ms); frames asked for in a paused second: ${asked}`,
    )
    await page.close()
  }
  await browser.close()
  server.close()
}
