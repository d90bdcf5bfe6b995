import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicyMeta } from './scripts/content-security-policy.mjs'

/**
 * Monaco's JSON mode loads a module that imports every editor contribution for its side effects, after the editors exist.
 * They never get them, and the site grows by a tenth: the imports are dropped.
 */
const slimMonaco = {
  name: 'slim-monaco',
  transform: {
    filter: { id: /monaco-editor[\\/]esm[\\/]vs[\\/]internal[\\/]common[\\/]workers\.js/ },
    handler: (code: string) => code.replace(/^import '[^']+';\n/gm, ''),
  },
}

/**
 * React Flow pans, zooms and drags with d3. Our graph stands still (nobody pans, zooms or drags it), so the modules behind that are
 * replaced by ones that do nothing, and the first load is a tenth lighter.
 */
const stillGraph = {
  name: 'still-graph',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    /^d3-(drag|interpolate|selection|transition|zoom)$/.test(id) ? `${import.meta.dirname}/scripts/still-graph.mjs` : undefined,
}

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [
    react(),
    slimMonaco,
    stillGraph,
    ...(command === 'build'
      ? [contentSecurityPolicyMeta(), compression({ include: /\.(js|css|html|svg|ttf|json)$/, algorithms: ['gzip', 'brotliCompress'] })]
      : []),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 4000, rolldownOptions: { checks: { pluginTimings: false } } },
  worker: { format: 'es' as const },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
}))
