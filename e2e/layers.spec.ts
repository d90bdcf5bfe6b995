import { loadScenario } from '../src/scenarios'
import { encodeScenario } from '../src/share'
import { editorsReady, expect, focusEditor, keptDocuments, main, open, replaceText, test } from './fixtures'

const statement = (content: object) => JSON.stringify({ Version: '2012-10-17', Statement: content }, null, 2)
const allowAll = { Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }
const words = {
  en: { boundary: 'boundary does not cover iam:PassRole', scp: 'The organization forbids it (SCP of OU 1)' },
  ja: { boundary: 'アクセス許可の境界で iam:PassRole が許可されていません', scp: '組織の SCP で明示的に拒否されています' },
} as const

/** Opens the "+" menu of a column by keyboard, and goes to an entry. */
async function openMenu(page: import('@playwright/test').Page, pane: string): Promise<void> {
  await page.locator(`[data-document=${pane}] .tools .plus`).last().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
}

for (const language of ['en', 'ja'] as const) {
  test(`a boundary by keyboard: harmless at first, then the document that decides (${language})`, async ({ page }) => {
    await open(page, { scenario: 'clean-hand-over', language })
    await editorsReady(page)
    await openMenu(page, 'identityPolicy')
    // A user has no session: the entry stays, and does nothing.
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[role=menuitem]:focus')).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    await expect(page.locator('[data-document=identityPolicy] .tools .plus')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const pane = page.locator('[data-document=permissionsBoundary]')
    await expect(pane.locator('.view-lines')).toContainText('BoundaryAllowsAll')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')

    await replaceText(
      page,
      'permissionsBoundary',
      statement({ Sid: 'DevBoundary', Effect: 'Allow', Action: ['ecs:*', 's3:*'], Resource: '*' }),
    )
    await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await expect(page.locator('h1')).toContainText(words[language].boundary)
    await expect(pane).toHaveClass(/lit-deny/)
    await expect(pane.getByRole('tab', { selected: true }).locator('.mk.no')).toBeVisible()
    await expect(pane.getByRole('tab').first().locator('.mk.ok')).toBeVisible()
    await expect(pane.locator('.ghost')).toBeVisible()
    await expect(page.locator('.gate .row', { hasText: 'DevBoundary' })).toContainText('iam:PassRole')
  })

  test(`an SCP by levels: a Deny at an OU opens its tab and level (${language})`, async ({ page }) => {
    await open(page, { scenario: 'clean-hand-over', language })
    await editorsReady(page)
    await openMenu(page, 'identityPolicy')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const pane = page.locator('[data-document=serviceControlPolicies]')
    const levels = pane.locator('.lv [role=tab]')
    await expect(levels).toHaveCount(1)
    const addBelow = async () => {
      await pane.locator('.lv .plus').click()
      await page.getByRole('menuitem').nth(1).click()
    }
    await addBelow()
    await expect(levels).toHaveCount(2)
    await levels.first().click()
    await addBelow()
    await expect(levels).toHaveCount(3)
    await expect(levels.nth(1)).toContainText('OU 1')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    // Adding is one step of Undo.
    await levels.first().click()
    await focusEditor(page, 'serviceControlPolicies')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(levels).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    await expect(levels).toHaveCount(3)

    const denied = { Sid: 'NoAdminRoles', Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }
    const policy = (content: object) => ({ Version: '2012-10-17', Statement: [content] })
    const text = JSON.stringify([[policy(allowAll)], [policy(allowAll), policy(denied)], [policy(allowAll)]], null, 2)
    await levels.first().click()
    await replaceText(page, 'serviceControlPolicies', text)
    await page.keyboard.press('Escape')
    await pane.getByRole('tab').first().click()
    await expect(pane).toBeHidden()
    await page.keyboard.press('End')
    await expect(page.locator('h1')).toContainText(words[language].scp)
    await expect(pane).toBeVisible()
    await expect(pane.locator('.lv [aria-selected=true]')).toContainText('OU 1')
    await expect(pane.locator('.lv [aria-selected=true] .mk.no')).toBeVisible()
    await expect(pane.locator('.m-no')).toContainText('Deny')
    await expect(pane.locator('.m-no')).toBeInViewport()
    const row = page.locator('.gate .row').first()
    await expect(row).toContainText('NoAdminRoles')
    await expect(row).toContainText('OU 1')
    // Another level shows another part of the one text; the row leads back.
    await levels.first().click()
    await expect(pane.locator('.m-no')).not.toBeInViewport()
    await row.locator('.v').click()
    await expect(pane.locator('.m-no')).toBeInViewport()
  })
}

test('removing a document can be undone, letter by letter', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await openMenu(page, 'trustPolicy')
  await page.keyboard.press('Enter')
  const text = '{\n    "Version": "2012-10-17",\n  "Statement": [ ]\n}\n'
  await replaceText(page, 'resourceControlPolicies', text)
  await expect.poll(async () => (await keptDocuments(page)).resourceControlPolicies).toBe(text)
  const remove = async () => {
    await page.locator('[data-document=resourceControlPolicies] .tools .plus').first().click()
    await page.getByRole('menuitem').click()
    await expect(page.locator('[data-document=resourceControlPolicies]')).toHaveCount(0)
  }
  await remove()
  await expect.poll(async () => (await keptDocuments(page)).resourceControlPolicies).toBeUndefined()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.locator('[data-document=resourceControlPolicies]')).toBeVisible()
  await expect.poll(async () => (await keptDocuments(page)).resourceControlPolicies).toBe(text)
  await remove()
  await expect(page.locator('.notice')).toBeVisible()
  await expect(page.locator('.notice')).toHaveCount(0, { timeout: 12_000 })
})

test('a role of its own has its own tab, and Reset takes what was added away', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await openMenu(page, 'trustPolicy')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'app-task' })).toHaveAttribute('aria-selected', 'true')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'app-task' }).locator('.mk.ok')).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Reset scenario' }).click()
  await expect(page.getByRole('tab', { name: 'app-task' })).toHaveCount(0)
  await expect.poll(async () => Object.keys(await keptDocuments(page))).not.toContain('roles')
})

test('the tab of the layer that decides is seen whole, however many there are', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  const { documents } = await loadScenario('session-policy')
  const deny = { Sid: 'NoPassing', Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }
  const code = await encodeScenario({
    documents: {
      ...documents,
      sessionPolicy: statement(allowAll),
      permissionsBoundary: statement(allowAll),
      serviceControlPolicies: `[[${statement([allowAll, deny])}]]`,
    },
  })
  await open(page, { more: `s=${code}` })
  await editorsReady(page)
  await page.keyboard.press('End')
  const row = page.locator('[data-document=serviceControlPolicies] .tabs').first()
  await expect(row.getByRole('tab')).toHaveCount(4)
  // Without that they would all have room, and this would show nothing.
  expect(await row.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  await expect
    .poll(() =>
      row.evaluate((element) => {
        const tab = element.querySelector('[aria-selected=true]')?.getBoundingClientRect()
        const { left, right } = element.getBoundingClientRect()
        return tab !== undefined && tab.left >= left - 1 && tab.right <= right + 1
      }),
    )
    .toBe(true)
})
