import { join } from 'node:path'
import { root } from './run.mjs'
import { serve } from './serve.mjs'

// The port is the tests' own: another one would leave them talking to a stranger.
await serve(join(root, 'dist'), Number(process.argv[2]), 1)
