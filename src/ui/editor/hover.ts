import { type Hover, type HoverValue, hover, servicesAt } from '../../language'
import { fetchActions } from './action-source'
import { documentOf, monaco } from './monaco'
import type { WidgetPorts } from './use-language'

/** Text of a document as code: the fence is longer than any run of backticks in it, and a bar is no border of a cell. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').slice(0, 400)
  const runs = flat.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${flat}${pad}${fence}`.replaceAll('|', '\\|')
}

/** A mark and its word: never a colour alone. */
const marked = ({ text, fits }: HoverValue, words: { readonly fits: string; readonly not: string }): string =>
  fits === undefined ? code(text) : `${code(text)} ${fits ? `✓ ${words.fits}` : `✕ ${words.not}`}`

/** A hover as Monaco's Markdown: nothing in it is a link or markup of the document's own. */
export function hoverMarkdown(
  { name, sentence, rows, url }: Hover,
  words: { readonly fits: string; readonly not: string; readonly docs: string },
): string {
  const cells = rows.map(({ label, values }) => `| ${label} | ${values.map((value) => marked(value, words)).join(' · ')} |`)
  const table = [...cells, ...(url === '' ? [] : [`| ${words.docs} | ${code(url.replace(/^https:\/\//, ''))} |`])]
  const [first, ...others] = table
  return [`**${code(name)}**`, sentence, ...(first ? [['| | |', '|---|---|', first, ...others].join('\n')] : [])]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What is known of the name under the pointer or the caret. */
export function provideHover(ports: WidgetPorts): monaco.IDisposable {
  return monaco.languages.registerHoverProvider('json', {
    provideHover: async (model, position) => {
      const documentId = documentOf(model.uri)
      const text = model.getValue()
      const offset = model.getOffsetAt(position)
      if (!documentId) return undefined
      await fetchActions(servicesAt(documentId, text, offset))
      const translate = ports.translate()
      const found = model.getValue() === text ? hover(text, offset, ports.situation(documentId), translate) : undefined
      if (!found) return undefined
      const from = model.getPositionAt(found.start)
      const to = model.getPositionAt(found.end)
      const words = { fits: translate('widget.fits'), not: translate('widget.does-not-fit'), docs: translate('widget.docs') }
      return {
        range: new monaco.Range(from.lineNumber, from.column, to.lineNumber, to.column),
        contents: [{ value: hoverMarkdown(found, words) }],
      }
    },
  })
}
