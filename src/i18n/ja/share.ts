import type { share as english } from '../en/share'

export const share: Readonly<Record<keyof typeof english, string>> = {}
