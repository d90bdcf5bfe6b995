import { editorsReady, expect, keptDocuments, main, open, replaceText, test } from './fixtures'

const wide = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['ecs:RunTask', 'ecs:RegisterTaskDefinition'], Resource: '*' },
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
  ],
})

for (const [language, tab, no] of [
  ['en', 'Who gains what', 'no'],
  ['ja', '誰が何を得るか', '不可'],
] as const) {
  test(`after success: who gains what, in ${language}`, async ({ page }) => {
    await open(page, { scenario: 'clean-hand-over', language })
    await editorsReady(page)
    await expect(page.getByRole('tab', { name: tab })).toHaveCount(0)
    await page.keyboard.press('End')
    await page.getByRole('tab', { name: tab }).click()
    const row = page.locator('tr[data-gained=true]')
    await expect(row).toContainText('s3:GetObject')
    await expect(row).toContainText(no)
    await expect(page.locator('.warn')).toContainText('ecs-004')
    await expect(page.locator('.combo .mk.ok')).toHaveCount(2)
  })
}

test('a known path is named; narrowing is one edit that can be taken back', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await replaceText(page, 'identityPolicy', wide)
  await page.locator('body').press('Escape')
  await page.getByRole('slider').press('End')
  await page.getByRole('tab', { name: 'Who gains what' }).click()
  await expect(page.locator('.warn h3')).toHaveText('Known escalation: PassRole + ECS')
  await expect(page.locator('.combo .mk.ok')).toHaveCount(3)
  await page.getByRole('button', { name: 'Limit Resource to app-task' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  const addCondition = page.locator('.gains').getByRole('button', { name: 'Add iam:PassedToService' })
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await addCondition.click()
  await expect(addCondition).toHaveCount(0)
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toContain('"iam:PassedToService":')
  await page.locator('[data-document=identityPolicy] .view-line').first().click()
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toBe(wide)
})
