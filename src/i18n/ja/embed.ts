import type { embed as english } from '../en/embed'

export const embed: Readonly<Record<keyof typeof english, string>> = {
  'embed.open': 'PassRole Lab で開く',
}
