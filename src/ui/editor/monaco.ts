import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/placeholderText/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/tokenization/register'
import 'monaco-editor/features/wordOperations/register'
import { TabFocus } from 'monaco-editor/editor/browser/config/tabFocus'
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import { jsonDefaults } from 'monaco-editor/languages/features/json/register'
import type { PolicyType } from '../../iam'
import { policySchema, requestSchema } from '../../language'
import type { DocumentId } from '../../simulate'

export { monaco }

export type Editor = monaco.editor.IStandaloneCodeEditor

const policyTypes: Readonly<
  Record<Exclude<DocumentId, 'request' | 'roles' | 'serviceControlPolicies' | 'resourceControlPolicies'>, PolicyType>
> = {
  identityPolicy: 'identity-based',
  trustPolicy: 'trust',
  rolePolicy: 'identity-based',
  permissionsBoundary: 'permissions-boundary',
  sessionPolicy: 'session',
}

export const uriOf = (id: DocumentId): monaco.Uri => monaco.Uri.parse(`inmemory://model/${id}.json`)

// Tab leaves every editor until Ctrl+M says otherwise. As an option of each editor it would overrule Ctrl+M.
TabFocus.setTabFocusMode(true)

// The worker answers completion and hover, when asked. What it would read at every change of the text, our own reader reads better,
// and without a stack that hostile nesting could exhaust.
jsonDefaults.setModeConfiguration({
  colors: false,
  completionItems: true,
  diagnostics: false,
  documentFormattingEdits: true,
  documentRangeFormattingEdits: true,
  documentSymbols: false,
  foldingRanges: false,
  hovers: true,
  selectionRanges: false,
  tokens: true,
})

// Once, before any model: every later change restarts the worker. What is wrong is said by our own reader, in the page's language.
jsonDefaults.setDiagnosticsOptions({
  validate: false,
  allowComments: false,
  enableSchemaRequest: false,
  schemas: [
    { uri: 'inmemory://schema/request', fileMatch: [uriOf('request').toString()], schema: requestSchema() },
    ...Object.entries(policyTypes).map(([id, type]) => ({
      uri: `inmemory://schema/${id}`,
      fileMatch: [uriOf(id as DocumentId).toString()],
      schema: policySchema(type),
    })),
  ],
})

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
      { token: 'delimiter', foreground: bare('ink-3') },
    ],
    colors: {
      'editor.background': colour('surface'),
      'editor.foreground': colour('ink'),
      'editorLineNumber.foreground': colour('ink-3'),
      'editorLineNumber.activeForeground': colour('ink'),
      'editorCursor.foreground': colour('ink'),
      'editor.selectionBackground': dark ? '#3a4a44' : '#cfd9d3',
      'editorError.foreground': colour('ink'),
      'editorWarning.foreground': colour('ink'),
      'editorInfo.foreground': colour('ink'),
      'editorWidget.background': colour('surface'),
      'editorWidget.border': colour('edge'),
      'editorSuggestWidget.selectedBackground': colour('ink'),
      'editorSuggestWidget.selectedForeground': colour('on-ink'),
      'editorBracketMatch.background': colour('sunken'),
      'editorBracketMatch.border': colour('edge'),
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
