import type { Locator, Page } from '@playwright/test'
import { editorsReady, expect, main, open, test } from './fixtures'

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  const there = () => target.evaluate((element) => element.contains(document.activeElement)).catch(() => false)
  for (let i = 0; i < most && !(await there()); i++) await page.keyboard.press('Tab')
  expect(await there(), `Tab leads to ${target}`).toBe(true)
}

/** The text of the line that the caret is in. */
const caretLine = (page: Page, documentId: string) =>
  page.locator(`[data-document=${documentId}]`).evaluate((pane) => {
    const top = pane.querySelector('.active-line-number')?.closest<HTMLElement>('[style*=top]')?.style.top
    return [...pane.querySelectorAll<HTMLElement>('.view-line')].find((line) => line.style.top === top)?.textContent ?? ''
  })

test('from load to a solved scenario without a mouse: found, guessed, typed right, and on to the next', async ({ page }) => {
  await open(page)
  await editorsReady(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.type('passedtoservice')
  await expect(page.getByRole('option', { selected: true })).toBeVisible()
  const row = page.getByRole('option', { name: /PassedToService mismatch/ })
  for (let i = 0; i < 10 && (await row.getAttribute('aria-selected')) !== 'true'; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(main(page)).toHaveAttribute('data-stopped-at', 'pass-role')

  await tabTo(page, page.getByRole('group', { name: 'Your guess' }).getByRole('button').nth(1))
  await page.keyboard.press('Enter')
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Stopped at check 2')
  await expect(page.locator('.aside')).toContainText('You guessed it.')

  await tabTo(page, page.locator('[data-document=identityPolicy] .monaco'))
  for (let i = 0; i < 40 && !(await caretLine(page, 'identityPolicy')).includes('lambda.amazonaws.com'); i++) {
    await page.keyboard.press('ArrowDown')
    // The editor draws its caret in the frame after the key.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  await page.keyboard.press('End')
  // Between the quotes: typed over a selection, a quote of its own would go round it.
  await page.keyboard.press('ArrowLeft')
  for (let i = 0; i < 'lambda.amazonaws.com'.length; i++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type('ecs-tasks.amazonaws.com', { delay: 5 })
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-document=identityPolicy]')).toBeFocused()
  await page.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-step', '5')

  const name = await page.locator('.scn .nm').textContent()
  await page.keyboard.press('Shift+Tab')
  const next = page.locator('.aside [data-action=next-scenario]')
  for (let i = 0; i < 40 && !(await next.evaluate((button) => button === document.activeElement)); i++)
    await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.scn .nm')).not.toHaveText(name ?? '')
})

test('in Japanese, with the fix that is offered', async ({ page }) => {
  await open(page, { scenario: 'no-pass-role', language: 'ja' })
  await page.keyboard.press('Space')
  await expect(main(page)).toHaveAttribute('data-playing', 'true')
  for (let i = 0; i < 6 && (await main(page).getAttribute('data-step')) !== 'error'; i++) await page.keyboard.press('ArrowRight')
  await expect(main(page)).toHaveAttribute('data-step', 'error')
  await tabTo(page, page.getByRole('button', { name: '直してみる' }))
  await page.keyboard.press('Enter')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('End')
  await tabTo(page, page.locator('.aside').getByRole('button', { name: '次へ: ' }))
  const name = await page.locator('.scn .nm').textContent()
  await page.keyboard.press('Enter')
  await expect(page.locator('.scn .nm')).not.toHaveText(name ?? '')
})

test('Tab goes from the skip links over the top bar, the next move, the stations and the documents to playback', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await expect(page.locator('.term .cp')).toBeVisible()
  const parts: string[] = []
  for (let i = 0; i < 50 && parts.at(-1) !== 'past'; i++) {
    await page.keyboard.press('Tab')
    const part = await page.evaluate(() => {
      const at = document.activeElement
      const places = {
        'skip links': '.skip-links',
        'top bar': '.top',
        narration: '.nar',
        stations: '.stations',
        documents: '.docs',
        playback: '.pb',
      }
      return Object.entries(places).find(([, selector]) => at?.closest(selector))?.[0] ?? 'past'
    })
    parts.push(part)
  }
  const inOrder = parts.filter((part, index) => part !== parts[index - 1])
  expect(inOrder).toEqual(['skip links', 'top bar', 'narration', 'stations', 'documents', 'playback', 'past'])
  expect(parts.filter((part) => part === 'stations')).toHaveLength(1)
  const copyComesLast = await page.evaluate(() => {
    const copy = document.querySelector('.term .cp')
    const documents = [...document.querySelectorAll('.docs [data-document]')]
    return documents.every((pane) => copy !== null && (pane.compareDocumentPosition(copy) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  })
  expect(copyComesLast).toBe(true)
})

test('the skip links lead there', async ({ page }) => {
  await open(page)
  for (const id of ['path', 'documents', 'playback']) {
    await page.locator(`.skip-links a[href="#${id}"]`).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator(`#${id}`)).toBeFocused()
  }
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
})

test('the stations are one stop: arrows move, Enter goes there, and the names say it all', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await page.keyboard.press('End')
  const station = (index: number) =>
    page
      .getByRole('group', { name: /path of the request/ })
      .getByRole('button')
      .nth(index)
  await tabTo(page, station(0))
  await page.keyboard.press('ArrowRight')
  await expect(station(1)).toBeFocused()
  await expect(station(1)).toHaveAccessibleName(
    /PassRole check\. Denied\. .*iam:PassedToService.*lambda\.amazonaws\.com.*ecs-tasks\.amazonaws\.com.*PassAppRole/,
  )
  await expect(station(1)).toBeVisible()
  await page.keyboard.press('End')
  await expect(station(4)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(station(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(main(page)).toHaveAttribute('data-step', '1')
  await page.keyboard.press('Tab')
  await expect(page.locator('.stations :focus')).toHaveCount(0)
})

test('keys that type a character can be turned off, and stay off; arrows and the slider go on', async ({ page }) => {
  await open(page)
  await page.keyboard.press('?')
  const choice = page.getByRole('checkbox', { name: /type a character/ })
  await tabTo(page, choice)
  await page.keyboard.press('Space')
  await expect(choice).not.toBeChecked()
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  for (const key of ['3', ']', '?', 'Space']) await page.keyboard.press(key)
  await expect(main(page)).toHaveAttribute('data-step', 'idle')
  await expect(main(page)).toHaveAttribute('data-playing', 'false')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('End')
  await expect(main(page)).toHaveAttribute('data-step', '5')
  await page.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).press('Enter')
  await expect(choice).not.toBeChecked()
  await choice.press('Space')
  await page.keyboard.press('Escape')
  await page.locator('body').press('3')
  await expect(main(page)).toHaveAttribute('data-step', '3')
})

/** Everything that a screen reader is given to say unasked. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[aria-live=polite], [aria-live=assertive], [role=alert]',
        )
        const text = region?.textContent ?? ''
        if (region && !region.closest('.monaco-aria-container') && text !== '' && said.at(-1) !== text) {
          said.push(text)
          Object.assign(window, { saidAt: performance.now() })
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}

test('each step and verdict is said once', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  const said = await listen(page)
  await page.getByRole('button', { name: /^Speed/ }).click()
  await page.getByRole('button', { name: /^Speed/ }).click()
  await page.locator('.pp').click()
  await expect(main(page)).toHaveAttribute('data-step', 'error', { timeout: 20_000 })
  await expect(main(page)).toHaveAttribute('data-playing', 'false', { timeout: 20_000 })
  const all = await said()
  expect(all.at(-1)).toMatch(/^Step 2, PassRole check: denied\. Aya may not pass/)
  expect(all.length).toBeGreaterThanOrEqual(3)
  expect(new Set(all).size).toBe(all.length)
})

test('nothing is said while scrubbing until 400 ms after the slider is let go', async ({ page }) => {
  await open(page, { scenario: 'passed-to-service' })
  await editorsReady(page)
  await page.clock.install()
  const said = await listen(page)
  const bar = await page.getByRole('slider').boundingBox()
  const at = (share: number) => [(bar?.x ?? 0) + (bar?.width ?? 0) * share, (bar?.y ?? 0) + 20] as const
  await page.mouse.move(...at(0.1))
  await page.mouse.down()
  for (const share of [0.2, 0.35, 0.5]) {
    await page.mouse.move(...at(share))
    await page.clock.runFor(1500)
  }
  expect(await said()).toEqual([])
  await page.mouse.up()
  await page.clock.runFor(350)
  expect(await said()).toEqual([])
  await page.clock.runFor(100)
  expect(await said()).toHaveLength(1)
})

test('a text that cannot be read is said only after two seconds', async ({ page }) => {
  await open(page, { scenario: 'clean-hand-over' })
  await editorsReady(page)
  await page.keyboard.press('End')
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'It runs.' })).toHaveCount(1)
  const said = await listen(page)
  await tabTo(page, page.locator('[data-document=identityPolicy] .monaco'))
  await page.evaluate(() => addEventListener('keydown', () => Object.assign(window, { typedAt: performance.now() }), true))
  await page.keyboard.type('x')
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await expect.poll(async () => (await said()).length).toBe(1)
  const times = await page.evaluate(() => {
    const { saidAt, typedAt } = window as unknown as { saidAt: number; typedAt: number }
    return { saidAt, typedAt }
  })
  expect(times.saidAt - times.typedAt).toBeGreaterThanOrEqual(1990)
})

for (const { name, width, height, touch, least } of [
  { name: '1440×770', width: 1440, height: 770, touch: false, least: 24 },
  { name: 'a tablet', width: 820, height: 1180, touch: true, least: 40 },
  { name: 'a phone', width: 390, height: 844, touch: true, least: 44 },
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, hasTouch: touch })
    test(`every control is at least ${least} px (${name})`, async ({ page }) => {
      await open(page, { scenario: 'passed-to-service' })
      await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
      await page.keyboard.press('End')
      const small = () =>
        page.evaluate((most) => {
          const within = document.querySelector('dialog:modal') ?? document
          const controls = within.querySelectorAll<HTMLElement>(
            'button, [role=tab], [role=option], [role=slider], [role=separator], input, select',
          )
          const faults: string[] = []
          for (const control of controls) {
            const target = control.closest('label') ?? control
            const { left, top, width, height } = target.getBoundingClientRect()
            if (width === 0 || control.closest('.stations, .monaco-editor, [inert]')) continue
            // What looks smaller may be larger to a finger.
            const hits = (dx: number, dy: number) => {
              const found = document.elementFromPoint(left + width / 2 + dx, top + height / 2 + dy)
              return found !== null && target.contains(found)
            }
            let tall = height
            if (tall < most) for (let y = height / 2; hits(0, y) || hits(0, -y); y++) tall += Number(hits(0, y)) + Number(hits(0, -y))
            if (Math.min(tall, width) < most - 1)
              faults.push(`${control.className} ${control.getAttribute('aria-label') ?? control.textContent} ${Math.round(width)}×${tall}`)
          }
          return faults
        }, least)
      expect(await small()).toEqual([])
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await small()).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      const library = page.locator('.top').getByRole('button', { name: /^Scenarios(?!:)/ })
      if (await library.isVisible()) await library.click()
      else {
        // A phone has it in the menu.
        await page.locator('.top [aria-haspopup=menu]').last().click()
        await page.getByRole('menuitem', { name: /^Scenarios/ }).click()
      }
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(await small()).toEqual([])
    })
  })
}
