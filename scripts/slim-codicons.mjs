import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const monaco = fileURLToPath(new URL('../node_modules/monaco-editor/esm/vs/', import.meta.url))
const slimFont = fileURLToPath(new URL('../node_modules/.cache/codicons/codicon.ttf', import.meta.url))
const whole = 'base/browser/ui/codicons/codicon/codicon.ttf'

/** Every icon's code point by its property name and by its CSS name. A derived icon is given by another's name. */
function codePoints() {
  /** @type {Map<string, number>} */
  const points = new Map()
  for (const file of ['codiconsLibrary.js', 'codicons.js']) {
    const code = readFileSync(join(monaco, 'base/common', file), 'utf8')
    for (const [, property, name, value] of code.matchAll(/(\w+): register\('([\w-]+)', ([^)]+)\)/g)) {
      const of = value?.startsWith("'") ? points.get(value.slice(1, -1)) : Number(value)
      if (property === undefined || name === undefined || of === undefined) continue
      points.set(property, of)
      points.set(name, of)
    }
  }
  return points
}

/** The icons that Monaco's own files name, as `Codicon.name` or `codicon-name`. */
function namesUsed() {
  const names = new Set()
  for (const folder of ['base/browser', 'editor', 'platform']) {
    for (const entry of readdirSync(join(monaco, folder), { recursive: true, withFileTypes: true })) {
      if (!/\.(js|css)$/.test(entry.name)) continue
      const code = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      for (const [, name] of code.matchAll(/(?:Codicon\.|codicon-)([A-Za-z][\w-]*)/g)) names.add(name)
    }
  }
  return names
}

/**
 * Monaco's icons come in a font of five hundred, and its editor names a third of them: the font keeps those, and the site is a twentieth
 * smaller.
 * @returns {import('vite').Plugin}
 */
export function slimCodicons() {
  return {
    name: 'slim-codicons',
    apply: 'build',
    async buildStart() {
      const points = codePoints()
      const letters = [...namesUsed()].flatMap((name) => points.get(name) ?? []).map((point) => String.fromCodePoint(point))
      if (letters.length < 50) this.error('Monaco names its icons in another way now: look at scripts/slim-codicons.mjs')
      mkdirSync(dirname(slimFont), { recursive: true })
      writeFileSync(slimFont, await subsetFont(readFileSync(join(monaco, whole)), letters.join(''), { targetFormat: 'sfnt' }))
    },
    transform: {
      filter: { id: /codicon[\\/]codicon\.css/ },
      handler: (css) => css.replace('url(./codicon.ttf)', `url(${slimFont.replaceAll('\\', '/')})`),
    },
    enforce: 'pre',
  }
}
