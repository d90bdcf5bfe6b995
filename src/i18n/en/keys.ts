export const keys = {
  'shortcuts.presenting': 'While presenting',
  'shortcuts.clicker': 'Next and previous step (clicker), then the next scenario',
  'shortcuts.single': 'Keys that type a character are commands: Space, 1–5, [ ] / ?',
  'shortcuts.single-why': 'Turn this off if you use speech input, or press keys by mistake. Arrows, Home, End and Esc always work.',
} as const
