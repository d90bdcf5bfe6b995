import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root, wherever a script is called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Runs a program in the root; its output is the caller's. Returns the exit code. */
export function run(/** @type {string} */ program, /** @type {readonly string[]} */ args, /** @type {Record<string, string>} */ env = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  return result.status ?? 1
}

/** Runs a package's command without npx, which leaves children behind. */
export const runBin = (/** @type {string} */ path, /** @type {readonly string[]} */ args, /** @type {Record<string, string>} */ env = {}) =>
  run(process.execPath, [join('node_modules', path), ...args], env)

const modified = (/** @type {string} */ path) => (existsSync(path) ? statSync(path).mtimeMs : 0)

/** Installs what the lock file says, when nothing is installed yet or the lock file is newer. */
export function install() {
  const installed = modified(join(root, 'node_modules', '.package-lock.json'))
  if (installed > 0 && installed >= modified(join(root, 'package-lock.json')) - 1000) return 0
  console.log('Installing what is missing…')
  return run(npm, ['ci', '--no-audit', '--no-fund'])
}

/** The newest change below some places, tests aside. */
function newest(/** @type {readonly string[]} */ paths) {
  let latest = 0
  for (const path of paths) {
    const whole = join(root, path)
    if (!existsSync(whole)) continue
    const stats = statSync(whole)
    if (stats.isDirectory()) latest = Math.max(latest, newest(readdirSync(whole).map((name) => join(path, name))))
    else if (!/\.test\.tsx?$/.test(path)) latest = Math.max(latest, stats.mtimeMs)
  }
  return latest
}

const sources = ['src', 'public', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'scripts']

/** Builds the site unless what is built is newer than everything it is made of. */
export function build() {
  const built = modified(join(root, 'dist', 'index.html'))
  if (built > 0 && built >= newest(sources)) return 0
  console.log('Building…')
  return runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
}
