import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { install, root } from './run.mjs'

/**
 * Mutation testing of the engine: Stryker changes `src/iam` in one place at a time and runs its tests. It lives, with a copy of the
 * engine, in a folder below the system's temporary one, so that the project neither depends on it nor is touched by it.
 */
const stryker = '9.6.1'
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'match,condition,evaluate' },
    share: { type: 'string', default: '0.42' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '3' },
    least: { type: 'string', default: '90' },
  },
})

const failed = install()
if (failed) process.exit(failed)

const folder = join(tmpdir(), `passrole-lab-mutation-${stryker}`)
const modules = join(folder, 'node_modules')
const packageOf = (/** @type {string} */ name) => join(modules, '@stryker-mutator', name)

function installStryker() {
  if (existsSync(packageOf('core'))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `@stryker-mutator/core@${stryker}`]
  spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
}

installStryker()
if (!existsSync(packageOf('core'))) {
  console.error('Stryker could not be installed')
  process.exit(1)
}
const project = join(folder, `project-${process.pid}`)
process.on('exit', () => rmSync(project, { recursive: true, force: true }))
for (const layer of ['iam', 'lib']) cpSync(join(root, 'src', layer), join(project, 'src', layer), { recursive: true })
for (const layer of ['iam', 'lib']) rmSync(join(project, 'src', layer, 'tsconfig.json'), { force: true })
writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "target": "ES2023", "strict": true } }\n')
const report = join(project, 'report.json')
writeFileSync(
  join(project, 'stryker.config.json'),
  JSON.stringify({
    plugins: ['sample-checker.mjs', 'in-process-runner.mjs'].map((name) => join(root, 'scripts', 'mutation', name)),
    checkers: ['sample'],
    testRunner: 'in-process',
    // Every mutant reads the bundled tests again, and nothing of that is ever given back.
    maxTestRunnerReuse: 150,
    mutate: values.only.split(',').map((name) => (name.endsWith('.ts') ? `src/iam/${name}` : `src/iam/${name}/**/!(*.test).ts`)),
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    concurrency: Number(values.concurrency),
    tsconfigFile: 'none.json',
    symlinkNodeModules: false,
    timeoutMS: 8000,
  }),
)
const { status } = spawnSync(process.execPath, [join(packageOf('core'), 'bin', 'stryker.js'), 'run'], {
  cwd: project,
  stdio: 'inherit',
  env: { ...process.env, MUTATION_ROOT: root, MUTATION_SHARE: values.share, MUTATION_SEED: values.seed },
})
if (status !== 0) process.exit(status ?? 1)

const { files } = JSON.parse(readFileSync(report, 'utf8'))
/** @type {Record<string, number>} */
const count = {}
for (const [path, { source, mutants }] of Object.entries(files)) {
  const lines = source.split('\n')
  for (const { status: end, location, mutatorName, replacement } of mutants) {
    count[end] = (count[end] ?? 0) + 1
    if (end !== 'Survived' && end !== 'NoCoverage') continue
    console.log(
      `${path}:${location.start.line}:${location.start.column} ${mutatorName}: ${lines[location.start.line - 1].trim()}  →  ${replacement}`,
    )
  }
}
const killed = (count.Killed ?? 0) + (count.Timeout ?? 0)
const lived = (count.Survived ?? 0) + (count.NoCoverage ?? 0)
const score = (100 * killed) / (killed + lived)
console.log(count)
if (count.RuntimeError) console.error(`${count.RuntimeError} mutants were not tried: their tests could not be read`)
console.log(`${killed} of ${killed + lived} mutants killed: ${score.toFixed(1)} %`)
if (score < Number(values.least) || count.RuntimeError) process.exit(1)
