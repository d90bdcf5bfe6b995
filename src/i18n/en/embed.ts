/** The page inside another one. */
export const embed = {
  'embed.open': 'Open in PassRole Lab',
} as const
