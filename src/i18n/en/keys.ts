export const keys = {
  'shortcuts.editing': 'In an editor',
  'shortcuts.complete': 'Propose names and values',
  'shortcuts.hover': 'What is known of the name at the caret',
  'shortcuts.mend': 'Take the fix that is offered',
  'shortcuts.presenting': 'While presenting',
  'shortcuts.clicker': 'Next and previous step (clicker), then the next scenario',
  'shortcuts.single': 'Keys that type a character are commands: Space, 1–5, [ ] / ?',
  'shortcuts.single-why': 'Turn this off if you use speech input, or press keys by mistake. Arrows, Home, End and Esc always work.',
} as const
