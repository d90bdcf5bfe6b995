import { parseArgs } from 'node:util'
import { bundleEngine } from './differential/bundle-engine.mjs'
import { generateCase } from './differential/generate-case.mjs'
import { loadPeer, peer } from './differential/install-peer.mjs'
import { explain } from './differential/known-differences.mjs'
import { Random } from './differential/random.mjs'
import { judgeOurs, judgeTheirs } from './differential/verdicts.mjs'
import { install } from './run.mjs'

/** Compares our verdicts with those of an evaluator that others wrote, over random requests and policies. */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' }, break: { type: 'string', default: '' } },
})
const cases = Number(values.cases)

const failed = install()
if (failed) process.exit(failed)
const loaded = await loadPeer()
if (!loaded) {
  console.error(`${peer.name} ${peer.version} could not be installed: nothing was compared`)
  process.exit(1)
}
// `--break StringLike` reads one operator as another, to show that this check finds such a bug.
const ours = judgeOurs(await bundleEngine(), values.break)
const theirs = judgeTheirs(loaded)

/** @type {Record<string, number>} */
const balance = { allow: 0, 'implicit-deny': 0, 'explicit-deny': 0 }
/** @type {Map<string, number>} */
const explained = new Map()
const unexplained = []
let agreed = 0
const random = new Random(Number(values.seed))
for (let index = 0; index < cases; index++) {
  const one = generateCase(random)
  const [mine, other] = [ours(one), theirs(one)]
  balance[mine] = (balance[mine] ?? 0) + 1
  if (mine === other) {
    agreed++
    continue
  }
  const names = explain(one, ours, theirs)
  if (!names) unexplained.push({ index, ours: mine, theirs: other, case: one })
  for (const name of names ?? []) explained.set(name, (explained.get(name) ?? 0) + 1)
}

const share = (/** @type {number} */ count) => `${count} (${((100 * count) / cases).toFixed(1)} %)`
console.log(`${peer.name} ${peer.version}, seed ${values.seed}: ${agreed} of ${cases} cases agree`)
console.log('\nour verdicts')
for (const [kind, count] of Object.entries(balance)) console.log(`  ${kind.padEnd(14)} ${share(count)}`)
console.log('\ndisagreements by known difference (a case may need several)')
for (const [name, count] of [...explained].sort((a, b) => Number.parseInt(a[0], 10) - Number.parseInt(b[0], 10)))
  console.log(`  ${String(count).padStart(6)}  ${name}`)
for (const one of unexplained.slice(0, 3)) console.log(`\n${JSON.stringify(one)}`)

const unbalanced = Object.values(balance).some((count) => count < 0.15 * cases)
if (unbalanced) console.error('\nThe cases are not balanced: each verdict needs 15 % of them')
console.log(`\n${unexplained.length} unexplained disagreements in ${cases} cases`)
process.exit(unexplained.length > 0 || unbalanced ? 1 : 0)
