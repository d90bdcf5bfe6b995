import AxeBuilder from '@axe-core/playwright'
import { editorsReady, expect, main, open, test } from './fixtures'

const states = [
  { name: 'idle', scenario: 'clean-hand-over', keys: [] },
  { name: 'denied at PassRole', scenario: 'passed-to-service', keys: ['End'] },
  { name: 'denied later', scenario: 'ec2-instance-profile', keys: ['End'] },
  { name: 'success', scenario: 'clean-hand-over', keys: ['End'] },
  { name: 'two roles', scenario: 'task-definition-roles', keys: ['End'] },
] as const

for (const language of ['en', 'ja'] as const) {
  for (const { name, scenario, keys } of states) {
    test(`no accessibility violation: ${name} (${language})`, async ({ page }) => {
      await open(page, { scenario, language })
      await editorsReady(page)
      for (const key of keys) await page.keyboard.press(key)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
        [],
      )
    })
  }
}

test('the path is there in words, and one live region speaks', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('End')
  await expect(page.getByRole('group', { name: /path of the request/ }).getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('button', { name: /^2, PassRole check\. Denied\. Condition PassedToService/ })).toHaveCount(1)
  await expect(
    page
      .locator('[aria-live]:not(.monaco-aria-container [aria-live])')
      .filter({ hasNot: page.locator('.monaco-aria-container') })
      .first(),
  ).toContainText('Stopped at check 2')
})

test('with reduced motion nothing travels', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto('./#scenario=clean-hand-over&t=900')
  await expect(main(page)).toHaveAttribute('data-step', '1')
  await expect(page.locator('.stage .pk')).toHaveCount(0)
  await context.close()
})
