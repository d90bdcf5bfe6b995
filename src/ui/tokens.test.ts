import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The colours that the block after a comment sets. */
function coloursAfter(comment: string): ReadonlyMap<string, string> {
  const from = css.indexOf(comment)
  const block = css.slice(css.indexOf('{', from), css.indexOf('}', from))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', value = '']) => [name, value]))
}

const light = coloursAfter('/* @light */')
const themes = { light, dark: new Map([...light, ...coloursAfter('/* @dark */')]) } as const

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const principals = ['user', 'service', 'role'] as const
const coloured = [...principals, 'allow', 'deny'] as const
const texts = ['ink', 'ink-2', 'ink-3', ...coloured] as const
const grounds = ['paper', 'surface', 'sunken'] as const

const textPairs: readonly (readonly [string, string])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...coloured.map((name) => [name, `${name}-tint`] as const),
  ...coloured.map((name) => [`on-${name}`, name] as const),
  ...(['allow-tint', 'deny-tint', 'scan-tint'] as const).flatMap((tint) =>
    (['ink', 'ink-2', 'ink-3', ...principals] as const).map((text) => [text, tint] as const),
  ),
  ...principals.flatMap((name) => [['ink-2', `${name}-tint`] as const, ['ink', `${name}-tint`] as const]),
  ['on-ink', 'ink'],
  // The number in the playback bar stands on the speaker's colour.
  ...coloured.map((name) => ['surface', name] as const),
  ...(['term-ink', 'term-dim', 'term-deny', 'term-allow'] as const).map((text) => [text, 'term'] as const),
]

const edgePairs: readonly (readonly [string, string])[] = [
  ...(['edge', 'focus', ...coloured] as const).flatMap((edge) => [[edge, 'paper'] as const, [edge, 'surface'] as const]),
  ['term-ink', 'term'],
]

describe.each(Object.entries(themes))('the colours of the %s theme', (_, colours) => {
  const of = (name: string) => colours.get(name) ?? expect.fail(`no colour --${name}`)
  it.each(textPairs)('%s reads on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(edgePairs)('%s stands out from %s', (edge, ground) => {
    expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

it('the dark theme has every colour that says something', () => {
  const dark = coloursAfter('/* @dark */')
  expect([...light.keys()].filter((name) => !dark.has(name))).toEqual([])
})
