import type { Hover, HoverValue } from '../../language'

/** Text of a document as code: the fence is longer than any run of backticks in it, and a bar is no border of a cell. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').slice(0, 400)
  const runs = flat.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${flat}${pad}${fence}`.replaceAll('|', '\\|')
}

/** A mark and its word: never a colour alone. What does not fit is strong, what keys say emphasized: widgets.css draws them. */
const marked = ({ text, fits }: HoverValue, words: { readonly fits: string; readonly not: string }): string =>
  fits === undefined ? code(text) : `${code(text)} ${fits ? `✓ ${words.fits}` : `**✕ ${words.not}**`}`

/** What to look for at AWS: a page's name is its own, and short. */
const pageName = (url: string): string => url.slice(url.lastIndexOf('/') + 1).replace(/\.html(?=#|$)/, '')

/** A hover as Monaco's Markdown: nothing in it is a link or markup of the document's own. */
export function hoverMarkdown(
  { name, sentence, rows, fix, url }: Hover,
  words: { readonly fits: string; readonly not: string; readonly fix: string; readonly useValue: string; readonly docs: string },
): string {
  const cells = rows.map(({ label, values }) => `| ${label} | ${values.map((value) => marked(value, words)).join(' · ')} |`)
  const fixing = fix ? [`| ${words.fix} | ${words.useValue} *Ctrl* *.* |`] : []
  const table = [...cells, ...fixing, ...(url === '' ? [] : [`| ${words.docs} | ${code(pageName(url))} |`])]
  const [first, ...others] = table
  return [`**${code(name)}**`, sentence, ...(first ? [['| | |', '|---|---|', first, ...others].join('\n')] : [])]
    .filter((part) => part !== '')
    .join('\n\n')
}
