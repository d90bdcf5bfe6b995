import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../run.mjs'

/** Bundles the engine as plain Node runs it, with nothing that only a bundler understands, and imports it. */
export async function bundleEngine() {
  const { build } = await import('vite')
  const out = mkdtempSync(join(tmpdir(), 'passrole-lab-engine-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      minify: false,
      lib: { entry: { iam: join(root, 'src/iam/index.ts') }, formats: ['es'] },
    },
  })
  const { evaluateRequest, parsePolicy } = await import(pathToFileURL(join(out, 'iam.js')).href)
  rmSync(out, { recursive: true, force: true })
  return { evaluateRequest, parsePolicy }
}
