import type { Page } from '@playwright/test'
import { loadScenario, type ScenarioId, scenarioGroups, scenarioIds } from '../src/scenarios'
import { expect, main, open, test } from './fixtures'

/** Plays one scenario that has just been opened, and solves it if there is anything to solve. */
async function playAndSolve(page: Page, id: ScenarioId, language: 'en' | 'ja'): Promise<void> {
  const { expected, goal, solution } = await loadScenario(id)
  await expect(page.locator('.pick .no')).toHaveText(`${String(scenarioIds.indexOf(id) + 1).padStart(2, '0')}/${scenarioIds.length}`)
  await expect(main(page)).toHaveAttribute('data-outcome', expected.outcome)
  await expect(main(page)).toHaveAttribute('data-stopped-at', expected.stoppedAt ?? '')
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  await page.keyboard.press('End')
  await expect(page.locator('.seal')).toHaveClass(expected.outcome === 'allowed' ? /allow/ : /deny/)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  if (language === 'ja') await expect(page.locator('h1')).toContainText(/[ぁ-んァ-ヶ一-龠]/)
  if (!solution) return
  await page.locator('.aside .btn.solid').click()
  await expect(main(page)).toHaveAttribute('data-outcome', goal.outcome)
  await expect(main(page)).toHaveAttribute('data-stopped-at', goal.stoppedAt ?? '')
}

// Through one theme without leaving the page: opened by its link, then on with the key for the next scenario.
for (const language of ['en', 'ja'] as const) {
  for (const { id: theme, scenarios } of scenarioGroups) {
    test(`every scenario of ${theme} plays to its end and is solved (${language})`, async ({ page }) => {
      test.setTimeout(90_000)
      for (const [index, id] of scenarios.entries()) {
        await test.step(id, async () => {
          if (index === 0) await open(page, { scenario: id, language })
          else await page.keyboard.press(']')
          await playAndSolve(page, id, language)
        })
      }
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
  await expect(page.locator('.pick')).toContainText(`15/${scenarioIds.length}`)
})
