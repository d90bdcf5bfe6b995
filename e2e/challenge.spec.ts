import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { editorsReady, expect, keptDocuments, main, open, replaceText, test } from './fixtures'

const lesson = 'passed-to-service'
const role = 'arn:aws:iam::111122223333:role/app-task'

/** Takes a lesson from the library as a challenge, by keyboard. */
async function openAsChallenge(page: Page, scenario = lesson, first = 'identityPolicy'): Promise<void> {
  await open(page, { scenario, language: 'en' })
  await expect(page.locator(`[data-document=${first}] .monaco[data-ready=true]`)).toBeVisible()
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('>challenge')
  await page.keyboard.press('Enter')
  await expect(goals(page)).toBeVisible()
}

const goals = (page: Page) => page.locator('.aside.challenge')
const headline = (page: Page) => page.locator('.nar h1')
const bar = (page: Page) => page.locator('.pc-bar')
/** Which goals are met: `✕✓✓`. */
const marks = (page: Page) =>
  page.locator('.goal > li').evaluateAll((items) => items.map((item) => (item.querySelector('.mk.ok') ? '✓' : '✕')).join(''))

const identityPolicy = (resource: string, service = 'ecs-tasks.amazonaws.com') =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'RunTasks', Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' },
        {
          Sid: 'PassAppRole',
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: resource,
          Condition: { StringEquals: { 'iam:PassedToService': service } },
        },
      ],
    },
    null,
    2,
  )

