import { complete, type Proposal, type ProposalKind, servicesAt } from '../../language'
import { fetchActions } from './action-source'
import { documentOf, monaco } from './monaco'
import type { WidgetPorts } from './use-language'

type Item = monaco.languages.CompletionItem

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages

/** Which of Monaco's glyphs stands for what; editor.css draws them. */
const glyphs: Readonly<Record<ProposalKind, monaco.languages.CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  service: CompletionItemKind.Module,
  action: CompletionItemKind.Method,
  role: CompletionItemKind.Class,
  user: CompletionItemKind.User,
  resource: CompletionItemKind.File,
  principal: CompletionItemKind.Module,
  operator: CompletionItemKind.Operator,
  key: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
}

const goOn = { id: 'editor.action.triggerSuggest', title: '' }

/** The range counts from the caret: somebody may have gone on writing since the text was read, and Monaco moves it along. */
function itemOf(position: monaco.Position, offset: number, proposal: Proposal, order: number): Item {
  const { lineNumber, column } = position
  return {
    label: { label: proposal.label, description: proposal.note },
    kind: glyphs[proposal.kind],
    insertText: proposal.snippet,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    range: new monaco.Range(lineNumber, column - (offset - proposal.start), lineNumber, column + (proposal.end - offset)),
    filterText: proposal.filter,
    sortText: String(order).padStart(6, '0'),
    ...(proposal.detail === '' ? {} : { documentation: proposal.detail }),
    ...(proposal.goesOn ? { command: goOn } : {}),
  }
}

/** Proposals of our own in every editor. The actions of a service are fetched when somebody writes about that service. */
export function provideCompletion(ports: WidgetPorts): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['"', ':'],
    provideCompletionItems: async (model, position) => {
      const documentId = documentOf(model.uri)
      const text = model.getValue()
      const offset = model.getOffsetAt(position)
      if (!documentId) return { suggestions: [] }
      const [translate] = await Promise.all([ports.translate(), fetchActions(servicesAt(documentId, text, offset))])
      const proposals = complete(text, offset, ports.situation(documentId), translate)
      // From the colon on the list is another one.
      const incomplete = proposals.some(({ kind }) => kind === 'service')
      return { suggestions: proposals.map((proposal, order) => itemOf(position, offset, proposal, order)), incomplete }
    },
  })
}
