declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController'
declare module 'monaco-editor/editor/browser/config/tabFocus' {
  /** What Tab does in all editors: true leaves them. Ctrl+M turns it over. */
  export const TabFocus: { setTabFocusMode(leaves: boolean): void }
}

// Parts of Monaco's workers, published without types.
declare module 'monaco-editor/editor/editor.worker.start' {
  export function start(create: (context: unknown) => object): void
}
declare module 'monaco-editor/internal/common/initialize' {
  export function initialize(create: (context: unknown, data: unknown) => object): void
}
declare module 'monaco-editor/languages/features/json/jsonWorker' {
  export class JSONWorker {
    constructor(context: unknown, data: unknown)
  }
}
