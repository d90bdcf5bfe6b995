import type { Page } from '@playwright/test'
import { editorsReady, expect, focusEditor, main, open, replaceText, test } from './fixtures'

const policy = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }, null, 2)

const suggestions = (page: Page) => page.locator('.suggest-widget.visible .monaco-list-row')
const problems = (page: Page) => page.locator('[data-document=identityPolicy] .probs')

/** Puts the caret behind a text in the identity policy, and takes the text away. */
async function replaceWord(page: Page, word: string, behind: number): Promise<void> {
  await page.locator('[data-document=identityPolicy] .view-line', { hasText: word }).click()
  await page.keyboard.press('End')
  for (let i = 0; i < behind; i++) await page.keyboard.press('ArrowLeft')
  for (let i = 0; i < word.length; i++) await page.keyboard.press('Shift+ArrowLeft')
}

test('an action is proposed while it is typed, and taken with the keyboard', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role' })
  await editorsReady(page)
  await replaceText(page, 'identityPolicy', policy('placeholder'))
  await replaceWord(page, '"placeholder"', 1)
  await page.keyboard.type('"iam:Pa', { delay: 40 })
  await expect(suggestions(page).first()).toContainText('iam:PassRole')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-document=identityPolicy] .view-lines')).toContainText('"Action": "iam:PassRole",')
  await expect(main(page)).not.toHaveAttribute('data-outcome', 'invalid')
  await expect(suggestions(page)).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-document=identityPolicy] .monaco :focus')).toHaveCount(0)
})

test('Ctrl+Space proposes what this request needs first, in Japanese too', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service', language: 'ja' })
  await editorsReady(page)
  await page.locator('[data-document=identityPolicy] .view-line', { hasText: 'lambda.amazonaws.com' }).click()
  await page.keyboard.press('End')
  for (let i = 0; i < '.amazonaws.com"'.length; i++) await page.keyboard.press('ArrowLeft')
  for (let i = 0; i < 'lambda'.length; i++) await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Space')
  await expect(suggestions(page).first()).toContainText('ecs-tasks.amazonaws.com')
  await expect(suggestions(page).first()).toContainText('このリクエストの値')
  await page.keyboard.press('Enter')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

test('hover says what the key is, and what this request and this policy have there', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await page
    .locator('[data-document=identityPolicy] .view-line span', { hasText: /^"iam:PassedToService"$/ })
    .last()
    .hover()
  const hover = page.locator('.monaco-hover:not(.hidden)')
  await expect(hover).toContainText('The service that will receive the role.')
  await expect(hover).toContainText('ecs-tasks.amazonaws.com')
  await expect(hover).toContainText('✕ does not fit')
  await expect(hover.locator('a[href]')).toHaveCount(0)
  // Wherever the focus is: the open hover offers it.
  await page.keyboard.press('ControlOrMeta+Period')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
})

test('an action that AWS does not have is told from one that it has, and a service is fetched only when it is named', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(/actions-([a-z0-9-]+)-[\w-]{8}\.js$/.exec(request.url())?.[1] ?? ''))
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await expect.poll(() => fetched).toContain('iam')
  expect(fetched).not.toContain('glue')
  await replaceText(page, 'identityPolicy', policy('glue:StartJobRuns'))
  await expect(problems(page)).toContainText('glue:StartJobRuns')
  await expect(problems(page).getByRole('button', { name: 'Use glue:StartJobRun' })).toBeVisible()
  await expect.poll(() => fetched).toContain('glue')
  expect(fetched).not.toContain('sagemaker')
  await replaceText(page, 'identityPolicy', policy('glue:StartJobRun'))
  await expect(problems(page)).toHaveCount(0)
  await replaceText(page, 'identityPolicy', policy('iam:PassRoles'))
  await expect(problems(page)).toContainText('iam:PassRole')
  await problems(page).locator('.fix').click()
  await expect(page.locator('[data-document=identityPolicy] .view-lines')).toContainText('"iam:PassRole"')
  await focusEditor(page, 'identityPolicy')
})
