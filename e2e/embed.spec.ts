import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, FrameLocator, Page } from '@playwright/test'
import { editorsReady, expect, open, replaceText, test } from './fixtures'

/** Another site: whatever its address asks for stands in its iframe, after an input of its own. A routed answer would not do: Chromium takes its sender for the open internet, which may not frame this machine. */
let host: Server

test.beforeAll(async () => {
  host = createServer((request, response) => {
    const lab = decodeURIComponent(request.url?.slice(2) ?? '')
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `<!doctype html><title>Notes</title><input aria-label="Notes"><iframe title="Lab" width="1400" height="820" src="${lab}"></iframe>`,
    )
  })
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening))
})

test.afterAll(() => host.close())

async function embedded(browser: Browser, baseURL: string | undefined, fragment: string): Promise<{ page: Page; frame: FrameLocator }> {
  if (!baseURL) throw new Error('the site has an address')
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const { port } = host.address() as AddressInfo
  await page.goto(`http://localhost:${port}/?${encodeURIComponent(`${baseURL}#${fragment}`)}`)
  const frame = page.frameLocator('iframe')
  await expect(frame.locator('main')).toHaveAttribute('data-outcome', /./)
  return { page, frame }
}

test('another page may hold the lab: stage, sentences, documents and playback, and one link to the whole of it', async ({
  browser,
  baseURL,
}) => {
  const { page, frame } = await embedded(browser, baseURL, 'scenario=passed-to-service&lang=en&theme=dark&embed=1')
  await expect(frame.locator('.top')).toHaveCount(0)
  await expect(frame.locator('.guesses')).toHaveCount(0)
  await expect(frame.locator('[data-document=trustPolicy]')).toBeVisible()
  const link = frame.getByRole('link', { name: 'Open in PassRole Lab' })
  await expect(link).toHaveAttribute('href', '/#scenario=passed-to-service&lang=en&theme=dark')
  await frame.locator('.pp').click()
  await expect(frame.locator('main')).toHaveAttribute('data-playing', 'true')
  await frame.locator('.tl').press('End')
  await expect(frame.locator('main')).toHaveAttribute('data-step', 'error')
  await expect(frame.locator('h1')).toContainText('Stopped at check 2')
  await page.context().close()
})

test('keys are the page’s own unless the lab has the focus, and there they lead nowhere else', async ({ browser, baseURL }) => {
  const { page, frame } = await embedded(browser, baseURL, 'scenario=passed-to-service&lang=en&embed=1')
  await expect(frame.getByRole('link', { name: 'Open in PassRole Lab' })).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.getByLabel('Notes').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(frame.locator('main')).toHaveAttribute('data-step', 'idle')
  await frame.locator('.tl').focus()
  await page.keyboard.press('/')
  await page.keyboard.press(']')
  await page.keyboard.press('End')
  await expect(frame.locator('main')).toHaveAttribute('data-step', 'error')
  await expect(frame.locator('dialog')).toHaveCount(0)
  await expect(frame.locator('main')).toHaveAttribute('data-stopped-at', 'pass-role')
  await page.context().close()
})

test('nothing is kept, and the link takes what was edited along', async ({ page }) => {
  // Not in an iframe: there this Chromium has no storage that something could be kept in.
  await open(page, { scenario: 'passed-to-service', language: 'en', more: 'embed=1' })
  await editorsReady(page)
  await replaceText(page, 'trustPolicy', '{ "broken": ')
  const link = page.getByRole('link', { name: 'Open in PassRole Lab' })
  await expect(link).toHaveAttribute('href', /^\/#s=[A-Za-z0-9_-]+&lang=en$/)
  await page.locator('.tl').press('End')
  // What is kept is written a moment after an edit, and at the latest when the page is left.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  expect(await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))).toEqual({})
  const opening = page.context().waitForEvent('page')
  await link.click()
  const whole = await opening
  await expect(whole.locator('.top')).toBeVisible()
  await expect(whole.locator('[data-document=trustPolicy]')).toContainText('"broken":')
})
