import type { highlights as english } from '../en/highlights'

export const highlights: Readonly<Record<keyof typeof english, string>> = {}
