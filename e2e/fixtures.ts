import { test as base, expect, type Page } from '@playwright/test'

/** A page on which any request to another origin, any breach of the Content-Security-Policy and any error fails the test. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = []
    const origin = new URL(baseURL ?? '').origin
    page.on('request', (request) => {
      const { protocol, origin: to } = new URL(request.url())
      if (protocol !== 'data:' && protocol !== 'blob:' && to !== origin) faults.push(`request to ${request.url()}`)
    })
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`))
    })
    await use(page)
    expect(faults).toEqual([])
  },
})

export { expect }

export const main = (page: Page) => page.locator('main')

export interface Opening {
  readonly scenario?: string
  readonly language?: 'en' | 'ja'
  readonly more?: string
}

/** Opens a scenario, and waits until the page has a verdict. */
export async function open(page: Page, { scenario, language, more }: Opening = {}): Promise<void> {
  const parts = [scenario && `scenario=${scenario}`, language && `lang=${language}`, more].filter(Boolean)
  await page.goto(`./#${parts.join('&')}`)
  await expect(main(page)).toHaveAttribute('data-outcome', /./)
}

/** Waits until the editors are in place of the readable text. */
export async function editorsReady(page: Page): Promise<void> {
  await expect(page.locator('[data-document=identityPolicy] .monaco[data-ready=true]')).toBeVisible()
  await expect(page.locator('[data-document=identityPolicy] .view-line').first()).toBeVisible()
}

/** Puts the caret at the start of a document's editor. */
export async function focusEditor(page: Page, documentId: string): Promise<void> {
  // In its middle: its first line may be scrolled under the header.
  await page.locator(`[data-document=${documentId}] .monaco-editor`).first().click()
  await page.keyboard.press('ControlOrMeta+Home')
}

/** Replaces a document's text as a person would: select everything, paste. */
export async function replaceText(page: Page, documentId: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await focusEditor(page, documentId)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
}

/** What was kept in the browser. */
export const keptDocuments = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('passrole-lab/workspace') ?? '{}').documents ?? {})
