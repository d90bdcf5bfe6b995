import AxeBuilder from '@axe-core/playwright'
import { loadScenario } from '../src/scenarios'
import { encodeScenario } from '../src/share'
import { editorsReady, expect, main, open, test } from './fixtures'

test('two roles: tab, editor and switch by keyboard', async ({ page }) => {
  await open(page, { scenario: 'swapped-roles' })
  await editorsReady(page)
  const tab = (name: RegExp) => page.getByRole('tab', { name })
  const side = (name: string) => page.getByRole('radio', { name })
  const editor = (name: string) => page.getByRole('textbox', { name })
  const line = (document: string, text: string) => page.locator(`[data-document=${document}] .view-line`, { hasText: text })

  await expect(tab(/^3b app-task, trust policy/)).toHaveAttribute('aria-selected', 'true')
  await expect(editor('Trust policy, app-task')).toBeAttached()
  // The other role has an entry in `roles`.
  await tab(/^3b app-task/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(/^3a app-exec, trust policy/)).toBeFocused()
  await expect(editor('Trust policy, app-exec')).toBeAttached()
  await expect(line('roles', 'TrustEcsTasks')).toBeInViewport()
  // On to its permissions, in the same text; the switch is one stop, after "+".
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(side('Trust')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(side('Permissions')).toBeFocused()
  await expect(side('Permissions')).toBeChecked()
  await expect(editor('Permissions, app-exec')).toBeAttached()
  await expect(line('roles', 'PullAndLog')).toBeInViewport()
  // The tabs keep to that side.
  await tab(/^3a app-exec, permissions/).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(editor('Permissions, app-task')).toBeAttached()
  await expect(page.locator('[data-document=rolePolicy]')).toBeVisible()

  await page.locator('body').press('End')
  await expect(tab(/^3b app-task, permissions Allowed/)).toBeVisible()
  await expect(side('Permissions')).toBeChecked()
  // A role that ③ has asked about: the playhead, the gate and the marks go to it.
  await side('Trust').click()
  await expect(page.locator('[data-document=roles]')).toBeVisible()
  await tab(/^3b app-task/).press('Enter')
  await expect(main(page)).toHaveAttribute('data-step', '3')
  await expect(page.locator('.stage .sel[data-station="3b"]')).toBeVisible()
  await expect(page.locator('[data-document=trustPolicy] .in-allow').first()).toBeVisible()
  // One that it has not asked about yet opens its document, and nothing moves.
  await tab(/^3a app-exec/).press('Enter')
  await expect(page.locator('[data-document=roles]')).toBeVisible()
  await expect(page.locator('.stage .sel[data-station="3b"]')).toBeVisible()

  const { violations } = await new AxeBuilder({ page }).include('#documents').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
})

test('each role has its letter after its line in the request; that of the denied one is told apart', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 770 })
  await open(page, { scenario: 'task-definition-roles' })
  await editorsReady(page)
  const request = page.locator('[data-document=request]')
  await request.locator('.monaco-editor').click()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(request.locator('.ltr')).toHaveText(['a', 'b'])
  await expect(request.locator('.ltr.no')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await page.getByRole('tab', { name: 'Request' }).click()
  await expect(request.locator('.ltr.no')).toHaveText(['b'])
})

for (const language of ['en', 'ja'] as const) {
  for (const scenario of ['swapped-roles', 'task-definition-roles', 'ec2-instance-profile']) {
    test(`the headers have room at 1280 px: ${scenario}, ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 720 })
      await open(page, { scenario, language })
      await editorsReady(page)
      for (const key of ['Home', '3', 'End']) {
        await page.locator('body').press(key)
        const cut = await page.locator('.docs > .ed > header').evaluateAll((headers) =>
          headers.flatMap((header) => {
            const { right } = header.getBoundingClientRect()
            return [...header.querySelectorAll('button, .r, b')]
              .filter((part) => part.getBoundingClientRect().right > right || part.scrollWidth > part.clientWidth + 1)
              .map((part) => part.textContent)
          }),
        )
        expect(cut).toEqual([])
      }
    })
  }
}

test('the profile shows what it holds, and leads to where the request tells it', async ({ page }) => {
  await open(page, { scenario: 'ec2-instance-profile' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await page.getByRole('tab', { name: 'Profile' }).click()
  const profile = page.locator('[data-document=profile]')
  await expect(profile).toContainText('aws iam get-instance-profile --instance-profile-name web-profile')
  await expect(profile.locator('.code')).toContainText('"RoleName": "web-role"')
  const { violations } = await new AxeBuilder({ page }).include('[data-document=profile]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'Show in the request' }).click()
  await expect(page.locator('[data-document=request] .view-line', { hasText: 'instanceProfiles' })).toBeInViewport()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the tab has the number of the role that is read, whichever document that stands in', async ({ page }) => {
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`
    const trusts = (service: string) => ({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    })
    const { documents } = await loadScenario('swapped-roles')
    const parameters = { family: 'app', taskRoleArn: role('app-task'), executionRoleArn: role('app-exec') }
    const code = await encodeScenario({
      documents: {
        ...documents,
        request: JSON.stringify({ caller: 'arn:aws:iam::111122223333:user/aya', action: 'ecs:RegisterTaskDefinition', parameters }),
        identityPolicy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
        trustPolicy: JSON.stringify(trusts('ecs-tasks.amazonaws.com')),
        roles: JSON.stringify({ [role('app-exec')]: { trustPolicy: trusts('ecs.amazonaws.com') } }),
      },
    })
    await open(page, { more: `s=${code}` })
    await page.keyboard.press('End')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('check 3b')
    await expect(page.locator('.dtabs [aria-selected=true]')).toHaveText('3bTrust')
  })
})
