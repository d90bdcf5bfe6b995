import { useSyncExternalStore } from 'react'

/** The three heights of the three-column page: short laptops, the reference, and wide screens. */
export type Density = 'short' | 'regular' | 'wide'

/** How the page is laid out: three columns at one of the densities or on a tablet held wide, one document at a time, or a route with a sheet. */
export type Layout = Density | 'landscape' | 'tablet' | 'phone'

/** The first that matches. Zooming in leads down the list too: 200 % of a laptop is a tablet, 400 % a phone. */
const queries: readonly (readonly [Layout, string])[] = [
  ['phone', '(width < 700px)'],
  ['tablet', '(width < 1100px)'],
  ['landscape', '(width < 1280px), (width < 1700px) and (pointer: coarse)'],
  ['short', '(height < 800px)'],
  ['wide', '(width >= 1700px)'],
]

/** Asked once: the lists stay true to the window by themselves, and asking anew would cost at every frame that is drawn. */
const lists = new Map<string, MediaQueryList>()

function listOf(query: string): MediaQueryList {
  const known = lists.get(query)
  if (known) return known
  const list = matchMedia(query)
  lists.set(query, list)
  return list
}

function subscribe(onChange: () => void): () => void {
  for (const [, query] of queries) listOf(query).addEventListener('change', onChange)
  return () => {
    for (const [, query] of queries) listOf(query).removeEventListener('change', onChange)
  }
}

/** The layout of the window as it is now. */
export const currentLayout = (): Layout => queries.find(([, query]) => listOf(query).matches)?.[0] ?? 'regular'

export const useLayout = (): Layout => useSyncExternalStore(subscribe, currentLayout, () => 'regular')

/** The stage's scale in each layout; on a short screen a little more where it is wide. */
export const stageScale: Readonly<Record<Layout, number>> = { phone: 1, tablet: 0.92, landscape: 0.92, short: 0.9, regular: 1, wide: 1.28 }

/** The width in px from which a short screen has room for it, and the scale there. */
const roomy = { width: 1400, scale: 0.94 }

/** The stage's scale in a layout at a width. */
export const scaleAt = (layout: Layout, width: number): number =>
  layout === 'short' && width >= roomy.width ? roomy.scale : stageScale[layout]
