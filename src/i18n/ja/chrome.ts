import type { chrome as english } from '../en/chrome'

export const chrome: Readonly<Record<keyof typeof english, string>> = {}
