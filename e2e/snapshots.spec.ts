import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, focusEditor, main, open, test } from './fixtures'
import { differences, measureRendering, readRecord, writeRecord } from './rendering-record'

type State = {
  readonly name: string
  /** Usual: 1280×720, light, English, nothing done. */
  readonly size?: readonly [width: number, height: number, touch?: boolean]
  readonly language?: 'ja'
  readonly theme?: 'dark'
  readonly scenario?: string
  readonly t?: number
  readonly media?: { readonly forcedColors?: 'active'; readonly reducedMotion?: 'reduce' }
  readonly enter?: (page: Page) => Promise<void>
}

const end = (page: Page) => page.keyboard.press('End')
const compare = async (page: Page) => {
  await page.locator('.seg button').nth(1).click()
  await expect(page.locator('[data-half=take]')).toBeVisible()
  await page.locator('body').press('End')
}
const library = async (page: Page) => {
  await page.keyboard.press('/')
  await expect(page.locator('.lib .pv, .lib .preview, .lib [role=option]').first()).toBeVisible()
}
const gains = async (page: Page) => {
  await end(page)
  await page.getByRole('tab', { name: /Who gains what|誰が何を得るか/ }).click()
  await expect(page.locator('.gaining .warn')).toBeVisible()
}
const levels = async (page: Page) => {
  await end(page)
  await expect(page.locator('.lv [aria-selected=true] .mk.no')).toBeVisible()
}
const unreadable = async (page: Page) => {
  await focusEditor(page, 'trustPolicy')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('x')
  await expect(main(page)).toHaveAttribute('data-outcome', 'invalid')
  await page.keyboard.press('Escape')
  await end(page)
  await expect(page.locator('[data-document=trustPolicy] .probs li')).not.toHaveCount(0)
}

const proposal = async (page: Page) => {
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('>challenge')
  await page.keyboard.press('Enter')
  const hint = page.locator('[data-action=hint]')
  for (let rung = 0; rung < 4; rung++) await hint.press('Enter')
  await expect(page.locator('.pc-bar')).toBeVisible()
}
const pasted = async (page: Page) => {
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('>paste')
  await page.keyboard.press('Enter')
  const message =
    'An error occurred (AccessDeniedException) when calling the RunTask operation: User: arn:aws:sts::111122223333:assumed-role/dev/aya is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/app-task because no identity-based policy allows the iam:PassRole action'
  await page.getByRole('dialog').getByRole('textbox').fill(message)
  await page.getByRole('dialog').getByRole('textbox').press('Tab')
  await expect(page.getByRole('dialog').locator('.acts .btn').nth(1)).toBeVisible()
}

const tablet = [820, 1180, true] as const
const landscape = [1180, 820, true] as const
const phone = [390, 844, true] as const

const states: readonly State[] = [
  { name: 'first-visit' },
  { name: 'first-visit-ja', language: 'ja' },
  { name: 'packet-on-its-way', t: 1000 },
  { name: 'packet-on-its-way-reduced', t: 1000, media: { reducedMotion: 'reduce' } },
  { name: 'gate-reads-ja-dark', t: 5200, scenario: 'passed-to-service', language: 'ja', theme: 'dark' },
  { name: 'pass-denied', scenario: 'passed-to-service', enter: end },
  { name: 'pass-denied-ja', scenario: 'passed-to-service', language: 'ja', enter: end },
  { name: 'pass-denied-1440x770', scenario: 'passed-to-service', size: [1440, 770], enter: end },
  { name: 'pass-denied-dark', scenario: 'passed-to-service', theme: 'dark', enter: end },
  { name: 'pass-denied-forced-colours', scenario: 'passed-to-service', media: { forcedColors: 'active' }, enter: end },
  { name: 'statement-missing-ja', scenario: 'no-pass-role', language: 'ja', theme: 'dark', enter: end },
  { name: 'trust-denied', scenario: 'wrong-service-principal', enter: end },
  { name: 'two-roles-ja', scenario: 'task-definition-roles', language: 'ja', enter: end },
  { name: 'success-ja-dark', enter: end, scenario: 'clean-hand-over', language: 'ja', theme: 'dark' },
  { name: 'who-gains-what', scenario: 'clean-hand-over', enter: gains },
  { name: 'levels-ja', scenario: 'scp-deny-at-ou', language: 'ja', enter: levels },
  { name: 'somebody-elses-call', scenario: 'confused-deputy', enter: end },
  { name: 'change-proposed', scenario: 'passed-to-service', size: [1440, 770], enter: proposal },
  { name: 'error-pasted-ja', scenario: 'clean-hand-over', language: 'ja', size: [1440, 770], enter: pasted },
  { name: 'unreadable', scenario: 'clean-hand-over', enter: unreadable },
  { name: 'compare', scenario: 'clean-hand-over', enter: compare },
  { name: 'compare-ja-dark', scenario: 'passed-to-service', language: 'ja', theme: 'dark', enter: compare },
  { name: 'library-ja-dark', scenario: 'passed-to-service', language: 'ja', theme: 'dark', enter: library },
  { name: 'tablet-denied', scenario: 'passed-to-service', size: tablet, enter: end },
  { name: 'tablet-landscape-success-ja', scenario: 'clean-hand-over', size: landscape, language: 'ja', enter: end },
  { name: 'phone-first-visit', size: phone },
  { name: 'phone-denied-ja', scenario: 'passed-to-service', size: phone, language: 'ja', enter: end },
  { name: 'phone-success-dark', scenario: 'clean-hand-over', size: phone, theme: 'dark', enter: end },
]

let strict = false

test.beforeAll(async ({ browser, baseURL }, info) => {
  const updating = info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed'
  const here = await measureRendering(browser, baseURL ?? '')
  if (updating) {
    mkdirSync(new URL('./snapshots/', import.meta.url), { recursive: true })
    writeRecord(here)
  }
  const why = differences(here, readRecord())
  strict = why.length === 0
  console.log(strict ? 'Pictures: compared with the record.' : `Pictures: not compared, only drawn: ${why.join('; ')}.`)
})

for (const { name, size = [1280, 720], language = 'en', theme = 'light', scenario, t, media, enter } of states) {
  test(`picture: ${name}`, async ({ browser, baseURL }) => {
    const [width, height, hasTouch = false] = size
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: hasTouch === true,
      ...(baseURL ? { baseURL } : {}),
      ...media,
    })
    const page = await context.newPage()
    await open(page, { ...(scenario ? { scenario } : {}), language, more: `theme=${theme}${t === undefined ? '' : `&t=${t}`}` })
    await expect(page.locator('.monaco[data-ready=true]').first()).toBeAttached()
    await expect(page.locator('.view-line').first()).toBeAttached()
    await enter?.(page)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    // Monaco's scroll bars come and go by a timer, and a focus ring is not the subject.
    await page.addStyleTag({ content: '.monaco-editor .scrollbar { visibility: hidden !important }' })
    await page.evaluate(() => document.fonts.ready)
    if (strict) await expect(page).toHaveScreenshot(`${name}.png`)
    else expect((await page.screenshot()).byteLength).toBeGreaterThan(10_000)
    await context.close()
  })
}
