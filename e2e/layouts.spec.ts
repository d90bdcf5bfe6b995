import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, main, test } from './fixtures'

const sizes = [
  { name: '1440×900', width: 1440, height: 900, touch: false },
  { name: '1440×770', width: 1440, height: 770, touch: false },
  { name: '1280×720', width: 1280, height: 720, touch: false },
  { name: '1920×1080', width: 1920, height: 1080, touch: false },
  { name: 'a tablet held wide', width: 1180, height: 820, touch: true },
  { name: 'a tablet', width: 820, height: 1180, touch: true },
  { name: 'a phone', width: 390, height: 844, touch: true },
  { name: 'a laptop at 200 %', width: 720, height: 450, touch: false },
  { name: 'a laptop at 400 %', width: 360, height: 225, touch: false },
] as const

const scenarios = ['passed-to-service', 'ec2-instance-profile', 'task-definition-roles', 'direct-assume-role'] as const

/** Boxes that do not stand where their node of the graph is: lines would not meet them. */
const displaced = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.stage .react-flow__node')].flatMap((node) => {
      const box = node.querySelector(':scope > :is(.gate, .blk, .sbdg, .lanes, .node, .svc, .stop)')
      if (!box) return []
      const { left, top } = box.getBoundingClientRect()
      const at = node.getBoundingClientRect()
      return Math.abs(left - at.left) + Math.abs(top - at.top) < 0.1 ? [] : [`${box.className}: ${left - at.left}, ${top - at.top}`]
    }),
  )

/** Pairs of the stage's own boxes that lie over each other, and boxes that leave the window sideways. */
const collisions = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll('.stage .gate, .stage .blk, .stage .sbdg, .stage .lanes, .stage .node, .stage .evp, .stage .stop'),
    ].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { name: `${element.className} ${element.textContent}`, left, right, top, bottom }
    })
    const faults: string[] = []
    for (const [index, a] of boxes.entries()) {
      if (a.left < 0 || a.right > innerWidth) faults.push(`${a.name} leaves the window`)
      for (const b of boxes.slice(index + 1)) {
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          faults.push(`${a.name} × ${b.name}`)
      }
    }
    return { count: boxes.length, faults }
  })

for (const { name, width, height, touch } of sizes) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, hasTouch: touch })

    for (const language of ['en', 'ja'] as const) {
      test(`nothing lies over anything, nothing is wider than the window (${language})`, async ({ page }) => {
        for (const scenario of scenarios) {
          await page.goto('about:blank')
          await page.goto(`./#scenario=${scenario}&lang=${language}`)
          await expect(main(page)).toHaveAttribute('data-outcome', /./)
          await expect(page.locator('.stage .gate')).toHaveCount(2)
          for (const key of ['Home', 'End']) {
            await page.keyboard.press(key)
            const { count, faults } = await collisions(page)
            expect(count).toBeGreaterThanOrEqual(4)
            expect(faults, `${scenario}, ${key}`).toEqual([])
            expect(await displaced(page), `${scenario}, ${key}`).toEqual([])
          }
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
        }
      })
    }

    test('the outcome is in view, and playing and stepping work under a finger', async ({ page }) => {
      await page.goto('./#scenario=passed-to-service')
      const press = async (label: string) => {
        const button = page.getByRole('region', { name: 'Playback' }).getByRole('button', { name: label, exact: true })
        const box = await button.boundingBox()
        if (touch) {
          expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40)
          await button.tap()
        } else await button.click()
      }
      await press('Play')
      await expect(main(page)).toHaveAttribute('data-playing', 'true')
      await press('Pause')
      await expect(main(page)).toHaveAttribute('data-playing', 'false')
      for (let step = 0; step < 4; step++) await press('Next step')
      await expect(main(page)).toHaveAttribute('data-step', 'error')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Stopped at check 2')
      await expect(page.locator('.stage .gate.deny .stamp.deny')).toBeVisible()
      if (height >= 600) await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
      if (height >= 600) await expect(page.locator('.stage .gate.deny')).toBeInViewport()
    })
  })
}

