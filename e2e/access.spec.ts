import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, main, open, test } from './fixtures'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const sizes = [
  { name: '1440×770', width: 1440, height: 770, touch: false },
  { name: 'a tablet', width: 820, height: 1180, touch: true },
  { name: 'a phone', width: 390, height: 844, touch: true },
] as const

const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'ja' },
  { theme: 'light', language: 'ja' },
  { theme: 'dark', language: 'en' },
] as const

interface State {
  readonly name: string
  readonly scenario: string
  readonly enter: (page: Page) => Promise<void>
}

/** Shows what stands behind a tab, wherever the layout keeps it. */
async function openTab(page: Page, name: RegExp): Promise<void> {
  const tab = page.getByRole('tab', { name })
  // On a phone the excerpt has no room for tabs that hold no document; opened for editing it has.
  const opener = page.locator('.excerpt .tap')
  if (await opener.isVisible()) await opener.press('Enter')
  await tab.dispatchEvent('click')
}

const toEnd = (page: Page) => page.keyboard.press('End')

const states: readonly State[] = [
  { name: 'idle', scenario: 'clean-hand-over', enter: (page) => page.keyboard.press('Home') },
  { name: 'denied at PassRole', scenario: 'passed-to-service', enter: toEnd },
  { name: 'denied later', scenario: 'ec2-instance-profile', enter: toEnd },
  { name: 'success', scenario: 'clean-hand-over', enter: toEnd },
  { name: 'two roles', scenario: 'task-definition-roles', enter: toEnd },
  { name: 'somebody else’s call', scenario: 'confused-deputy', enter: toEnd },
  {
    name: 'compare',
    scenario: 'passed-to-service',
    enter: async (page) => {
      const button = page.locator('.top .seg button').nth(1)
      if (await button.isVisible()) await button.press('Enter')
      else {
        // A phone has it in the menu.
        await page.locator('.top [aria-haspopup=menu]').last().click()
        await page.getByRole('menuitem', { name: /Compare|比較/ }).click()
      }
      await expect(page.locator('[data-half=take]')).toBeVisible()
      await page.locator('body').press('End')
    },
  },
  {
    name: 'the library',
    scenario: 'passed-to-service',
    enter: async (page) => {
      await page.keyboard.press('/')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'the shortcuts',
    scenario: 'passed-to-service',
    enter: async (page) => {
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'a layer with levels',
    scenario: 'scp-deny-at-ou',
    enter: async (page) => {
      await toEnd(page)
      await expect(page.locator('.lv [aria-selected=true] .mk.no')).toBeVisible()
    },
  },
  {
    name: 'who gains what',
    scenario: 'clean-hand-over',
    enter: async (page) => {
      await toEnd(page)
      await openTab(page, /Who gains what|誰が何を得るか/)
      await expect(page.locator('.gaining .warn')).toBeVisible()
    },
  },
]

// Every state at every size, and each in both themes and both languages: all pairs, in a fourth of the combinations.
for (const [row, { name, width, height, touch }] of sizes.entries()) {
  for (const [column, { theme, language }] of looks.entries()) {
    test(`no accessibility violation on ${name}, ${theme} (${language})`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, ...(baseURL ? { baseURL } : {}) })
      const page = await context.newPage()
      for (const [index, { name: state, scenario, enter }] of states.entries()) {
        if ((index + row) % looks.length !== column) continue
        await page.goto('about:blank')
        await open(page, { scenario, language, more: `theme=${theme}` })
        await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
        await enter(page)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        const found = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)
        expect(found, state).toEqual([])
      }
      await context.close()
    })
  }
}

test('the path is there in words, and one live region speaks', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('End')
  await expect(page.getByRole('group', { name: /path of the request/ }).getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('button', { name: /^2, PassRole check\. Denied\. Condition iam:PassedToService/ })).toHaveCount(1)
  await expect(
    page
      .locator('[aria-live]:not(.monaco-aria-container [aria-live])')
      .filter({ hasNot: page.locator('.monaco-aria-container') })
      .first(),
  ).toContainText('Step 2, PassRole check: denied. Aya may not pass')
})

test('with reduced motion nothing travels', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...(baseURL ? { baseURL } : {}) })
  const page = await context.newPage()
  await page.goto('./#scenario=clean-hand-over&t=900')
  await expect(main(page)).toHaveAttribute('data-step', '1')
  await expect(page.locator('.stage .pk')).toHaveCount(0)
  await context.close()
})
