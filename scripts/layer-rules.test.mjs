import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { breaches } from './layer-fixtures/rules.mjs'
import { root } from './run.mjs'

/** A copy of the tree, in which rules can be broken without touching the real one. */
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'passrole-lab-layers-'))
  for (const path of ['src', 'scripts', 'e2e', 'biome.json', 'tsconfig.json', 'vite.config.ts', 'package.json', 'index.html']) {
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  mkdirSync(join(copy, 'node_modules'))
  // Everything but the cache, so that the copy builds its own.
  for (const entry of [
    '.bin',
    '@biomejs',
    'typescript',
    '@typescript',
    'diff',
    'fflate',
    'zustand',
    'react',
    '@types',
    '@xyflow',
    'vite',
    'vitest',
    'monaco-editor',
    'react-dom',
    'fast-check',
    'sirv',
    '@playwright',
    'playwright-core',
    'playwright',
    '@vitejs',
    'vite-plugin-compression2',
    'csstype',
    '@axe-core',
  ]) {
    symlinkSync(join(root, 'node_modules', entry), join(copy, 'node_modules', entry))
  }
}, 60_000)

afterAll(() => rmSync(copy, { recursive: true, force: true }))

const checks = {
  types: (/** @type {string} */ file) => ['typescript/bin/tsc', '-b', file.split('/').slice(0, 2).join('/')],
  lint: (/** @type {string} */ file) => ['@biomejs/biome/bin/biome', 'lint', file],
}

function run(/** @type {readonly string[]} */ args) {
  const [bin = '', ...rest] = args
  const result = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...rest], { cwd: copy, encoding: 'utf8' })
  return { code: result.status, output: result.stdout + result.stderr }
}

describe('the rules of the house', () => {
  it.each(breaches)(
    '$rule: the $check check refuses it',
    ({ check, file, code }) => {
      const args = checks[/** @type {keyof typeof checks} */ (check)](file)
      writeFileSync(join(copy, file), code)
      const broken = run(args)
      rmSync(join(copy, file))
      expect(broken.output).toContain('breach')
      expect(broken.code).not.toBe(0)
    },
    60_000,
  )

  it('the tree as it is passes both', () => {
    expect(run(['typescript/bin/tsc', '-b', 'src/ui'])).toMatchObject({ code: 0 })
    expect(run(['@biomejs/biome/bin/biome', 'lint', 'src'])).toMatchObject({ code: 0 })
  }, 60_000)
})
