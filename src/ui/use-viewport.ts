import { useSyncExternalStore } from 'react'

/** The three heights of the design: short laptops, the reference, and wide screens. */
export type Density = 'short' | 'regular' | 'wide'

const short = '(height < 800px)'
const wide = '(width >= 1700px) and (height >= 800px)'

function subscribe(onChange: () => void): () => void {
  const queries = [matchMedia(short), matchMedia(wide)]
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}

const read = (): Density => (matchMedia(short).matches ? 'short' : matchMedia(wide).matches ? 'wide' : 'regular')

export const useDensity = (): Density => useSyncExternalStore(subscribe, read, () => 'regular')

/** The stage's scale at each density. */
export const stageScale: Readonly<Record<Density, number>> = { short: 0.9, regular: 1, wide: 1.28 }
