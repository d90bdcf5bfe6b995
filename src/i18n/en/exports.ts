export const exports = {
  'export.later': 'later',
  'notice.mermaid-copied': 'Mermaid text copied: paste it into your notes.',
  'notice.markdown-copied': 'Markdown copied: paste it into your notes.',
  'notice.copy-failed': 'The browser did not allow copying.',
  'notice.nothing-to-draw': 'There is no request to draw yet.',
} as const
