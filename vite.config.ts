import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { actionData } from './scripts/action-data.mjs'
import { contentSecurityPolicyMeta } from './scripts/content-security-policy.mjs'

/**
 * Monaco's JSON mode loads a module that imports every editor contribution for its side effects, after the editors exist.
 * They never get them, and the site grows by a tenth: the imports are dropped.
 */
const slimMonaco = {
  name: 'slim-monaco',
  transform: {
    filter: {
      id: /monaco-editor[\\/]esm[\\/]vs[\\/](internal[\\/]common[\\/]workers|languages[\\/]features[\\/]json[\\/]workerManager)\.js/,
    },
    handler: (code: string) =>
      code
        .replace(/^import '[^']+';\n/gm, '')
        // The page brings a worker of its own (ui/editor/monaco.worker.ts); without this it would be built twice.
        .replace(/createWorker: \(\) => new Worker\([^)]*\)[^)]*\),?/, ''),
  },
}

const unusedParts =
  /__(controls|minimap|resize|handle|connection|selection|nodesselection|attribution|background|edgeupdater|edge-text|panel)/

/** What a layer's door has, and only later chunks use. */
const later =
  /src\/(simulate\/(run-documents|whole-run)|catalog\/(full-catalogue|known-names|example-documents|generic-call|operations|define-service|pass-sites\/(?!ecs|sts|index))|iam\/lint|present\/(terminal|cli-command|editor-highlight)|language\/(?!colour-tokens|index))/

/**
 * Our graph stands still: React Flow gets its system without what moves things (see the module), so that nothing calls d3 any more.
 * Its modules have side effects and would stay all the same: names without values take their place.
 */
const stillGraph = {
  name: 'still-graph',
  enforce: 'pre' as const,
  resolveId: (id: string, importer: string | undefined) =>
    id === '@xyflow/system' && importer?.includes('@xyflow/react')
      ? `${import.meta.dirname}/scripts/still-graph.mjs`
      : id.startsWith('d3-')
        ? '\0d3'
        : undefined,
  load: (id: string) =>
    id === '\0d3' ? 'export let drag, select, pointer, zoom, zoomIdentity, zoomTransform, interpolateZoom, interpolate' : undefined,
  transform: {
    filter: { id: /@xyflow[\\/]react/ },
    handler: (code: string, id: string) =>
      id.endsWith('.css')
        ? // The looks of what is left out: a rule stays unless every one of its selectors is about that.
          code.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
            selectors.split(',').every((selector) => unusedParts.test(selector)) ? '' : rule,
          )
        : // A name for the developer tools is a side effect, and would keep minimap, controls and resizer, which nobody uses.
          code.replace(/^\w+\.displayName = ['"][^'"]+['"];$/gm, ''),
  },
}

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [
    react(),
    slimMonaco,
    stillGraph,
    actionData(),
    ...(command === 'build'
      ? [contentSecurityPolicyMeta(), compression({ include: /\.(js|css|html|svg|ttf|json)$/, algorithms: ['gzip', 'brotliCompress'] })]
      : []),
  ],
  build: {
    target: 'es2023',
    // Every browser that runs this target preloads modules itself.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // One file for what the first paint needs, however many later parts share it: split, it compresses worse.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'first-paint', tags: ['$initial'], test: (id: string) => !later.test(id) }],
        },
      },
      checks: { pluginTimings: false },
      treeshake: { manualPureFunctions: ['memo', 'forwardRef', 'createContext'] },
    },
  },
  // React has had this hook since version 18: the package's stand-in for older ones is left out.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector.js': 'use-sync-external-store/with-selector.js' } },
  worker: { format: 'es' as const },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
}))
