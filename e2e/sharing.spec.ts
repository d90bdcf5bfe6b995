import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { editorsReady, expect, keptDocuments, main, open, replaceText, test } from './fixtures'

/** A text that is no policy and would be changed by any careless hand: not JSON, odd spaces, Japanese. */
const awkward = '{ "Statement": [ ,\t  // ロール\r\n "😀"'

async function freshPage(browser: Browser, url: string) {
  const context = await browser.newContext({ baseURL: new URL('/', url).href, locale: 'en-US' })
  const page = await context.newPage()
  await page.goto(url)
  await expect(main(page)).toHaveAttribute('data-outcome', /./)
  return page
}

test('a link carries the whole scenario, letter by letter, into a fresh browser', async ({ page, browser }) => {
  await open(page, { scenario: 'source-account' })
  await editorsReady(page)
  await replaceText(page, 'trustPolicy', '{ "broken": ')
  await expect.poll(async () => (await keptDocuments(page)).trustPolicy).toBe('{ "broken": ')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.locator('.notice')).toContainText('Link copied')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(new URL(link).hash).toMatch(/^#s=[A-Za-z0-9_-]+&lang=en$/)
  const other = await freshPage(browser, link)
  await expect(main(other)).toHaveAttribute('data-outcome', 'invalid')
  await expect(other.locator('[data-document=trustPolicy]')).toContainText('"broken":')
  await expect(other.locator('.pick')).toContainText('Trust from another account')
  await other.context().close()
})

test('a file carries the scenario out and in again', async ({ page, browser }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.getByRole('button', { name: 'More' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as file' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('passed-to-service.scenario.json')
  const path = await download.path()
  const saved = JSON.parse(readFileSync(path, 'utf8'))
  expect(saved).toMatchObject({ format: 'passrole-lab/scenario', version: 1 })
  saved.documents.trustPolicy = awkward
  const other = await freshPage(browser, new URL('/', page.url()).href)
  await expect(main(other)).toHaveAttribute('data-outcome', 'allowed')
  await other.getByRole('button', { name: 'More' }).click()
  const choosing = other.waitForEvent('filechooser')
  await other.getByRole('menuitem', { name: 'Open file…' }).click()
  await (await choosing).setFiles({ name: 'mine.scenario.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(saved)) })
  await expect(main(other)).toHaveAttribute('data-stopped-at', 'pass-role')
  await expect.poll(async () => (await keptDocuments(other)).trustPolicy).toBe(awkward)
  await other.context().close()
})

const files = [
  { name: 'not JSON', text: '{ "format"', says: /not valid JSON/ },
  { name: 'another format', text: '{ "format": "something" }', says: /not a PassRole Lab scenario/ },
  { name: 'a later version', text: '{ "format": "passrole-lab/scenario", "version": 2, "documents": {} }', says: /later version/ },
  {
    name: 'wrong types',
    text: '{ "format": "passrole-lab/scenario", "version": 1, "documents": { "request": 7 } }',
    says: /documents\.request/,
  },
]

for (const { name, text, says } of files) {
  test(`a file with ${name}: a clear message, and what is on screen stays`, async ({ page }) => {
    await open(page, { scenario: 'no-pass-role' })
    await page.getByRole('button', { name: 'More' }).click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('menuitem', { name: 'Open file…' }).click()
    await (await choosing).setFiles({ name: 'a.scenario.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await expect(page.locator('.notice')).toContainText(says)
    await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  })
}

test('a link to a moment shows that moment', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service', more: 't=9900' })
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
})

test('the run is copied as a Mermaid diagram and as Markdown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, { scenario: 'passed-to-service' })
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy as Mermaid diagram' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Mermaid text copied' })).toBeVisible()
  expect(await copied()).toContain('S->>I: iam:PassRole app-task')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy as Markdown notes' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Markdown copied' })).toBeVisible()
  expect(await copied()).toContain('is not authorized to perform: iam:PassRole')
})
