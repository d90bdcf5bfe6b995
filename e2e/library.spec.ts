import { expect, main, open, test } from './fixtures'

for (const [language, placeholder, query, title] of [
  ['en', /Search scenarios/, 'lambda execution', "Lambda's execution role"],
  ['ja', /検索/, 'lambda 実行', 'Lambda の実行ロール'],
] as const) {
  test(`a scenario is found and opened with the keyboard alone (${language})`, async ({ page }) => {
    await open(page, { language })
    await page.keyboard.press('/')
    const search = page.getByRole('combobox', { name: placeholder })
    await expect(search).toBeFocused()
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.type(query)
    await expect(page.getByRole('option')).toHaveCount(1)
    await expect(page.getByRole('option')).toContainText(title)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.locator('.scn .nm')).toHaveText(title)
  })
}

test('a pasted error finds the scenario that ends in it', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page
    .getByRole('combobox')
    .fill(
      "An error occurred (ClientException) when calling the RunTask operation: ECS was unable to assume the role 'arn:aws:iam::999999999999:role/svc' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions",
    )
  await expect(page.getByRole('option').first()).toContainText('wrong service principal')
})

test('routes are hollow until a scenario was played to its end', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role' })
  const row = page.getByRole('option', { name: 'No PassRole' })
  await page.keyboard.press('/')
  await expect(row).toBeVisible()
  await expect(row.locator('.rg-deny')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.locator('body').press('End')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  await page.keyboard.press('/')
  await expect(row.locator('.rg-deny')).toHaveCount(1)
  await page.reload()
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  await page.keyboard.press('/')
  await expect(row.locator('.rg-deny')).toHaveCount(1)
})

test('> lists commands, and Escape closes', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('>日本語')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})
