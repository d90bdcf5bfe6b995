import type { stage as english } from '../en/stage'

export const stage: Readonly<Record<keyof typeof english, string>> = {}
