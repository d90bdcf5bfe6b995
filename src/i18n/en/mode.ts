export const mode = {
  'mode.name': 'View',
  'mode.one': 'One request',
  'mode.compare': 'Compare',
} as const
