import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from './browser.mjs'
import { build, install, root } from './run.mjs'

const failed = install()
if (failed) process.exit(failed)

const { build: bundle } = await import('vite')
const out = mkdtempSync(join(tmpdir(), 'passrole-lab-bench-'))
// The engine as plain Node runs it: nothing that only a bundler understands.
await bundle({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: out,
    emptyOutDir: false,
    target: 'es2023',
    minify: false,
    lib: { entry: { iam: join(root, 'src/iam/index.ts'), simulate: join(root, 'src/simulate/index.ts') }, formats: ['es'] },
  },
})
const { evaluateRequest, parsePolicy } = await import(pathToFileURL(join(out, 'iam.js')).href)

function statement(/** @type {number} */ seed, /** @type {number} */ index) {
  const actions = index % 3 === 0 ? ['iam:PassRole', 's3:Get*', 'ec2:Describe*'] : ['dynamodb:*', 'sqs:SendMessage', 'lambda:Invoke*']
  const condition = {
    StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'lambda.amazonaws.com'] },
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/*' },
  }
  const resources = [`arn:aws:iam::111122223333:role/team-${seed}/service-${index}-*`, `arn:aws:s3:::bucket-${seed}-${index}/*`]
  return { Sid: ['Statement', seed, index].join('x'), Effect: 'Allow', Action: actions, Resource: resources, Condition: condition }
}

/** A policy's text; 15 statements have about 6,000 characters without white space. */
function policyText(/** @type {number} */ seed, statements = 15) {
  const list = []
  for (let index = 0; index < statements; index++) list.push(statement(seed, index))
  return JSON.stringify({ Version: '2012-10-17', Statement: list })
}

const policyOf = (/** @type {string} */ text) => parsePolicy(text, 'identity-based', 'identityPolicy').document

/** 64 roles and contexts in rotation, so that no answer can be kept from the call before. */
const requests = Array.from({ length: 64 }, (_, i) => ({
  principal: 'arn:aws:iam::111122223333:user/aya',
  action: 'iam:PassRole',
  resource: `arn:aws:iam::111122223333:role/team-${i % 10}/service-${i % 15}-${i}`,
  contextKeys: {
    'iam:PassedToService': i % 2 ? 'ecs-tasks.amazonaws.com' : 'ec2.amazonaws.com',
    'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/aya',
  },
}))

let read = 0

/** Calls per second, best of five runs of half a second. Each call reads one explanation. */
function rate(/** @type {(index: number) => unknown} */ call) {
  let best = 0
  for (let round = 0; round < 5; round++) {
    let count = 0
    const start = performance.now()
    while (performance.now() - start < 500) for (let i = 0; i < 64; i++) call(count++)
    best = Math.max(best, (count * 1000) / (performance.now() - start))
  }
  return best
}

function evaluation(/** @type {readonly unknown[]} */ identityBased) {
  return (/** @type {number} */ index) => {
    const { verdict, layers } = evaluateRequest(requests[index % 64], { identityBased })
    read += (verdict.statement ?? layers[0].statements[0]).elements.length
  }
}

const one = [policyOf(policyText(1, 1))]
const many = Array.from({ length: 10 }, (_, i) => policyOf(policyText(i)))
const text = policyText(3)
const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US')

console.log('what                                              result')
console.log(`1 statement, with one explanation read            ${whole(rate(evaluation(one)))} evaluations/s`)
console.log(`150 statements (10 policies of ${text.length} characters)    ${whole(rate(evaluation(many)))} evaluations/s`)
console.log(`parse of a policy of ${text.length} characters                ${(1000 / rate(() => policyOf(text))).toFixed(3)} ms`)
for (const count of [1, 10, 100, 1000, 10_000]) {
  const documents = [policyOf(policyText(1, count))]
  console.log(
    `${String(count).padStart(6)} statements                                 ${(1_000_000 / rate(evaluation(documents))).toFixed(1)} µs per evaluation`,
  )
}
rmSync(out, { recursive: true, force: true })

/** Median time from a key in the identity policy to the new outcome on the page, over ten edits there and back. */
async function editInPage() {
  if (build()) return
  const { serve } = await import('./serve.mjs')
  const { chromium } = await import('@playwright/test')
  const { server, address } = await serve(join(root, 'dist'), 4400)
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}#fresh=1`)
  await page.locator('[data-document=identityPolicy] .view-line', { hasText: '"ecs:RunTask"' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const times = /** @type {number[]} */ ([])
    let pressed = 0
    addEventListener('keydown', () => (pressed = performance.now()), true)
    if (main) new MutationObserver(() => times.push(performance.now() - pressed)).observe(main, { attributeFilter: ['data-outcome'] })
    Object.assign(window, { times })
  })
  for (let i = 0; i < 10; i++) {
    await page.keyboard.type('x')
    await page.locator('main[data-outcome=denied]').waitFor()
    await page.keyboard.press('Backspace')
    await page.locator('main[data-outcome=allowed]').waitFor()
  }
  const times = await page.evaluate(() => /** @type {{ times: number[] }} */ (/** @type {unknown} */ (window)).times)
  await browser.close()
  server.close()
  const sorted = times.sort((a, b) => a - b)
  console.log(
    `from an edit to the new outcome in the page       ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms (median of ${times.length})`,
  )
}

await editInPage()
if (read === 0) throw new Error('nothing was explained')
