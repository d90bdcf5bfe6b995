import type { Page } from '@playwright/test'
import { editorsReady, expect, main, open, test } from './fixtures'

const picture = (page: Page) => page.locator('.stage .canvas').innerHTML()

test('Space plays and pauses, and the clock stands still when paused', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('Space')
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  await expect(main(page)).toHaveAttribute('data-step', '1')
  await page.keyboard.press('Space')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  const askedFrames = () =>
    page.evaluate(async () => {
      let count = 0
      const original = requestAnimationFrame
      window.requestAnimationFrame = (callback) => {
        count++
        return original(callback)
      }
      await new Promise((resolve) => original(() => original(() => original(resolve))))
      window.requestAnimationFrame = original
      return count
    })
  // The editors, arriving, may ask for a few of their own.
  await editorsReady(page)
  await expect.poll(askedFrames).toBe(0)
})

test('playing reaches the end by itself', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role' })
  await page.getByRole('button', { name: /^Speed/ }).click()
  await page.getByRole('button', { name: /^Speed/ }).click()
  await page.locator('.pp').click()
  await expect(main(page)).toHaveAttribute('data-step', 'error', { timeout: 20_000 })
  await expect(main(page)).toHaveAttribute('data-playing', 'false', { timeout: 20_000 })
})

test('stepping and scrubbing there and back gives the same picture', async ({ page }) => {
  await open(page, { scenario: 'source-account' })
  await editorsReady(page)
  // Lines come once the nodes have been measured.
  await expect(page.locator('.stage .react-flow__edge').first()).toBeAttached()
  const steps: string[] = []
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('ArrowRight')
    steps.push(await picture(page))
  }
  await page.keyboard.press('End')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Home')
  for (const before of steps) {
    await page.keyboard.press('ArrowRight')
    expect(await picture(page)).toBe(before)
  }
  const slider = page.getByRole('slider')
  const box = await slider.boundingBox()
  if (!box) throw new Error('no slider')
  await page.mouse.click(box.x + box.width * 0.3, box.y + 20)
  const scrubbed = await picture(page)
  const t = await slider.getAttribute('aria-valuenow')
  await page.mouse.click(box.x + box.width * 0.05, box.y + 20)
  expect(await picture(page)).not.toBe(scrubbed)
  await page.mouse.click(box.x + box.width * 0.3, box.y + 20)
  expect(await slider.getAttribute('aria-valuenow')).toBe(t)
  expect(await picture(page)).toBe(scrubbed)
})

test('digits go to stations, Home to the start', async ({ page }) => {
  await open(page)
  await page.keyboard.press('3')
  await expect(main(page)).toHaveAttribute('data-step', '3')
  await page.keyboard.press('5')
  await expect(main(page)).toHaveAttribute('data-step', '5')
  await page.keyboard.press('Home')
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
})

test('before the first play nothing is given away', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await expect(page.locator('.tl .mk')).toHaveCount(0)
  await expect(page.locator('.tl .nr')).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(page.locator('.tl .mk.no')).toHaveCount(1)
  await expect(page.locator('.tl .nr')).toHaveCount(3)
})
