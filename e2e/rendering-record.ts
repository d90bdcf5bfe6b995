import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'

/** On what the committed pictures were taken: elsewhere they are no measure. */
export interface RenderingRecord {
  readonly platform: string
  readonly browser: string
  /** Width, rise and fall of sample texts in the page's fonts, in px at 100 px: the same only where the same fonts are installed. */
  readonly fonts: Readonly<Record<string, string>>
}

const file = fileURLToPath(new URL('./snapshots/record.json', import.meta.url))

const samples = { latin: 'Stopped at check 2: 0123456789', japanese: '信頼ポリシー。ァ', a: '信', b: '許', c: 'あ' } as const

/** Measures this machine, in the page's own fonts. */
export async function measureRendering(browser: Browser, baseURL: string): Promise<RenderingRecord> {
  const page = await browser.newPage()
  await page.goto(baseURL)
  const fonts = await page.evaluate(async (texts) => {
    await document.fonts.ready
    const context = document.createElement('canvas').getContext('2d')
    const sizes: Record<string, string> = {}
    const style = getComputedStyle(document.documentElement)
    for (const token of ['--font', '--mono'])
      for (const [name, text] of Object.entries(texts)) {
        if (!context) continue
        context.font = `100px ${style.getPropertyValue(token)}`
        const { width, actualBoundingBoxAscent: rise, actualBoundingBoxDescent: fall } = context.measureText(text)
        sizes[`${token.slice(2)} ${name}`] = [width, rise, fall].map((size) => size.toFixed(1)).join(' ')
      }
    return sizes
  }, samples)
  await page.close()
  return { platform: process.platform, browser: browser.version(), fonts }
}

export const readRecord = (): RenderingRecord | undefined => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

export const writeRecord = (record: RenderingRecord): void => writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)

/** What is different here from the record; empty where pictures can be compared. */
export function differences(here: RenderingRecord, there: RenderingRecord | undefined): string[] {
  if (!there) return ['there is no record']
  const faults: string[] = []
  if (here.platform !== there.platform) faults.push(`${here.platform}, not ${there.platform}`)
  if (here.browser !== there.browser) faults.push(`Chromium ${here.browser}, not ${there.browser}`)
  const fonts = Object.keys({ ...here.fonts, ...there.fonts }).filter((name) => here.fonts[name] !== there.fonts[name])
  if (fonts.length > 0) faults.push(`other fonts (${fonts.join(', ')})`)
  return faults
}
