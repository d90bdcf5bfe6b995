import { editorsReady, expect, keptDocuments, main, open, replaceText, test } from './fixtures'

for (const [language, fix, remove, own, trustTab] of [
  ['en', 'Fix it', 'Remove the condition', 'Run Aya’s call', 'Trust policy'],
  ['ja', '直してみる', 'Condition を外す', 'Aya の呼び出しを再生', '信頼ポリシー'],
] as const) {
  test(`the stranger is kept out, let in again, and the owner’s own call is run, in ${language}`, async ({ page }) => {
    await open(page, { scenario: 'confused-deputy', language })
    await editorsReady(page)
    await page.locator('body').press('End')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    await expect(page.locator('[data-id=owner]')).toContainText('Aya')
    await expect(page.locator('[data-id=user]')).toContainText('Mallory')
    await page.getByRole('button', { name: fix }).press('Enter')
    await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
    await expect(main(page)).toHaveAttribute('data-stopped-at', 'assume-role')
    await page.locator('body').press('End')
    await page.getByRole('button', { name: remove }).press('Enter')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')

    // Taken back in the editor that it was written into.
    await page.getByRole('tab', { name: trustTab }).click()
    const trust = page.locator('[data-document=trustPolicy] .view-lines')
    await expect(trust).not.toContainText('aws:SourceAccount')
    await trust.click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
    await expect(trust).toContainText('aws:SourceAccount')
    await page.keyboard.press('Escape')

    await page.locator('body').press('End')
    await page.getByRole('button', { name: own }).press('Enter')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    await expect(page.locator('[data-id=user]')).toContainText('Aya')
    await expect(page.locator('[data-id=owner]')).toHaveCount(0)
  })
}

test('whom each gate was asked about can be read without seeing the stage', async ({ page }) => {
  await open(page, { scenario: 'confused-deputy' })
  await editorsReady(page)
  await page.locator('body').press('End')
  const stations = page.locator('.stations button')
  await expect(stations.nth(0)).toContainText('Aya calls appsync:CreateDataSource')
  await expect(stations.nth(1)).toContainText('Mallory calls appsync:CreateDataSource')
  await expect(stations.nth(2)).toContainText('Mallory slipped past, never asked')
})

test('a stranger who is nobody is told of in place, and nothing is lost', async ({ page }) => {
  await open(page, { scenario: 'confused-deputy' })
  await editorsReady(page)
  const wrong = JSON.stringify({
    caller: 'arn:aws:iam::111122223333:user/aya',
    action: 'appsync:CreateDataSource',
    parameters: { apiId: 'abc123', name: 'orders', serviceRoleArn: 'arn:aws:iam::111122223333:role/orders' },
    confusedDeputy: { caller: 'mallory' },
  })
  await replaceText(page, 'request', wrong)
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await expect(page.locator('[data-document=request]')).toContainText('mallory is not the ARN of a user')
  await expect.poll(async () => (await keptDocuments(page)).request).toBe(wrong)
})
