import type { Page } from '@playwright/test'
import { editorsReady, expect, keptDocuments, main, open, replaceText, test } from './fixtures'

interface HostileText {
  readonly name: string
  readonly documentId: string
  readonly text: () => string
  readonly outcome: string
  /** Part of the sentence in the strip under the editor. */
  readonly says: RegExp
}

const identity = 'identityPolicy'

const texts: readonly HostileText[] = [
  {
    name: 'broken JSON',
    documentId: identity,
    text: () => '{\n  "Version": "2012-10-17"\n  "Statement": []\n}',
    outcome: 'invalid',
    says: /Line 2, column 26: expected a comma or }/,
  },
  { name: 'an empty document', documentId: identity, text: () => '   ', outcome: 'invalid', says: /empty/ },
  {
    name: 'wrong types',
    documentId: 'trustPolicy',
    text: () => '{ "Version": 1, "Statement": [{ "Effect": true, "Principal": [], "Action": 7 }] }',
    outcome: 'invalid',
    says: /wrong type/,
  },
  {
    name: 'an unknown element',
    documentId: identity,
    text: () => '{ "Statement": [{ "effect": "Allow", "Action": "*", "Resource": "*" }] }',
    outcome: 'invalid',
    says: /no element effect.*case-sensitive\.Effect/,
  },
  {
    name: 'depth 10,000',
    documentId: identity,
    text: () => `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    outcome: 'invalid',
    says: /deeper than 200 levels/,
  },
  {
    name: 'duplicate keys',
    documentId: identity,
    text: () => '{ "Statement": [], "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }',
    outcome: 'invalid',
    says: /Statement stands twice/,
  },
  {
    name: '__proto__',
    documentId: 'request',
    text: () => '{ "__proto__": { "caller": "arn:aws:iam::111122223333:root" }, "action": "ecs:RunTask" }',
    outcome: 'invalid',
    says: /caller is missing|__proto__/,
  },
  {
    name: 'a wrapped policy',
    documentId: identity,
    text: () => '{ "PolicyDocument": { "Version": "2012-10-17", "Statement": [] } }',
    outcome: 'invalid',
    says: /wrapped in PolicyDocument/,
  },
  {
    name: 'a URL-encoded policy',
    documentId: identity,
    text: () => encodeURIComponent('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'),
    outcome: 'invalid',
    says: /URL-encoded/,
  },
  {
    name: 'an unknown call',
    documentId: 'request',
    text: () => '{ "caller": "arn:aws:iam::111122223333:user/aya", "action": "ecs:RunTaks", "parameters": {} }',
    outcome: 'denied',
    says: /does not know the call ecs:RunTaks/,
  },
]

for (const { name, documentId, text, outcome, says } of texts) {
  test(`${name}: a message in place, and nothing lost`, async ({ page }) => {
    await open(page)
    await editorsReady(page)
    await replaceText(page, documentId, text())
    await expect(main(page)).toHaveAttribute('data-outcome', outcome)
    await expect(page.locator(`[data-document=${documentId}] .probs`)).toContainText(says)
    await expect.poll(async () => (await keptDocuments(page))[documentId]).toBe(text())
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    if (outcome === 'invalid') await expect(page.locator('.seal')).toHaveText('?')
  })
}

test('1 MB of text stays usable and is kept', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  const statement = '{ "Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*" }'
  const text = `{ "Version": "2012-10-17", "Statement": [${Array.from({ length: 10_500 }, (_, i) => statement.replace('"A"', `"A${i}"`)).join(',\n')}] }`
  expect(text.length).toBeGreaterThan(1_000_000)
  await replaceText(page, identity, text)
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied', { timeout: 30_000 })
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'service-action')
  await expect.poll(async () => (await keptDocuments(page))[identity]?.length, { timeout: 20_000 }).toBe(text.length)
})

test('a wrapped policy can be taken out', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role' })
  await editorsReady(page)
  await replaceText(
    page,
    identity,
    '{ "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] } }',
  )
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'Take the policy out' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

test('an unknown call offers the nearest', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await replaceText(page, 'request', '{ "caller": "arn:aws:iam::111122223333:user/aya", "action": "ecs:RunTaks", "parameters": {} }')
  await page.locator('[data-document=request] .probs').getByRole('button', { name: 'Use ecs:RunTask' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

interface HostileLink {
  readonly name: string
  readonly code: string
  readonly says: RegExp
}

const links: readonly HostileLink[] = [
  { name: 'damaged', code: 'AzzzzzzzzNotDeflateAtAll', says: /damaged/ },
  { name: 'cut short', code: 'A', says: /damaged/ },
  { name: 'oversized', code: `A${'x'.repeat(500_000)}`, says: /more than a scenario can/ },
  { name: 'of a later version', code: 'Bq1bKz0', says: /later version/ },
  { name: 'with foreign characters', code: 'A%3Cscript%3E', says: /damaged/ },
]

for (const { name, code, says } of links) {
  test(`a link that is ${name}: a clear message, and what was there stays`, async ({ page }) => {
    await open(page, { scenario: 'no-pass-role' })
    await page.goto('about:blank')
    await page.goto(`./#s=${code}`)
    await expect(page.locator('.notice')).toContainText(says)
    await expect(main(page)).toHaveAttribute('data-outcome', /allowed|denied/)
  })
}

const storage: readonly { name: string; prepare: (page: Page) => Promise<unknown>; says: RegExp }[] = [
  {
    name: 'full',
    prepare: (page) =>
      page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        }
      }),
    says: /storage is full/,
  },
  {
    name: 'blocked',
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError')
          },
        })
      }),
    says: /does not let the page keep/,
  },
  {
    name: 'corrupt',
    prepare: (page) => page.addInitScript(() => localStorage.setItem('passrole-lab/workspace', '{"version":1,"documents":[7')),
    says: /could not be read/,
  },
  {
    name: 'of a later version',
    prepare: (page) => page.addInitScript(() => localStorage.setItem('passrole-lab/workspace', '{"version":99,"documents":{}}')),
    says: /later version/,
  },
]

for (const { name, prepare, says } of storage) {
  test(`storage that is ${name}: a quiet notice, and the app works on`, async ({ page }) => {
    await prepare(page)
    await page.goto('./')
    await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
    await page.getByRole('button', { name: 'Next scenario' }).first().click()
    await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
    await expect(page.locator('.notice')).toContainText(says)
    await page.locator('.notice').getByRole('button').click()
    await expect(page.locator('.notice')).toHaveCount(0)
  })
}
