declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController'
declare module 'monaco-editor/editor/browser/config/tabFocus' {
  /** What Tab does in all editors: true leaves them. Ctrl+M turns it over. */
  export const TabFocus: { setTabFocusMode(leaves: boolean): void }
}
