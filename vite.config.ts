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
 * React Flow animates its viewport with d3-transition and d3-interpolate, which bring colours, easings and timers along. Our viewport stands still:
 * a selection that "transitions" by changing at once serves, and the first load is 14 KB lighter.
 */
const stillViewport = {
  name: 'still-viewport',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    id === 'd3-transition' || id === 'd3-interpolate' ? `${import.meta.dirname}/scripts/still-viewport.mjs` : undefined,
}

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [
    react(),
    slimMonaco,
    stillViewport,
    ...(command === 'build'
      ? [contentSecurityPolicyMeta(), compression({ include: /\.(js|css|html|svg|ttf|json)$/, algorithms: ['gzip', 'brotliCompress'] })]
      : []),
  ],
  build: { target: 'es2023', chunkSizeWarningLimit: 4000, rolldownOptions: { checks: { pluginTimings: false } } },
  worker: { format: 'es' as const },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
}))
