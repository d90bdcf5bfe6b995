import type { Layout } from './use-viewport'

/** What only some layouts need, fetched with the page where it is shown in one of them, and else when it comes to be. */
export const layoutParts = {
  phone: () => import('./phone/PhoneMain'),
  tablet: () => import('./tablet/TabletDocuments'),
  landscape: () => import('./landscape.css'),
} as const

/** Resolves when everything that a layout needs is here. */
export async function loadLayout(layout: Layout): Promise<void> {
  if (layout === 'phone' || layout === 'tablet' || layout === 'landscape') await layoutParts[layout]()
}
