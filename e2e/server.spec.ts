import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/** Runs `npm start`'s script; resolves with the address that it prints. */
function start(port: number): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../scripts/start.mjs')], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0]
      if (address) resolve({ child, address })
    })
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

test('npm start serves the built site, with compression, caching and a policy', async ({ request }) => {
  const { child, address } = await start(4520)
  try {
    const page = await request.get(address)
    expect(page.status()).toBe(200)
    expect(page.headers()['cache-control']).toBe('no-cache')
    const policy = page.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(page.headers()['x-content-type-options']).toBe('nosniff')
    const html = await page.text()
    expect(html).toContain('http-equiv="Content-Security-Policy"')
    const script = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(html)?.[1] ?? ''
    for (const encoding of ['br', 'gzip']) {
      const answer = await request.get(address + script, { headers: { 'Accept-Encoding': encoding } })
      expect(answer.headers()['content-encoding']).toBe(encoding)
      expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
    }
    for (const missing of ['nothing-here', 'assets/nothing.js', '../package.json']) {
      expect((await request.get(address + missing)).status()).toBe(404)
    }
  } finally {
    child.kill()
  }
})

test('npm start takes another port when its own is taken', async () => {
  const taken = createServer().listen(4540, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { child, address } = await start(4540)
  expect(address).toBe('http://127.0.0.1:4541/')
  child.kill()
  taken.close()
})
