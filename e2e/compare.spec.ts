import type { Page } from '@playwright/test'
import { editorsReady, expect, main, open, replaceText, test } from './fixtures'

const half = (page: Page, side: 'pass' | 'take') => page.locator(`[data-half=${side}]`)

for (const [language, name, one] of [
  ['en', 'Compare', 'One request'],
  ['ja', '比較', '1つのリクエスト'],
] as const) {
  for (const [scenario, pass, take] of [
    ['passed-to-service', 'denied', 'denied'],
    ['direct-assume-role', 'denied', 'denied'],
    ['assume-not-pass', 'denied', 'allowed'],
    ['clean-hand-over', 'allowed', 'denied'],
  ] as const) {
    test(`${scenario} in ${language}: handed over ${pass}, taken ${take}`, async ({ page }) => {
      await open(page, { scenario, language })
      const outcome = await main(page).getAttribute('data-outcome')
      await page.getByRole('button', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await expect(half(page, 'pass')).toHaveAttribute('data-half-outcome', pass)
      await expect(half(page, 'take')).toHaveAttribute('data-half-outcome', take)
      // The page goes on speaking of the request in the editor.
      await expect(main(page)).toHaveAttribute('data-outcome', outcome ?? '')
      await page.locator('body').press('End')
      await expect(half(page, 'pass').locator('h2 .stamp')).toHaveClass(pass === 'allowed' ? /allow/ : /deny/)
      await expect(half(page, 'take').locator('h2 .stamp')).toHaveClass(take === 'allowed' ? /allow/ : /deny/)
      await page.getByRole('button', { name: one, exact: true }).click()
      await expect(page.locator('#documents [data-document=identityPolicy]')).toBeVisible()
    })
  }
}

test('an edit of the trust policy changes the right side', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  const statement = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:user/aya' }, Action: 'sts:AssumeRole' }
  await replaceText(page, 'trustPolicy', JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(half(page, 'take')).toHaveAttribute('data-half-outcome', 'allowed')
  await expect(half(page, 'pass')).toHaveAttribute('data-half-stopped-at', 'assume-role')
  await expect(page.locator('tr[data-row=have]')).toContainText('nothing: same account')
})

test('one needle moves both pictures, and the same way back', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const pictures = async () => [
    await half(page, 'pass').locator('.canvas').innerHTML(),
    await half(page, 'take').locator('.canvas').innerHTML(),
  ]
  // The lines come with the frame after the blocks.
  for (const side of ['pass', 'take'] as const) await expect(half(page, side).locator('.react-flow__edge').first()).toBeAttached()
  await page.locator('.rails').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const before = await pictures()
  await page.keyboard.press('End')
  const end = await pictures()
  expect(end[0]).not.toBe(before[0])
  expect(end[1]).not.toBe(before[1])
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await pictures()).toEqual(before)
})
