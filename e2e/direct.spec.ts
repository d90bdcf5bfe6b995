import { editorsReady, expect, main, open, test } from './fixtures'

for (const [language, fix, undo, detail] of [
  ['en', 'Fix it', 'Undo', 'session app-task/aya'],
  ['ja', '直してみる', '元に戻す', 'セッション app-task/aya'],
] as const) {
  test(`the session of a direct call goes on to the next role, and back, in ${language}`, async ({ page }) => {
    await open(page, { scenario: 'direct-assume-role', language })
    await editorsReady(page)
    await page.locator('body').press('End')
    await page.getByRole('button', { name: fix }).click()
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    await page.locator('body').press('End')
    await page.locator('.chain').click()
    await expect(page.locator('[data-id=user] .lab')).toContainText(detail)
    await expect(page.locator('[data-id=badge]')).toContainText('assumed-role/app-task/aya')
    await expect(page.locator('[data-id=gate-iam]')).toContainText('role/next')
    await expect(main(page)).toHaveAttribute('data-step', 'idle')
    await page.locator('.notice').getByRole('button', { name: undo }).click()
    await expect(page.locator('[data-id=user] .lab')).toContainText('user/aya')
    await expect(page.locator('[data-id=gate-iam]')).toContainText('role/app-task')
    await expect(page.locator('.chain')).toBeVisible()
  })
}

test('by keyboard the next role comes after the last station', async ({ page }) => {
  await open(page, { scenario: 'direct-assume-role' })
  await editorsReady(page)
  await page.locator('body').press('End')
  await page.getByRole('button', { name: 'Fix it' }).click()
  await page.locator('body').press('End')
  const last = page.locator('.stations button').last()
  await expect(last).toContainText('60 min at most')
  await last.press('Enter')
  await expect(page.locator('[data-id=user] .lab')).toContainText('session app-task/aya')
})

test('to name the caller makes the second gate needless, and is taken back', async ({ page }) => {
  await open(page, { scenario: 'direct-assume-role' })
  await editorsReady(page)
  await page.locator('body').press('End')
  await page.getByRole('button', { name: 'Fix it' }).click()
  await page.locator('body').press('End')
  await expect(page.locator('[data-id=join] b')).toHaveText('and')
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.locator('[data-id=join] b')).toHaveText('or')
  await expect(page.locator('[data-id=gate-iam] .gate')).toHaveClass(/spared/)
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-id=join] b')).toHaveText('and')
  await page.getByRole('button', { name: 'Compare with PassRole' }).click()
  await expect(page.locator('[data-half=take]')).toBeVisible()
})
