import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { editorsReady, expect, main, open, test } from './fixtures'

const session = 'arn:aws:sts::210987654321:assumed-role/dev/kim'
const role = 'arn:aws:iam::210987654321:role/team/app-task'
const denied = `An error occurred (AccessDeniedException) when calling the RunTask operation: User: ${session} is not authorized to perform: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`

/** Pastes as a keyboard does it, wherever the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('ControlOrMeta+V')
}

const dialog = (page: Page) => page.getByRole('dialog')

/** Asks for a message by name. */
async function ask(page: Page): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('>paste')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('textbox')).toBeFocused()
}

test('a message that is pasted anywhere becomes a scene that ends in it', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await page.locator('body').press('Home')
  await paste(page, denied)
  await expect(dialog(page)).toContainText('in a session of role dev')
  await expect(dialog(page)).toContainText('a guess that gives exactly this message')
  await expect(dialog(page)).toContainText('Nothing here allows iam:PassRole')
  await expect(dialog(page).getByRole('button', { name: 'Build this scene' })).toBeFocused()

  const policy = dialog(page).getByRole('combobox', { name: 'Policy' })
  await policy.selectOption({ label: 'the role’s path is missing' })
  await expect(dialog(page)).toContainText('asked for: role/team/app-task')
  await dialog(page).getByRole('button', { name: 'Build this scene' }).press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  await page.locator('body').press('End')
  await expect(page.locator('.term').first()).toContainText(`User: ${session} is not authorized to perform: iam:PassRole`)

  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

test('by name, written in its field, in Japanese', async ({ page }) => {
  await open(page, { language: 'ja' })
  await editorsReady(page)
  await ask(page)
  await paste(page, denied)
  await expect(dialog(page)).toContainText('ロール dev のセッション')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
})

test('pasted into the search it is read, and the closest lesson is near', async ({ page }) => {
  await open(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await paste(
    page,
    'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.',
  )
  await expect(dialog(page)).toContainText('the service could not take the role on')
  await dialog(page)
    .getByRole('button', { name: /Closest lesson/ })
    .click()
  await expect(page.locator('.scn .nm')).toHaveText("Lambda's execution role")
})

test('account numbers can be replaced before anything is shown to others', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await page.locator('body').press('Home')
  await paste(page, denied)
  await dialog(page).getByRole('button', { name: 'use example numbers' }).click()
  await expect(dialog(page).locator('.msg')).toContainText('111122223333')
  await expect(dialog(page)).not.toContainText('210987654321')
  await expect(dialog(page)).toContainText('a guess that gives exactly this message')
})

test('what is no such message stays, and the closest are named; what is encoded says how it is decoded', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await ask(page)
  const field = dialog(page).getByRole('textbox')
  await field.fill('the role could not be assumed, says Lambda')
  await expect(dialog(page)).toContainText('We know no message like this.')
  await expect(dialog(page).locator('.forms li')).toHaveCount(3)
  await expect(field).toHaveValue('the role could not be assumed, says Lambda')
  await field.fill(`Encoded authorization failure message: ${'aB3-_'.repeat(60)}`)
  await expect(dialog(page)).toContainText('aws sts decode-authorization-message')
  await field.fill('x'.repeat(100_000))
  await expect(dialog(page).getByRole('alert')).toContainText('100,000')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

test('a text file that is dropped is read; a scenario file is opened as ever', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([file = '', content = '']) => {
        const data = new DataTransfer()
        data.items.add(new File([content], file))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      },
      [name, text],
    )
  await drop('error.txt', denied)
  await expect(dialog(page)).toContainText('What the message says')
  await page.keyboard.press('Escape')
  await drop('broken.json', '{ "not": "a scenario" }')
  await expect(page.locator('.notice')).toBeVisible()
})

test('in an editor pasting is writing', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await page.locator('[data-document=identityPolicy] .view-line').first().click()
  await paste(page, denied)
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await expect(dialog(page)).toHaveCount(0)
})

for (const [theme, language, width, height] of [
  ['light', 'en', 1440, 770],
  ['dark', 'ja', 820, 1180],
  ['light', 'ja', 390, 844],
] as const) {
  test(`nothing stands in anybody's way (${theme}, ${language}, ${width}×${height})`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await open(page, { language, more: `theme=${theme}` })
    await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
    await page.locator('body').press('Home')
    await paste(page, denied)
    await expect(dialog(page).locator('select').first()).toBeVisible()
    const found = await new AxeBuilder({ page })
      .include('.paste')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  })
}
