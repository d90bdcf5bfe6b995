/** What a link's fragment may carry. It never reaches a server. */
export interface Fragment {
  readonly code: string | undefined
  readonly scenarioId: string | undefined
  /** Playback position in ms. */
  readonly t: number | undefined
  readonly language: 'en' | 'ja' | undefined
  readonly theme: 'light' | 'dark' | undefined
  readonly embed: boolean
  readonly fresh: boolean
}

/** Reads `#s=…&t=…`. Unknown or malformed parts are left out. */
export function readFragment(hash: string): Fragment {
  const parts = new Map<string, string>()
  for (const part of hash.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=')
    if (at > 0) parts.set(part.slice(0, at), part.slice(at + 1))
  }
  const t = parts.get('t')
  const language = parts.get('lang')
  const theme = parts.get('theme')
  const scenarioId = parts.get('scenario')
  return {
    code: parts.get('s'),
    scenarioId: scenarioId !== undefined && /^[a-z0-9-]+$/.test(scenarioId) ? scenarioId : undefined,
    t: t !== undefined && /^\d{1,9}$/.test(t) ? Number(t) : undefined,
    language: language === 'en' || language === 'ja' ? language : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    embed: parts.get('embed') === '1',
    fresh: parts.get('fresh') === '1',
  }
}

/** The parts of a fragment that say how to show, without those that say what: those hold until the first edit. */
export const withoutContent = (hash: string): string => {
  const { language, theme, embed } = readFragment(hash)
  return writeFragment({ language, theme, embed })
}

/** Writes a fragment, without the `#`. */
export function writeFragment(parts: Partial<Fragment>): string {
  const entries: [string, string | undefined][] = [
    ['s', parts.code],
    ['scenario', parts.scenarioId],
    ['t', parts.t === undefined ? undefined : String(Math.round(parts.t))],
    ['lang', parts.language],
    ['theme', parts.theme],
    ['embed', parts.embed ? '1' : undefined],
    ['fresh', parts.fresh ? '1' : undefined],
  ]
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join('&')
}
