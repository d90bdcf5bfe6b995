import type { Locator, Page } from '@playwright/test'
import { editorsReady, expect, focusEditor, main, open, replaceText, test } from './fixtures'

const other = (index: number) => ({
  Sid: `Other${index}`,
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::data-${index}/*`,
})

/** A policy whose deciding statement stands among many, with a value that wraps in a narrow column. */
const long = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'RunTasks', Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' },
      ...[1, 2, 3].map(other),
      {
        Sid: 'PassAppRole',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::111122223333:role/app-task',
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
      ...[4, 5, 6, 7].map(other),
    ],
  },
  null,
  2,
)

const pane = '[data-document=identityPolicy]'

/** How far, in px, the thread's end is from the end of the lit lines, and whether it comes from above. */
const distance = (page: Page) =>
  page.locator(pane).evaluate((element) => {
    const body = element.querySelector('.ed-body')?.getBoundingClientRect()
    const thread = element.querySelector('.thread.deny')?.getBoundingClientRect()
    const ends = [...element.querySelectorAll(':is(.view-overlays, .margin-view-zones) .in-deny')].map(
      (line) => line.getBoundingClientRect().bottom,
    )
    // A statement that is partly out of view: the thread ends with the pane.
    const end = Math.min(Math.max(...ends), (body?.bottom ?? 0) - 3)
    return {
      lines: ends.length,
      // Within a pixel for the column's own rounding.
      off: Math.abs((thread?.bottom ?? Number.NaN) - end),
      above: (thread?.top ?? Number.NaN) < (body?.top ?? Number.NaN),
    }
  })

const isOnItsLine = async (page: Page, when: string) => {
  await expect.poll(async () => (await distance(page)).off, when).toBeLessThanOrEqual(2)
  const { lines, above } = await distance(page)
  expect(lines, when).toBeGreaterThan(0)
  expect(above, `${when}: from the stage above`).toBe(true)
}

async function wheel(page: Page, by: number): Promise<void> {
  const box = await page.locator(`${pane} .ed-body`).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 60)
  await page.mouse.wheel(0, by)
}

/** Scrolls on until something is there. */
async function wheelUntil(page: Page, by: number, target: Locator): Promise<void> {
  await expect(async () => {
    await wheel(page, by)
    expect(await target.count()).toBe(1)
  }).toPass()
}

test('a thread stays on its line while one scrolls, wraps and resizes; out of view it points there, and a click leads back', async ({
  page,
}) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await replaceText(page, 'identityPolicy', long)
  await page.keyboard.press('Escape')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  await page.keyboard.press('End')
  await isOnItsLine(page, 'at first')

  await wheel(page, 57)
  await isOnItsLine(page, 'scrolled on')
  await wheel(page, -40)
  await isOnItsLine(page, 'scrolled back')

  const splitter = page.getByRole('separator', { name: 'Width of the second column' })
  await splitter.focus()
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await page.locator(pane).boundingBox())?.width).toBeLessThan(480)
  await page.locator('body').press('End')
  await isOnItsLine(page, 'in a narrow column')

  await page.setViewportSize({ width: 1280, height: 860 })
  await isOnItsLine(page, 'in a smaller window')
  await page.setViewportSize({ width: 1600, height: 900 })
  await isOnItsLine(page, 'in a larger window')

  const pointer = page.getByRole('button', { name: 'Show the deciding statement' })
  await expect(pointer).toHaveCount(0)
  await wheelUntil(page, -200, pointer)
  await expect(pointer).toHaveClass(/down/)
  const [arrow, body] = [await pointer.boundingBox(), await page.locator(`${pane} .ed-body`).boundingBox()]
  expect((arrow?.y ?? 0) + (arrow?.height ?? 0)).toBeLessThanOrEqual((body?.y ?? 0) + (body?.height ?? 0) + 1)
  await pointer.click()
  await expect(pointer).toHaveCount(0)
  await isOnItsLine(page, 'after a click on the arrowhead')
  await wheelUntil(page, 200, pointer)
  await expect(pointer).toHaveClass(/up/)
  await pointer.focus()
  await page.keyboard.press('Enter')
  await expect(pointer).toHaveCount(0)
  await expect(page.locator(`${pane} .m-no`)).toBeInViewport()
})

test('lines that are typed above it move the thread along', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await isOnItsLine(page, 'at first')
  await focusEditor(page, 'identityPolicy')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')
  await isOnItsLine(page, 'two lines further down')
})

const words = {
  en: {
    missing: 'Nothing here allows iam:PassRole on role/app-task',
    asked: 'passed to: ecs-tasks.amazonaws.com',
    principal: 'ecs-tasks.amazonaws.com',
  },
  ja: {
    missing: 'iam:PassRole を許可するステートメントがありません',
    asked: '渡し先は ecs-tasks.amazonaws.com',
    principal: 'ecs-tasks.amazonaws.com',
  },
} as const

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1440, height: 770 },
  { width: 1280, height: 720 },
] as const) {
  test(`what is missing has its slot, and what does not match shows both values (${width}×${height})`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    for (const language of ['en', 'ja'] as const) {
      const { missing, asked, principal } = words[language]
      const show = async (scenario: string) => {
        await page.goto('about:blank')
        await open(page, { scenario, language })
        await editorsReady(page)
        await page.keyboard.press('End')
      }
      const inside = async (text: string) => {
        const note = page.locator('.zone.no, .ghost', { hasText: text })
        await expect(note).toBeInViewport({ ratio: 0.95 })
        const [box, editor] = [await note.boundingBox(), await page.locator('.ed-body', { has: note }).boundingBox()]
        expect((box?.y ?? 0) + (box?.height ?? 0), text).toBeLessThanOrEqual((editor?.y ?? 0) + (editor?.height ?? 0) + 1)
      }
      await show('no-pass-role')
      await inside(missing)
      await show('passed-to-service')
      await expect(page.locator(`${pane} .m-no`, { hasText: 'lambda.amazonaws.com' })).toBeInViewport()
      await inside(asked)
      await show('wrong-service-principal')
      await expect(page.locator('[data-document=trustPolicy] .m-no', { hasText: 'ecs.amazonaws.com' })).toBeInViewport()
      await inside(principal)
    }
  })
}
