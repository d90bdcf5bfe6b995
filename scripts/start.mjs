import { join } from 'node:path'
import { build, install, root } from './run.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node}.`)
  process.exit(1)
}
const failed = install() || build()
if (failed) process.exit(failed)

// Only now: what it needs may just have been installed.
const { serve } = await import('./serve.mjs')
const { server, address } = await serve(join(root, 'dist'), Number(process.env.PORT ?? 4173))
console.log(`PassRole Lab: ${address}`)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
