export const exports = {
  'export.later': 'あとで',
  'notice.mermaid-copied': 'Mermaid のテキストをコピーしました。ノートに貼り付けられます。',
  'notice.markdown-copied': 'Markdown をコピーしました。ノートに貼り付けられます。',
  'notice.copy-failed': 'ブラウザーがコピーを許可しませんでした。',
  'notice.nothing-to-draw': 'まだ図にできるリクエストがありません。',
} as const
