import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { actionData } from './scripts/action-data.mjs'
import { contentSecurityPolicyMeta } from './scripts/content-security-policy.mjs'
import { slimCodicons } from './scripts/slim-codicons.mjs'
import { stillGraph } from './scripts/still-graph.mjs'

/**
 * The looks of parts of Monaco that are never on the page: comparing two texts, picking a colour, its own menu of fixes, grey proposals,
 * its palette of commands, and the places where something is used.
 */
const fewerMonacoStyles = {
  name: 'fewer-monaco-styles',
  enforce: 'pre' as const,
  transform: {
    filter: {
      id: /monaco-editor[\\/].*[\\/](diffEditor|multiDiffEditor|colorPicker|actionWidget|codeAction|inlineCompletions|quickinput|quickInput|gotoSymbol)[\\/].*\.css/,
    },
    handler: () => '',
  },
}

/** What a layer's door has, and only later chunks use. */
const later =
  /src\/(simulate\/(run-documents|whole-run|lint-request|scene-lint|error-text)|catalog\/(full-catalogue|known-names|example-documents|generic-call|operations|define-service|request-schema|schema-at|pass-sites\/(?!ecs|index))|iam\/(lint|edit)|lib\/json-edit|present\/(announce|twin|terminal|cli-command|editor-highlight|deputy-(edits|facts))|language\/(?!colour-tokens|index))/

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [
    react(),
    fewerMonacoStyles,
    stillGraph(),
    slimCodicons(),
    actionData(),
    ...(command === 'build'
      ? [contentSecurityPolicyMeta(), compression({ include: /\.(js|css|html|svg|ttf|json)$/, algorithms: ['gzip', 'brotliCompress'] })]
      : []),
  ],
  build: {
    target: 'es2023',
    // Every browser that runs this target preloads modules itself.
    modulePreload: {
      polyfill: false,
      // A later chunk asks for its own parts: the list of all of them would be a hundredth of the first load.
      resolveDependencies: (_name: string, dependencies: string[]) => dependencies.filter((path) => path.endsWith('.css')),
    },
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
  // Left to itself, Vitest leaves one core out, which on a machine of two is half of it.
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'], maxWorkers: Math.max(2, availableParallelism() - 1) },
}))
