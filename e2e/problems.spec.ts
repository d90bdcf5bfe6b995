import { editorsReady, expect, focusEditor, main, open, replaceText, test } from './fixtures'

const wide = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Action": ["ecs:RunTask", "ecs:RunTask"],
    "Resource": "*"
  }, {
    "Effect": "Allow",
    "Action": "iam:PassRole",
    "Resource": "arn:aws:iam::111122223333:role/app-task"
  }]
}`

const words = {
  en: {
    count: '2 problems',
    sentence: 'The role may be passed to any service. iam:PassedToService would name one.',
    fix: 'Add iam:PassedToService',
    remove: 'Remove',
  },
  ja: {
    count: '問題 2 件',
    sentence: 'ロールを任意のサービスに渡せます。iam:PassedToService で渡す先を限定できます。',
    fix: 'iam:PassedToService を追加',
    remove: '削除',
  },
} as const

for (const language of ['en', 'ja'] as const) {
  test(`advice in ${language}: F8 goes there, the fix is one step of Undo, and no verdict changes`, async ({ page }) => {
    const { count, sentence, fix, remove } = words[language]
    await open(page, { language })
    await editorsReady(page)
    const pane = page.locator('[data-document=identityPolicy]')
    await expect(pane.locator('.probs')).toHaveCount(0)
    await replaceText(page, 'identityPolicy', wide)
    await expect(pane.locator('header .pcount')).toContainText(count)
    await expect(pane.locator('.probs li')).toHaveCount(2)
    await expect(pane.locator('.probs')).toContainText(sentence)
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')

    await focusEditor(page, 'identityPolicy')
    await page.keyboard.press('F8')
    await expect(pane.locator('.line-numbers.active-line-number')).toHaveText('5')
    await page.keyboard.press('F8')
    await expect(pane.locator('.line-numbers.active-line-number')).toHaveText('9')
    await expect(pane.locator('.probs li[aria-current=true]')).toContainText(sentence)
    await page.keyboard.press('F8')
    await expect(pane.locator('.line-numbers.active-line-number')).toHaveText('5')
    await page.keyboard.press('Shift+F8')
    await expect(pane.locator('.line-numbers.active-line-number')).toHaveText('9')

    await pane.getByRole('button', { name: fix }).click()
    await expect(pane.locator('.view-lines')).toContainText('"iam:PassedToService": "ecs-tasks')
    await expect(pane.locator('.probs li')).toHaveCount(1)
    await pane.getByRole('button', { name: remove }).click()
    await expect(pane.locator('.probs')).toHaveCount(0)
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')

    await focusEditor(page, 'identityPolicy')
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(pane.locator('.probs li')).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+Z')
    await expect(pane.locator('.probs li')).toHaveCount(2)
  })
}

test('the number in the header goes to the first problem, and a wavy line marks it', async ({ page }) => {
  await open(page, { scenario: 'explicit-deny-admin' })
  await editorsReady(page)
  const pane = page.locator('[data-document=identityPolicy]')
  await expect(pane.locator('.squiggly-warning')).not.toHaveCount(0)
  await pane.locator('.pcount').click()
  await expect(pane.locator('.line-numbers.active-line-number')).toHaveText('12')
  await expect(pane.locator('.probs li')).toContainText('Covers every role of the account')
})

const offered = {
  en: { comma: 'Insert the comma', says: 'Line 11 needs a comma at the end.' },
  ja: { comma: 'カンマを挿入', says: '11 行目の末尾にカンマが必要です。' },
}

for (const language of ['en', 'ja'] as const) {
  test(`a deleted comma is put back by the button beside the sentence, by the strip and by Ctrl+., each one step of Undo (${language})`, async ({
    page,
  }) => {
    const { comma, says } = offered[language]
    await open(page, { scenario: 'clean-hand-over', language })
    await editorsReady(page)
    const pane = page.locator('[data-document=identityPolicy]')
    await pane.locator('.view-line', { hasText: '"iam:PassRole",' }).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Backspace')
    const broken = async () => {
      await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
      await expect(pane.locator('.view-line', { hasText: '"iam:PassRole"' })).not.toContainText(',')
    }
    const whole = async () => {
      await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
      await expect(pane.locator('.view-line', { hasText: '"iam:PassRole",' })).toHaveCount(1)
      await expect(pane.locator('.probs')).toHaveCount(0)
    }
    await broken()
    await expect(pane.locator('.squiggly-error')).toHaveCount(1)
    await expect(pane.locator('.probs.unread li')).toHaveCount(1)

    await page.keyboard.press('ControlOrMeta+Period')
    await whole()
    await page.keyboard.press('ControlOrMeta+Z')
    await broken()

    await page.locator('.nar h1').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await expect(page.locator('.nar .main')).toContainText(says)
    await page.locator('.nar .aside').getByRole('button', { name: comma }).click()
    await whole()
    await focusEditor(page, 'identityPolicy')
    await page.keyboard.press('ControlOrMeta+Z')
    await broken()

    await pane.locator('.probs').getByRole('button', { name: comma }).click()
    await whole()
  })
}
