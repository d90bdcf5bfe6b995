import type { Page } from '@playwright/test'
import { expect, main, open, test } from './fixtures'

/** The parts of the page that Tab goes through, each named once where it is entered. */
async function walk(page: Page, parts: Readonly<Record<string, string>>): Promise<{ inOrder: string[]; all: string[] }> {
  const all: string[] = []
  for (let i = 0; i < 60 && all.at(-1) !== 'past'; i++) {
    await page.keyboard.press('Tab')
    all.push(
      await page.evaluate((places) => {
        const at = document.activeElement
        return Object.entries(places).find(([, selector]) => at?.closest(selector))?.[0] ?? 'past'
      }, parts),
    )
  }
  return { inOrder: all.filter((part, index) => part !== all[index - 1]), all }
}

const common = {
  'skip links': '.skip-links',
  'top bar': '.top',
  move: '.aside, .pctl > .btn',
  narration: '.nar',
  stations: '.stations',
  terminal: '.term',
  documents: '#documents .one, .excerpt',
  handle: '.grip',
  playback: '.pb',
}

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })
  test('Tab goes on to the stations, the document, the terminal, the next move and playback', async ({ page }) => {
    await open(page, { scenario: 'passed-to-service' })
    await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
    await page.keyboard.press('End')
    await expect(page.locator('.term .cp')).toBeVisible()
    const { inOrder, all } = await walk(page, common)
    expect(inOrder).toEqual(['skip links', 'top bar', 'stations', 'documents', 'terminal', 'move', 'playback', 'past'])
    expect(all.filter((part) => part === 'stations')).toHaveLength(1)
  })

  test('what the bar has no room for stands in its last menu', async ({ page }) => {
    await open(page, { scenario: 'passed-to-service' })
    const more = page.locator('.top [aria-haspopup=menu]').last()
    await more.press('Enter')
    await page.getByRole('menuitem', { name: 'Theme: Dark' }).press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await more.press('Enter')
    await page.getByRole('menuitem', { name: 'Present' }).press('Enter')
    await expect(page.locator('main.presenting')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('Tab goes down the route and then through the sheet', async ({ page }) => {
    await open(page, { scenario: 'passed-to-service' })
    await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
    await page.keyboard.press('End')
    await expect(page.locator('.term .cp')).toBeVisible()
    const { inOrder, all } = await walk(page, common)
    expect(inOrder).toEqual(['skip links', 'top bar', 'stations', 'terminal', 'move', 'handle', 'documents', 'playback', 'move', 'past'])
    expect(all.filter((part) => part === 'stations')).toHaveLength(1)
  })

  test('the value that failed is in view in the excerpt', async ({ page }) => {
    for (const [scenario, value] of [
      ['passed-to-service', 'lambda'],
      ['wrong-service-principal', 'ecs.amazonaws.com'],
    ] as const) {
      await page.goto('about:blank')
      await open(page, { scenario })
      await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
      await page.keyboard.press('End')
      await expect(page.locator('.excerpt .m-no', { hasText: value }).first()).toBeInViewport({ ratio: 0.9 })
      await expect(page.locator('.excerpt .zone.no')).toBeInViewport({ ratio: 0.9 })
    }
  })

  test('the guesses come before playback, and the route says who asks', async ({ page }) => {
    await open(page, { scenario: 'wrong-service-principal' })
    await expect(page.getByText('Pick a guess, or just play.')).toBeVisible()
    await expect(page.locator('.gate .mk.wait')).toHaveCount(2)
    // The stations in words come after the first paint.
    await expect(page.locator('.stations button').first()).toBeAttached()
    const { inOrder } = await walk(page, common)
    expect(inOrder.slice(2)).toEqual(['stations', 'handle', 'narration', 'playback', 'past'])
    await page.keyboard.press('End')
    await expect(page.locator('[data-id=gate-sts] .asked')).toContainText('ECS, as ecs-tasks…')
  })
})

test('presenting, Tab goes over the stations to the controls, and the dialog lists the keys', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'While presenting' })).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText('Open the trainer window')
  await page.keyboard.press('Escape')
  await page.locator('#present').press('Enter')
  await expect(page.locator('main.presenting')).toBeFocused()
  await page.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  const { inOrder, all } = await walk(page, { stations: '.stations', controls: '.pres-controls' })
  expect(inOrder.slice(0, 2)).toEqual(['stations', 'controls'])
  expect(all.filter((part) => part === 'controls')).toHaveLength(7)
})

test('motion follows the system while the page is open', async ({ page }) => {
  // The call is under way.
  await open(page, { scenario: 'clean-hand-over', more: 't=900' })
  await expect(page.locator('.react-flow__node .pk')).toHaveCount(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(page.locator('.react-flow__node .pk')).toHaveCount(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(page.locator('.react-flow__node .pk')).toHaveCount(1)
})
