import type { Page } from '@playwright/test'
import { editorsReady, expect, focusEditor, keptDocuments, main, open, test } from './fixtures'

const ready = { en: /^862 of 862 calls/, ja: /^呼び出し 862 件中 862 件/ } as const
const openButton = { en: 'Choose a call…', ja: '呼び出しを選択…' } as const

const status = (page: Page) => page.getByRole('dialog').getByRole('status')
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')

async function openPicker(page: Page, language: 'en' | 'ja' = 'en'): Promise<void> {
  await editorsReady(page)
  await page.getByRole('button', { name: openButton[language] }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await expect(status(page)).toHaveText(ready[language])
}

for (const [language, found] of [
  ['en', /^\d+ of 862 calls/],
  ['ja', /^呼び出し 862 件中 \d+ 件/],
] as const) {
  test(`Glue is found by its name and built with the keyboard alone, and it runs (${language})`, async ({ page }) => {
    await open(page, { scenario: 'no-pass-role', language })
    await editorsReady(page)
    // The palette leads there too.
    await page.keyboard.press('/')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.type(language === 'en' ? '>choose' : '>呼び出しの選択')
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText(ready[language])
    await page.keyboard.type('glue')
    await expect(status(page)).not.toHaveText(ready[language])
    await expect(status(page)).toHaveText(found)
    await expect(chosen(page)).toContainText('CreateJob')
    await expect(page.locator('.picker .svh mark').first()).toHaveText('Glue')
    await page.keyboard.press('ArrowDown')
    await expect(chosen(page)).toContainText('UpdateJob')
    await page.keyboard.press('PageUp')
    await expect(chosen(page)).toContainText('CreateJob')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    await page.keyboard.press('End')
    await expect(page.locator('.stage .svc')).toContainText('AWS Glue')
    await expect(page.locator('.stage .stamp.allow')).toHaveCount(2)
  })
}

test('a call is found by its principal, by its parameter and by its API', async ({ page }) => {
  await open(page)
  await openPicker(page)
  for (const [query, call] of [
    ['export.rds.amazonaws.com', 'StartExportTask'],
    ['JobUpdate.Role', 'UpdateJob'],
    ['CreateStateMachine', 'CreateStateMachine'],
  ] as const) {
    await page.getByRole('combobox').fill(query)
    await expect(chosen(page)).toContainText(call)
    await expect(chosen(page).locator('mark').first()).toHaveText(query)
    await expect(page.locator('.picker h2')).toHaveText(call)
  }
  await page.getByRole('combobox').fill('nonesuch')
  await expect(status(page)).toHaveText('No call named nonesuch. Only calls that hand over a role are listed.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('Tab leaves the calls whose trust is tried at the call, then those where it is tried later', async ({ page }) => {
  await open(page)
  await openPicker(page)
  await page.keyboard.type('glue')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'At the call' })).toHaveAttribute('aria-pressed', 'true')
  await expect(chosen(page)).toContainText('CreateCrawler')
  await page.keyboard.press('Tab')
  await expect(chosen(page)).toContainText('CreateJob')
  await expect(page.getByRole('option')).toHaveCount(2)
  // Shift+Tab is the way out of the field.
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('combobox')).not.toBeFocused()
})

test('Undo brings back what the built scene took the place of, letter by letter', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await focusEditor(page, 'identityPolicy')
  await page.keyboard.type(' ')
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toBeTruthy()
  const before = await keptDocuments(page)
  await openPicker(page)
  await page.keyboard.type('createfunction')
  await expect(chosen(page)).toContainText('CreateFunction')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await keptDocuments(page)).request).toContain('lambda:CreateFunction')
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => keptDocuments(page)).toEqual(before)
})

test('"Into this request" keeps the policies, and one Undo in the editor takes it back', async ({ page }) => {
  await open(page, { scenario: 'wrong-service-principal' })
  await openPicker(page)
  await page.keyboard.type('glue createjob')
  await expect(chosen(page)).toContainText('CreateJob')
  await page.getByRole('button', { name: 'Into this request' }).click()
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'service-action')
  await expect.poll(async () => (await keptDocuments(page)).request).toContain('glue:CreateJob')
  const { identityPolicy, trustPolicy } = await keptDocuments(page)
  expect(identityPolicy).toContain('ecs:')
  expect(trustPolicy).not.toContain('glue')
  await focusEditor(page, 'request')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(async () => (await keptDocuments(page)).request).not.toContain('glue')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'assume-role')
})

test('the label of the service opens it, and a call known by its name only builds a generic scene', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await page.locator('.svc > span').click()
  await expect(status(page)).toHaveText(ready.en)
  await page.keyboard.type('datasync createtask')
  await expect(chosen(page)).toContainText('generic scene')
  await expect(page.locator('.picker .pv')).toContainText('AWS lists that this call checks PassRole.')
  await page.keyboard.press('Enter')
  await expect(page.locator('.stage .sbdg')).toContainText('not known')
  await page.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await expect(page.locator('.nar .main p')).toContainText('datasync.amazonaws.com is assumed here')
})

test('a phone has the whole screen and the chosen call in a bar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('>choose')
  await page.keyboard.press('Enter')
  await expect(status(page)).toHaveText(ready.en)
  expect(await page.getByRole('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
  await page.keyboard.type('glue')
  await page.getByRole('option', { name: /UpdateJob/ }).click()
  await expect(page.locator('.picker .bar3')).toContainText('UpdateJob')
  await page.getByRole('button', { name: 'Build', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})
