import { loadScenario, scenarioIds } from '../src/scenarios'
import { expect, main, open, test } from './fixtures'

for (const language of ['en', 'ja'] as const) {
  for (const id of scenarioIds) {
    test(`${id} plays to its end (${language})`, async ({ page }) => {
      const { expected, solution } = await loadScenario(id)
      await open(page, { scenario: id, language })
      await expect(main(page)).toHaveAttribute('data-outcome', expected.outcome)
      await expect(main(page)).toHaveAttribute('data-stopped-at', expected.stoppedAt ?? '')
      await expect(main(page)).toHaveAttribute('data-step', 'idle')
      await page.keyboard.press('End')
      await expect(page.locator('.seal')).toHaveClass(expected.outcome === 'allowed' ? /allow/ : /deny/)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      if (language === 'ja') await expect(page.locator('h1')).toContainText(/[ぁ-んァ-ヶ一-龠]/)
      if (!solution) return
      await page.locator('.aside .btn.solid').click()
      await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
      await expect(main(page)).toHaveAttribute('data-stopped-at', '')
    })
  }
}

test('a fresh visit shows the clean hand-over', async ({ page }) => {
  await open(page)
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await expect(page.locator('.pick')).toContainText(`01/${scenarioIds.length}`)
})

test('the picker and the arrows beside it choose a scenario', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Next scenario' }).first().click()
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  await page.locator('.pick').click()
  await page.getByRole('menuitemradio', { name: /EC2 and the instance profile/ }).click()
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'assume-role')
  await expect(page.locator('.pick')).toContainText(`14/${scenarioIds.length}`)
})
