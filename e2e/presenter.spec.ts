import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, main, open, test } from './fixtures'

const presenting = (page: Page) => page.locator('main.presenting')

/** Starts presenting with the button, as a person would. */
async function present(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Present|プレゼン)$/ }).click()
  await expect(presenting(page)).toBeVisible()
  await expect(page.locator('.pres .ev .l').first()).toBeVisible()
}

test('a clicker leads through a scenario to its end, and on to the next, which stands idle', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await present(page)
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  await expect(page.locator('.pres .ft')).toContainText('03 PassedToService mismatch')
  // The bar does not tell before the run how far it will come.
  await expect(page.locator('.progress .nr')).toHaveCount(0)
  await expect(page.locator('[data-document=request] .l').first()).toContainText('"caller"')
  for (let presses = 0; presses < 12 && (await main(page).getAttribute('data-step')) !== 'error'; presses++)
    await page.keyboard.press('PageDown')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  // One press more than the end: two would be the next scenario's first step.
  await page.keyboard.press('End')
  await page.keyboard.press('PageDown')
  await expect(page.locator('.pres .ft')).toContainText('04 A role with a path')
  await expect(page.locator('.pres .ft')).toContainText('4 / 32')
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  await page.keyboard.press('PageUp')
  await expect(page.locator('.pres .ft')).toContainText('03 PassedToService mismatch')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
})

test('the room sees the deciding statement alone, and the message shortened', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service', language: 'ja' })
  await present(page)
  await page.keyboard.press('End')
  const statement = page.locator('.pres [data-document=identityPolicy]')
  await expect(statement.locator('.l')).toHaveCount(7)
  await expect(statement.locator('.m-no')).toHaveText('"lambda.amazonaws.com"')
  await expect(statement.locator('.zone')).toContainText('ecs-tasks.amazonaws.com')
  await expect(statement).not.toContainText('RunTasks')
  await expect(page.locator('.pres .term pre')).toContainText('…role/app-task')
  await expect(page.locator('.pres .term pre')).not.toContainText('arn:aws')
})

test('by keyboard alone: in from the palette, blank and back, and out with Escape', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('>present')
  await page.keyboard.press('Enter')
  await expect(presenting(page)).toBeFocused()
  await page.keyboard.press('b')
  await expect(page.locator('.blank')).toBeVisible()
  await expect(page.locator('.blank')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
  // Before the room the first key only brings the picture back.
  await page.keyboard.press('PageDown')
  await expect(page.locator('.blank')).toHaveCount(0)
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  // The library is not at hand here.
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(presenting(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Present' })).toBeFocused()
  await expect(page.locator('[data-document=identityPolicy]')).toBeVisible()
})

test('the pointer goes when it rests', async ({ page }) => {
  await open(page)
  await present(page)
  await page.mouse.move(300, 300)
  await expect(presenting(page)).not.toHaveClass(/no-pointer/)
  await expect(presenting(page)).toHaveClass(/no-pointer/)
  await expect(presenting(page)).toHaveCSS('cursor', 'none')
  await page.mouse.move(320, 300)
  await expect(presenting(page)).not.toHaveClass(/no-pointer/)
})

test('the trainer window shows the notes and moves the presentation; both stay in step', async ({ page, context }) => {
  await open(page, { scenario: 'passed-to-service', language: 'ja' })
  await present(page)
  const opening = context.waitForEvent('page')
  await page.keyboard.press('n')
  const trainer = await opening
  const faults: string[] = []
  trainer.on('pageerror', (error) => faults.push(error.message))
  trainer.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await expect(trainer.getByRole('heading', { name: '話すこと' })).toBeVisible()
  await expect(trainer.locator('.notes')).toContainText('渡し先のサービスプリンシパル')
  await expect(trainer.locator('.clock time')).toHaveText(/^00:/)
  await expect(trainer.locator('.schedule')).toContainText('03 PassedToService の不一致')
  await trainer.getByRole('button', { name: '次のステップ' }).click()
  await expect(main(page)).toHaveAttribute('data-step', '1')
  await expect(trainer.locator('.schedule')).toContainText('ステップ 1/3')
  // The keys of a clicker arrive whichever window has the focus.
  await trainer.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  await expect(trainer.locator('.preview h1')).toContainText('②で停止')
  await trainer.getByRole('button', { name: '画面を暗くする' }).click()
  await expect(page.locator('.blank')).toBeVisible()
  // Behind the blank screen the next scenario is made ready.
  await trainer.getByRole('button', { name: '次のシナリオ' }).click()
  await expect(trainer.locator('.schedule')).toContainText('04 パス付きのロール')
  await expect(page.locator('.blank')).toBeVisible()
  await trainer.getByRole('button', { name: '画面を戻す' }).click()
  await expect(page.locator('.blank')).toHaveCount(0)
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  await page.bringToFront()
  await page.keyboard.press('PageDown')
  await expect(trainer.locator('.schedule')).toContainText('ステップ 1/')
  await page.keyboard.press('Escape')
  await expect(trainer.getByRole('status')).toContainText('プレゼンテーションは終了しました')
  expect(faults).toEqual([])
})

for (const theme of ['light', 'dark'] as const) {
  test(`no barrier in the presentation or the trainer window (${theme})`, async ({ page, context }) => {
    await open(page, { scenario: 'wrong-service-principal', more: `theme=${theme}` })
    await present(page)
    await page.keyboard.press('End')
    await expect(page.locator('.pres .m-no')).toBeVisible()
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([])
    const opening = context.waitForEvent('page')
    await page.keyboard.press('n')
    const trainer = await opening
    await expect(trainer.locator('.notes h2').first()).toBeVisible()
    expect((await new AxeBuilder({ page: trainer }).withTags(tags).analyze()).violations).toEqual([])
  })
}

test('nothing on the screen is smaller than 17 px at 1920, or in proportion', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await open(page, { scenario: 'cross-account-trust' })
  await present(page)
  await page.keyboard.press('End')
  await expect(page.locator('.pres .m-no')).toBeVisible()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.pres *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => !element.closest('.sr, ol') && element.getClientRects().length > 0)
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16.99)
      .map((element) => element.textContent),
  )
  expect(small).toEqual([])
})

test('an image of the moment: a PNG of 1600×900, and an SVG with the headline', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('End')
  await expect(page.locator('.nar h1')).toContainText('Stopped at check 2')
  const save = async (name: string) => {
    await page.getByRole('button', { name: 'More' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const download = await saving
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const png = await save('Save image (PNG)')
  expect(png.name).toBe('passed-to-service.png')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1600, 900])
  expect(png.bytes.length).toBeGreaterThan(40_000)
  const svg = await save('Save image (SVG)')
  expect(svg.name).toBe('passed-to-service.svg')
  const text = svg.bytes.toString()
  expect(text).toContain('width="1600" height="900"')
  expect(text.replace(/<[^>]*>/g, '')).toContain('Stopped at check 2')
  expect(text.replace(/<[^>]*>/g, '')).toContain('lambda.amazonaws.com')
  await expect(page.locator('.image-place')).toHaveCount(0)
  await expect(page.locator('.notice')).toContainText('passed-to-service.svg')
})