// Tablet and phone are among what access.spec.ts goes through.
for (const { name, width, height } of sizes.filter(({ touch, width }) => touch && width >= 1100)) {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ja'] as const) {
      test(`no accessibility violation on ${name}, ${theme} (${language})`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, ...(baseURL ? { baseURL } : {}) })
        const page = await context.newPage()
        for (const [scenario, key] of [
          ['clean-hand-over', 'Home'],
          ['wrong-service-principal', 'End'],
        ] as const) {
          await page.goto('about:blank')
          await page.goto(`./#scenario=${scenario}&lang=${language}&theme=${theme}`)
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
          await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
          await page.keyboard.press(key)
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
          expect(
            violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`),
          ).toEqual([])
        }
        await context.close()
      })
    }
  }
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the documents follow the step, a tap opens the editor over the page, and Close leads back', async ({ page }) => {
    await page.goto('./#scenario=passed-to-service')
    await expect(page.locator('.monaco[data-ready=true]')).toBeAttached()
    await page.keyboard.press('End')
    await expect(page.getByRole('tab', { name: 'Identity' })).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('button', { name: 'Open the editor' }).tap()
    const box = await page.locator('[data-document=identityPolicy]').boundingBox()
    expect(box?.height).toBeGreaterThan(600)
    await page.getByRole('tab', { name: 'Trust' }).tap()
    await expect(page.locator('[data-document=trustPolicy]')).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).tap()
    await expect(page.getByRole('button', { name: 'Open the editor' })).toBeFocused()
  })

  test('the sheet grows and shrinks by keyboard and by tap', async ({ page }) => {
    await page.goto('./#scenario=passed-to-service')
    await page.keyboard.press('End')
    const sheet = page.locator('.sheet')
    const grip = page.getByRole('button', { name: 'Panel: larger or smaller' })
    await grip.tap()
    await expect(sheet).toHaveAttribute('data-size', 'full')
    await grip.press('ArrowDown')
    await grip.press('ArrowDown')
    await expect(sheet).toHaveAttribute('data-size', 'peek')
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    await expect(page.locator('.ctl .pp')).toBeInViewport()
  })
})

test('the columns are moved by keyboard and by pointer, and stay so', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#scenario=passed-to-service')
  const gate = () => page.locator('[data-id=gate-sts]').boundingBox()
  const pane = () => page.locator('[data-document=trustPolicy]').boundingBox()
  const before = await gate()
  const splitter = page.getByRole('separator', { name: 'Width of the second column' })
  await splitter.focus()
  await page.keyboard.press('ArrowRight')
  const after = await gate()
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(5)
  expect((await pane())?.x).toBeCloseTo(after?.x ?? 0, 0)
  const place = await splitter.boundingBox()
  await page.mouse.move((place?.x ?? 0) + 8, (place?.y ?? 0) + 100)
  await page.mouse.down()
  await page.mouse.move((place?.x ?? 0) - 12, (place?.y ?? 0) + 100, { steps: 4 })
  await page.mouse.up()
  const dragged = await gate()
  expect((after?.x ?? 0) - (dragged?.x ?? 0)).toBeGreaterThan(10)
  await page.reload()
  await expect.poll(async () => (await gate())?.x).toBeCloseTo(dragged?.x ?? 0, 0)
})

test('the theme follows the system until it is chosen, and the choice is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('./')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  // Without the app's own script, only what stands before it has set the theme.
  await page.route(/assets\/index-.*\.js/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.reload()
  await expect(html).toHaveAttribute('data-theme', 'dark')
})

test('print is one page', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('./#scenario=passed-to-service&theme=dark')
  await expect(page.locator('[data-document=identityPolicy] .view-line').first()).toBeVisible()
  await page.keyboard.press('End')
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
