import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The evaluator that ours is compared with. It is AGPL: it lives in a folder of its own below the system's temporary one. */
export const peer = { name: '@cloud-copilot/iam-simulate', version: '0.1.173' }

const folder = join(tmpdir(), `passrole-lab-peer-${peer.version}`)
const modules = join(folder, 'node_modules', '@cloud-copilot')

function installed() {
  const file = join(modules, 'iam-simulate', 'package.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === peer.version
}

const load = (/** @type {string} */ path) => import(pathToFileURL(join(modules, path)).href)

/** Installs the peer outside the project when it is not there yet and loads what is needed of it; undefined when it cannot be had. */
export async function loadPeer() {
  if (!installed()) {
    mkdirSync(folder, { recursive: true })
    // A package of its own, so that npm never looks up to the project's.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const args = [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--save-exact',
      `${peer.name}@${peer.version}`,
    ]
    spawnSync(npm, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  }
  if (!installed()) return undefined
  const { authorize } = await load('iam-simulate/dist/esm/core_engine/CoreSimulatorEngine.js')
  const { AwsRequestImpl } = await load('iam-simulate/dist/esm/request/request.js')
  const { RequestContextImpl } = await load('iam-simulate/dist/esm/requestContext.js')
  const { anonymousPrincipal } = await load('iam-simulate/dist/esm/index.js')
  const { loadPolicy } = await load('iam-policy/dist/esm/index.js')
  const { DiscoveryContextKeyConstraints } = await load('iam-simulate/dist/esm/context_keys/discoveryContextKeyConstraints.js')
  const simulationParameters = { simulationMode: 'Strict', discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints() }
  return { simulationParameters, authorize, AwsRequestImpl, RequestContextImpl, anonymousPrincipal, loadPolicy }
}