const expectNoFaults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join()}`)).toEqual([])
}

test('by keyboard: four hints, the fix accepted, undone, and accepted again', async ({ page }) => {
  await openAsChallenge(page)
  await expect(headline(page)).toHaveText('Your move: let Aya pass app-task to ECS, and nothing more.')
  expect(await marks(page)).toBe('✕✓✓')
  await expectNoFaults(page)
  const hint = page.locator('[data-action=hint]')
  await hint.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.pinned-hint')).toContainText('Hint 1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.locator('.pinned-hint')).toContainText('Compare the last row')
  // Beside the gate, and over none of them.
  const hintBox = await page.locator('.pinned-hint').boundingBox()
  for (const gate of await page.locator('.gate').all()) {
    const box = await gate.boundingBox()
    if (box && hintBox) expect(box.x + box.width <= hintBox.x || hintBox.x + hintBox.width <= box.x).toBe(true)
  }
  await page.keyboard.press('Enter')
  await expect(bar(page)).toHaveAccessibleName(
    'Proposed change, 1 of 1, Identity policy, line 14: "iam:PassedToService": "lambda.amazonaws.com" becomes "iam:PassedToService": "ecs-tasks.amazonaws.com"',
  )
  await expect(bar(page)).toContainText('3 of 3 goals')
  await expect(bar(page).getByRole('button', { name: 'Accept' })).toBeFocused()
  await expectNoFaults(page)
  // Nothing is written before it is accepted.
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(hint).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText('Solved with least privilege.')
  await expect(page.locator('.challenge-done')).toContainText('1 edit, 4 hints')
  await expect(page.getByRole('tab', { name: 'Goals' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.goals-panel')).toContainText('Also tried for you: pass app-task to Lambda (stops at 2)')
  await expectNoFaults(page)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  expect(await marks(page)).toBe('✕✓✓')
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toContain('lambda.amazonaws.com')
})

test('whatever the first column shows is as high as the policy beside it', async ({ page }) => {
  await openAsChallenge(page)
  const bottomOf = (selector: string) => page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().bottom))
  const policy = await bottomOf('[data-document=identityPolicy]')
  for (const [tab, face] of [
    ['Goals', '.goals-face'],
    ['What Aya sees', '.face.terms'],
    ['Request', '[data-document=request]'],
    ['Goals', '.goals-face'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.locator(face)).toBeVisible()
    await expect(page.locator('[data-document=request] .view-line').first()).toBeVisible({ visible: tab === 'Request' })
    expect(await bottomOf(face), tab).toBe(policy)
    // The editor behind it as well: it is not laid out anew when it comes back.
    expect(await bottomOf('[data-document=request]'), tab).toBe(policy)
  }
})

test('an answer that runs and is too wide is told, marked and narrowed', async ({ page }) => {
  await openAsChallenge(page)
  await replaceText(page, 'identityPolicy', identityPolicy('*'))
  await expect(headline(page)).toHaveText('It runs, but Aya may now pass more than app-task.')
  await expect.poll(() => marks(page)).toBe('✓✕✕')
  await expect(page.locator('.m-wide')).toHaveText('"*"')
  await expect(page.locator('.wide-note')).toHaveText('wider than needed: role/app-task is enough')
  await expect(page.locator('.goals-panel')).toContainText('Needed: role/app-task. Granted: *, every role of the account.')
  await expectNoFaults(page)
  await page.getByRole('button', { name: 'Narrow it' }).click()
  await expect(bar(page)).toContainText('3 of 3 goals')
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText('Solved with least privilege.')
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toContain(`"Resource": "${role}"`)
  // The library tells of it.
  await page.locator('body').press('Escape')
  await page.locator('.tb.library').click()
  await expect(page.getByRole('option', { name: /PassedToService mismatch/ })).toContainText('solved with least privilege')
})

test('a reload goes on with it, a link does not carry it, and it can be left', async ({ page }) => {
  await openAsChallenge(page)
  await page.locator('[data-action=hint]').click()
  await replaceText(page, 'identityPolicy', identityPolicy(role, 'glue.amazonaws.com'))
  await expect.poll(async () => (await keptDocuments(page)).identityPolicy).toContain('glue')
  await page.reload()
  await expect(goals(page)).toContainText('Hint 1 of 4')
  await expect(page.locator('[data-document=identityPolicy] .view-lines')).toContainText('glue.amazonaws.com')
  await page.getByRole('button', { name: 'Leave the challenge' }).click()
  await expect(goals(page)).toHaveCount(0)
  await page.reload()
  await editorsReady(page)
  await expect(goals(page)).toHaveCount(0)
})

test('another scenario ends it', async ({ page }) => {
  await openAsChallenge(page)
  await page.locator('body').press(']')
  await expect(page.locator('.pick').first()).not.toContainText('PassedToService')
  await expect(goals(page)).toHaveCount(0)
})

test('several changes: F7 goes from one to the next', async ({ page }) => {
  await openAsChallenge(page, 'other-account-role')
  for (let rung = 0; rung < 4; rung++) await page.locator('[data-action=hint]').click()
  await expect(bar(page)).toContainText('1 of 2')
  await page.keyboard.press('F7')
  await expect(bar(page)).toContainText('2 of 2')
  await expect(bar(page)).toHaveCount(1)
  await page.keyboard.press('F7')
  await expect(bar(page)).toContainText('1 of 2')
  await page.keyboard.press('Enter')
  await expect(headline(page)).toHaveText('Solved with least privilege. The call changed, and no permission did.')
})

test('on a tablet what is wider than needed stays in view', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 })
  await openAsChallenge(page, lesson, 'request')
  await editorsReady(page)
  await replaceText(page, 'identityPolicy', identityPolicy('*'))
  await expect(page.locator('.m-wide')).toHaveText('"*"')
  await expectNoFaults(page)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('hints are told in the sheet, and the fix opens its document', async ({ page }) => {
    await open(page, { scenario: lesson, language: 'en' })
    await expect(page.locator('[data-document=request] .monaco')).toBeAttached()
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('>challenge')
    await page.keyboard.press('Enter')
    const next = page.locator('.pctl [data-action=hint]')
    await next.tap()
    await expect(page.locator('.sheet')).toContainText('Hint 1:')
    await expect(page.locator('.pinned-hint')).toHaveCount(0)
    await next.tap()
    await next.tap()
    await next.tap()
    const accept = page.getByRole('button', { name: 'Accept' })
    await expect(accept).toBeVisible()
    expect((await accept.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await accept.tap()
    await expect(page.locator('.sheet h1')).toContainText('Solved with least privilege.')
    await expectNoFaults(page)
  })

  test('by keyboard: the focus goes to the answers, and back when the document is closed', async ({ page }) => {
    await open(page, { scenario: lesson, language: 'en' })
    await expect(page.locator('[data-document=request] .monaco')).toBeAttached()
    await page.keyboard.press('/')
    await page.getByRole('combobox').fill('>challenge')
    await page.keyboard.press('Enter')
    const next = page.locator('.pctl [data-action=hint]')
    const accept = page.getByRole('button', { name: 'Accept' })
    await next.focus()
    for (const label of ['Hint 2', 'Hint 3', 'Show the fix']) {
      await page.keyboard.press('Enter')
      await expect(next).toHaveText(label)
    }
    await page.keyboard.press('Enter')
    await expect(accept).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(accept).toHaveCount(0)
    await expect(next).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(accept).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('.sheet h1')).toContainText('Solved with least privilege.')
    await expect(page.locator('.excerpt .tap')).toBeFocused()
  })
})
