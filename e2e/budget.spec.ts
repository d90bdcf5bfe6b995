import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, main, test } from './fixtures'

const dist = join(import.meta.dirname, '../dist')
const gzipped = (path: string) => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length

const kib = 1024

test('what is fetched before the editors is small, and the graph is there before them', async ({ page }) => {
  const fetched: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname.slice(1)))
  await page.route(/\/assets\/evidence-.*\.(js|css)/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./')
  await expect(main(page)).toHaveAttribute('data-outcome', 'allowed')
  await page.keyboard.press('End')
  await expect(page.locator('.stage .stamp.allow')).toHaveCount(2)
  await expect(page.locator('[data-document=identityPolicy] .code')).toContainText('PassAppRole')
  const before = fetched.filter((path) => /\.(js|css)$/.test(path) && !path.includes('evidence'))
  const total = before.reduce((sum, path) => sum + gzipped(path), 0)
  console.log(`before the editors: ${(total / kib).toFixed(1)} KiB gzip in ${before.length} files`)
  // React and React Flow alone are 100 of it.
  expect(total).toBeLessThanOrEqual(170 * kib)
  // Neither the other language nor another lesson is among them.
  expect(before.filter((path) => /assets\/ja-/.test(path))).toEqual([])
  expect(before.filter((path) => /assets\/(no-pass-role|source-account)-/.test(path))).toEqual([])
  release()
  await expect(page.locator('[data-document=identityPolicy] .view-line').first()).toBeVisible()
})

test('the actions of AWS are small, each service by itself', () => {
  const sizes = readdirSync(join(dist, 'assets'))
    .filter((name) => /^actions-.*\.js$/.test(name))
    .map((name) => gzipped(join('assets', name)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`actions of AWS: ${(total / 1000).toFixed(0)} KB gzip in ${sizes.length} files, the largest ${Math.max(...sizes)} bytes`)
  expect(sizes.length).toBeGreaterThan(400)
  expect(total).toBeLessThanOrEqual(800_000)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000)
})

test('the whole site is small', () => {
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && !entry.name.startsWith('actions-'))
    // Only previews of a link fetch the card.
    .filter((entry) => entry.name !== 'social-card.png')
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
  const total = all.reduce((sum, path) => sum + gzipped(path), 0)
  console.log(`the whole site: ${(total / kib).toFixed(1)} KiB gzip in ${all.length} files`)
  expect(total).toBeLessThanOrEqual(1.4 * 1000 * kib)
})
