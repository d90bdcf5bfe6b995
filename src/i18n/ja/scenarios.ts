import type { scenarios as english } from '../en/scenarios'

export const scenarios: Readonly<Record<keyof typeof english, string>> = {}
