import { editInPage } from './bench/edit-in-page.mjs'
import { playInPage } from './bench/play-in-page.mjs'
import { hostile, policyOf, requests } from './bench/subjects.mjs'
import { bundleEngine } from './differential/bundle-engine.mjs'
import { loadPeer, peer } from './differential/install-peer.mjs'
import { install } from './run.mjs'

const failed = install()
if (failed) process.exit(failed)

const { evaluateRequest, parsePolicy } = await bundleEngine()
const other = await loadPeer()

let read = 0

/** Calls per second of each, best of five runs of half a second, in turn: what else the machine does hits them alike. */
function rates(/** @type {readonly ((index: number) => unknown)[]} */ calls) {
  const best = calls.map(() => 0)
  for (let round = 0; round < 5; round++) {
    for (const [which, call] of calls.entries()) {
      let count = 0
      const start = performance.now()
      while (performance.now() - start < 500) for (let i = 0; i < 64 && (i === 0 || performance.now() - start < 2000); i++) call(count++)
      best[which] = Math.max(best[which] ?? 0, (count * 1000) / (performance.now() - start))
    }
  }
  return best
}

const parse = (/** @type {string} */ text) => parsePolicy(text, 'identity-based', 'identityPolicy').document

/** One call: every statement judged, one explanation read to the last value. */
function ours(/** @type {readonly object[]} */ policies) {
  const identityBased = policies.map((policy) => parse(JSON.stringify(policy)))
  return (/** @type {number} */ index) => {
    const { verdict, layers } = evaluateRequest(requests[index % 64], { identityBased })
    for (const element of (verdict.statement ?? layers[0].statements[0]).elements)
      for (const value of element.values) read += value.matched === element.matched ? 1 : 0
  }
}

/** The same of the peer's core, its policies loaded beforehand. */
function theirs(/** @type {readonly object[]} */ policies) {
  const { authorize, AwsRequestImpl, RequestContextImpl, loadPolicy, simulationParameters } = /** @type {NonNullable<typeof other>} */ (
    other
  )
  const identityPolicies = policies.map((policy) => loadPolicy(policy, { name: 'policy' }))
  return (/** @type {number} */ index) => {
    const { principal, action, resource, resourceAccount, contextKeys } = /** @type {typeof requests[number]} */ (requests[index % 64])
    const request = new AwsRequestImpl(principal, { resource, accountId: resourceAccount }, action, new RequestContextImpl(contextKeys))
    const { identityAnalysis } = authorize({
      request,
      identityPolicies,
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      simulationParameters,
    })
    const [statement] = [...identityAnalysis.allowStatements, ...identityAnalysis.unmatchedStatements]
    read += Object.keys(statement.explain).length
  }
}

const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US')
const line = (/** @type {string} */ what, /** @type {string} */ result) => console.log(`${what.padEnd(52)}${result}`)

/** @type {readonly [string, readonly object[], number][]} */
const tables = [
  ['1 statement', [policyOf(1, 1)], 10],
  ['150 statements (10 policies)', Array.from({ length: 10 }, (_, seed) => policyOf(seed)), 20],
]
console.log('evaluations per second, with one explanation read')
for (const [name, policies, goal] of tables) {
  const [mine = 0, its = 0] = rates(other ? [ours(policies), theirs(policies)] : [ours(policies)])
  line(`  ${name}`, other ? `ours ${whole(mine)}   ${peer.name} ${whole(its)}   ×${(mine / its).toFixed(1)} (goal ×${goal})` : whole(mine))
}
if (!other) console.log(`  ${peer.name} ${peer.version} could not be installed: no comparison`)

const text = JSON.stringify(policyOf(3))
const [parses = 0] = rates([() => parse(text)])
line(`parse of a policy of ${whole(text.length)} characters`, `${(1000 / parses).toFixed(3)} ms (goal 1 ms)`)
for (const count of [1, 10, 100, 1000, 10_000]) {
  const [calls = 0] = rates([ours([policyOf(1, count)])])
  line(
    `${whole(count).padStart(8)} statements`,
    `${(1_000_000 / calls).toFixed(1)} µs per evaluation, ${(1_000_000_000 / calls / count).toFixed(0)} ns per statement`,
  )
}
for (const { name, pattern, text: value } of hostile) {
  const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringLike: { 's3:prefix': pattern } } }
  const identityBased = [parse(JSON.stringify({ Version: '2012-10-17', Statement }))]
  const [calls = 0] = rates([
    () => evaluateRequest({ ...requests[0], contextKeys: { 's3:prefix': value } }, { identityBased }).verdict.kind,
  ])
  line(`wildcards: ${name}`, `${(1000 / calls).toFixed(3)} ms (goal 5 ms)`)
}

if (!process.argv.includes('--engine-only')) {
  await editInPage()
  await playInPage()
}
if (read === 0) throw new Error('nothing was explained')
