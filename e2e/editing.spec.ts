import { editorsReady, expect, focusEditor, keptDocuments, main, open, replaceText, test } from './fixtures'

test('typing in Monaco turns a denial into success, and Undo turns it back', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  await page.locator('[data-document=identityPolicy] .view-line', { hasText: 'lambda.amazonaws.com' }).click()
  await page.keyboard.press('End')
  for (let i = 0; i < '"lambda.amazonaws.com"'.length; i++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type('"ecs-tasks.amazonaws.com', { delay: 5 })
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  for (let i = 0; i < 6 && (await main(page).getAttribute('data-stopped-at')) !== 'pass-role'; i++)
    await page.keyboard.press('ControlOrMeta+Z')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
})

test('editing while it plays pauses and keeps the place', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await page.keyboard.press('3')
  await page.locator('.pp').click()
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  await focusEditor(page, 'trustPolicy')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' ')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  await expect(main(page)).toHaveAttribute('data-step', /^[345]$/)
})

test('an edit that is judged anew takes no line off the stage, not even for a moment', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  const taken = await page.evaluateHandle(() => {
    const edges: string[] = []
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes)
        for (const node of removedNodes) {
          const edge = node instanceof Element ? node.querySelector('.react-flow__edge')?.getAttribute('data-id') : undefined
          if (edge) edges.push(edge)
        }
    }).observe(document.querySelector('.react-flow__edges') ?? document, { childList: true })
    return edges
  })
  await replaceText(page, 'identityPolicy', '{ "Version": "2012-10-17", "Statement": [] }')
  await expect(main(page)).toHaveAttribute('data-outcome', 'denied')
  expect(await taken.evaluate((edges) => edges)).toEqual([])
})

test('the deciding statement lights up with both values', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await page.keyboard.press('End')
  const pane = page.locator('[data-document=identityPolicy]')
  await expect(pane).toHaveClass(/lit-deny/)
  await expect(pane.locator('.m-no')).toContainText('lambda.amazonaws.com')
  await expect(pane.locator('.zone.no')).toContainText('passed to: ecs-tasks.amazonaws.com')
  await expect(pane.locator('.thread.deny')).toBeVisible()
})

test('a missing statement has a slot', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await expect(page.locator('.ghost')).toContainText('Nothing here allows iam:PassRole on role/app-task')
})

test('the terminal says what AWS says', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service', language: 'ja' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await expect(page.locator('.term pre').first()).toContainText(
    'An error occurred (AccessDeniedException) when calling the RunTask operation: User: arn:aws:iam::111122223333:user/aya is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/app-task because no identity-based policy allows the iam:PassRole action',
  )
})

test('what is edited survives a reload; Reset and Undo bring texts back', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await replaceText(page, 'trustPolicy', '{ "not": "a policy"')
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await expect.poll(async () => (await keptDocuments(page)).trustPolicy).toBe('{ "not": "a policy"')
  await page.goto('./')
  await page.reload()
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await editorsReady(page)
  await expect(page.locator('[data-document=trustPolicy] .view-lines')).toContainText('"not"')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Reset scenario' }).click()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await focusEditor(page, 'trustPolicy')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
})

test('Tab leaves an editor, and Esc too', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await focusEditor(page, 'identityPolicy')
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-document=identityPolicy] .monaco :focus')).toHaveCount(0)
  await focusEditor(page, 'identityPolicy')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-document=identityPolicy]')).toBeFocused()
})

test('single keys do nothing inside an editor', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await focusEditor(page, 'identityPolicy')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
})

const squeezed =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":["iam:PassRole"],"Resource":"*"}]}'

test('Format Document lays a text out anew as one step of Undo, and leaves alone what is not JSON', async ({ page }) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await open(page)
  await editorsReady(page)
  const kept = async () => (await keptDocuments(page)).identityPolicy
  await replaceText(page, 'identityPolicy', squeezed)
  await page.keyboard.press('Shift+Alt+F')
  await expect.poll(kept).toBe(JSON.stringify(JSON.parse(squeezed), null, 2))
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(kept).toBe(squeezed)
  await page.locator('[data-document=identityPolicy] .view-line').first().click({ button: 'right' })
  await expect(page.getByRole('menuitem', { name: 'Format Document' })).toBeVisible()
  await page.keyboard.press('Escape')
  const broken = squeezed.slice(0, -1)
  await replaceText(page, 'identityPolicy', broken)
  await page.keyboard.press('Shift+Alt+F')
  await page.keyboard.type(' ')
  await expect.poll(kept).toBe(`${broken} `)
  expect(workers).toEqual([])
})
