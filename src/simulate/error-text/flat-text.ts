/** A text on one line, with the way back: `at[i]` is where its i-th character begins in the text as it was pasted. */
export interface FlatText {
  readonly text: string
  readonly at: readonly number[]
}

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/** What a message goes through on its way into a page, a log or a chat. */
const changed = /\s+|\\[nrt]|\\["\\/]|&(?:quot|apos|lt|gt|amp|#34|#39);|[“”„]|[‘’]|\u200b/g

function plain(found: string): string {
  if (/^(\s|\\[nrt])/.test(found)) return ' '
  if (found.startsWith('\\')) return found.slice(1)
  if (/^[“”„]/.test(found)) return '"'
  if (/^[‘’]/.test(found)) return "'"
  return entities[found] ?? ''
}

/** White space becomes one space; escapes of JSON and HTML, and typographic quotes, what they stand for. */
export function flatText(pasted: string): FlatText {
  const at: number[] = []
  let text = ''
  let end = 0
  const keep = (part: string, from: number) => {
    for (let index = 0; index < part.length; index++) at.push(from + index)
    text += part
  }
  const put = (character: string, from: number) => {
    if (character === '' || (character === ' ' && text.endsWith(' '))) return
    text += character
    at.push(from)
  }
  for (const found of pasted.matchAll(changed)) {
    keep(pasted.slice(end, found.index), end)
    put(plain(found[0]), found.index)
    end = found.index + found[0].length
  }
  keep(pasted.slice(end), end)
  return { text, at: [...at, pasted.length] }
}
