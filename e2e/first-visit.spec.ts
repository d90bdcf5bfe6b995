import { expect, main, open, test } from './fixtures'

for (const [language, ask, wrong, right] of [
  ['en', 'Yes, it runs', 'You guessed “Yes, it runs”.', 'You guessed it.'],
  ['ja', '成功する', '予想は「成功する」でした。', '予想どおりです。'],
] as const) {
  test(`a guess is kept, plays, and is answered (${language})`, async ({ page }) => {
    await open(page, { scenario: 'passed-to-service', language })
    await page.getByRole('button', { name: ask }).click()
    await expect(main(page)).toHaveAttribute('data-playing', 'true')
    await page.keyboard.press('End')
    await expect(page.locator('.aside')).toContainText(wrong)
    await open(page, { scenario: 'clean-hand-over', language })
    await page.getByRole('button', { name: ask }).click()
    await page.keyboard.press('End')
    await expect(page.locator('.aside')).toContainText(right)
  })
}

test('what was guessed is no answer to edited documents', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.getByRole('button', { name: 'Yes, it runs' }).click()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Fix it' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('End')
  await expect(page.locator('.aside')).not.toContainText('You guessed')
})

test('Space plays without a guess', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('group', { name: 'Your guess' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  await expect(page.getByRole('group', { name: 'Your guess' })).toBeHidden()
})
