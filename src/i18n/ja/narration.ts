import type { narration as english } from '../en/narration'

export const narration: Readonly<Record<keyof typeof english, string>> = {}
