import type { Layout } from './use-viewport'

/** What only some layouts need, fetched with the page where it is shown in one of them, and else when it comes to be. */
export const layoutParts = {
  phone: () => import('./phone/PhoneMain'),
  tablet: () => import('./tablet/TabletDocuments'),
  landscape: () => import('./landscape.css'),
} as const

const forced = matchMedia('(forced-colors: active)')
const loadForced = () => import('./forced-colors.css')
forced.addEventListener('change', loadForced)

/** Resolves when everything that a layout needs is here, and what forced colours need. */
export async function loadLayout(layout: Layout): Promise<void> {
  if (forced.matches) await loadForced()
  if (layout === 'phone' || layout === 'tablet' || layout === 'landscape') await layoutParts[layout]()
}
