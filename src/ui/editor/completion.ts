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

function itemOf(model: monaco.editor.ITextModel, proposal: Proposal, order: number): Item {
  const from = model.getPositionAt(proposal.start)
  const to = model.getPositionAt(proposal.end)
  return {
    label: { label: proposal.label, description: proposal.note },
    kind: glyphs[proposal.kind],
    insertText: proposal.snippet,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    range: new monaco.Range(from.lineNumber, from.column, to.lineNumber, to.column),
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
      await fetchActions(servicesAt(documentId, text, offset))
      // Somebody may have gone on writing meanwhile: what is answered must be about the text as it is.
      const now = model.getValue()
      const proposals = complete(now, now === text ? offset : -1, ports.situation(documentId), ports.translate())
      // From the colon on the list is another one.
      const incomplete = proposals.some(({ kind }) => kind === 'service')
      return { suggestions: proposals.map((proposal, order) => itemOf(model, proposal, order)), incomplete }
    },
  })
}
