import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/wordOperations/register'
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import { type DocumentId, documentIds } from '../../simulate'
import { registerJson } from './json-language'

export { monaco }

export type Editor = monaco.editor.IStandaloneCodeEditor

export const uriOf = (id: DocumentId): monaco.Uri => monaco.Uri.parse(`inmemory://model/${id}.json`)

/** The document of a model; undefined for a model that is none of the lab's. */
export function documentOf(uri: monaco.Uri): DocumentId | undefined {
  const name = uri.path.slice(1).replace(/\.json$/, '')
  return documentIds.find((id) => id === name)
}

// Tab leaves every editor until Ctrl+M says otherwise. As an option of each editor it would overrule Ctrl+M.
TabFocus.setTabFocusMode(true)

registerJson(monaco.languages)

/** Makes the theme from the page's tokens, for whichever of light and dark is shown. */
function defineTheme(): void {
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => style.getPropertyValue(`--${token}`).trim()
  const bare = (token: string) => colour(token).replace('#', '')
  const dark = style.colorScheme === 'dark'
  monaco.editor.defineTheme('passrole-lab', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('ink') },
      { token: 'string.key.json', foreground: bare('ink-2') },
      { token: 'string.value.json', foreground: bare('ink') },
      { token: 'number', foreground: bare('ink') },
      { token: 'keyword', foreground: bare('ink') },
      { token: 'delimiter', foreground: bare('ink') },
      { token: 'delimiter.colon.json', foreground: bare('ink-3') },
    ],
    colors: {
      'editor.background': colour('surface'),
      'editor.foreground': colour('ink'),
      'editorLineNumber.foreground': colour('ink-3'),
      'editorLineNumber.activeForeground': colour('ink-3'),
      'editorCursor.foreground': colour('ink'),
      'editor.selectionBackground': dark ? '#3a4a44' : '#cfd9d3',
      'editorError.foreground': colour('ink'),
      'editorWarning.foreground': colour('ink'),
      'editorInfo.foreground': colour('ink'),
      'editorWidget.background': colour('surface'),
      'editorWidget.border': colour('edge'),
      'editorHoverWidget.background': colour('surface'),
      'editorHoverWidget.foreground': colour('ink'),
      'editorHoverWidget.border': colour('edge'),
      'editorSuggestWidget.background': colour('surface'),
      'editorSuggestWidget.border': colour('edge'),
      'editorSuggestWidget.foreground': colour('ink'),
      'editorSuggestWidget.highlightForeground': colour('ink'),
      'editorSuggestWidget.focusHighlightForeground': colour('on-ink'),
      'editorSuggestWidget.selectedBackground': colour('ink'),
      'editorSuggestWidget.selectedForeground': colour('on-ink'),
      'editorBracketMatch.background': colour('sunken'),
      'editorBracketMatch.border': colour('edge'),
      'input.background': colour('surface'),
      'input.border': colour('edge'),
      'menu.background': colour('surface'),
      'menu.foreground': colour('ink'),
      'menu.border': colour('edge'),
      'menu.separatorBackground': colour('hair'),
      'menu.selectionBackground': colour('ink'),
      'menu.selectionForeground': colour('on-ink'),
      focusBorder: colour('focus'),
    },
  })
  monaco.editor.setTheme('passrole-lab')
}

/** The model of a document: one for the whole visit, so that its undo history outlives tabs and scenarios. */
export function modelOf(id: DocumentId, text: string): monaco.editor.ITextModel {
  return monaco.editor.getModel(uriOf(id)) ?? monaco.editor.createModel(text, 'json', uriOf(id))
}

defineTheme()
new MutationObserver(defineTheme).observe(document.documentElement, { attributeFilter: ['data-theme'] })
