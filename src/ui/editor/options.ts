import type { Layout } from '../use-viewport'
import type * as api from './monaco'

/** Text size and line height, by the room there is (spec §3), and the line numbers' width in characters of that size. */
export const editorText = (layout: Layout): { fontSize: number; lineHeight: number; lineNumbersMinChars: number } =>
  layout === 'wide'
    ? { fontSize: 14, lineHeight: 22, lineNumbersMinChars: 3 }
    : layout === 'tablet'
      ? { fontSize: 14, lineHeight: 20, lineNumbersMinChars: 3 }
      : { fontSize: 12, lineHeight: 19, lineNumbersMinChars: 4 }

/** How an editor looks and behaves (spec §5). That Tab leaves it is set for all editors together, so that Ctrl+M can change it. */
export function editorOptions(label: string): NonNullable<Parameters<typeof api.monaco.editor.create>[1]> {
  return {
    ariaLabel: label,
    automaticLayout: true,
    bracketPairColorization: { enabled: false },
    contextmenu: true,
    // A layer of its own for every part of every editor costs more in each frame than it saves on scrolling.
    disableLayerHinting: true,
    fixedOverflowWidgets: true,
    folding: false,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
    fontLigatures: false,
    glyphMargin: true,
    guides: { indentation: false, bracketPairs: false },
    hideCursorInOverviewRuler: true,
    // Over the lines below, not over the gates.
    hover: { above: false },
    lineDecorationsWidth: 14,
    // In a shadow tree the context menu would find none of the theme's colours.
    useShadowDOM: false,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    // Names are strings here: they are proposed as they are written.
    quickSuggestions: { other: true, strings: true, comments: false },
    padding: { top: 6, bottom: 6 },
    renderLineHighlight: 'none',
    renderWhitespace: 'none',
    scrollbar: { alwaysConsumeMouseWheel: false, horizontal: 'hidden', useShadows: false, verticalScrollbarSize: 6 },
    scrollBeyondLastLine: false,
    selectionHighlight: false,
    stickyScroll: { enabled: false },
    // What is proposed has every letter that was typed, in their order: the list stays short.
    suggest: { filterGraceful: false },
    suggestLineHeight: 24,
    tabSize: 2,
    theme: 'passrole-lab',
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
    wordWrap: 'on',
    // ARNs are broken where their parts end, names with dots nowhere.
    wordWrapBreakAfterCharacters: ' \t})]|/&,;:、。，．：；？！',
    wrappingIndent: 'deepIndent',
  }
}
