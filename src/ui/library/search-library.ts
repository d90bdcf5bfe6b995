/** What a search goes through. */
export interface Searchable {
  readonly haystack: string
}

/** From so many words on, a query is a pasted text and not a search: not every word of it has to be found. */
const pasted = 7
/** The share of a pasted text's words that an entry must hold. */
const enough = 0.5

/** Words without account numbers and the like, which say nothing of which scenario is meant. */
function wordsOf(query: string): readonly string[] {
  const words = query
    .toLowerCase()
    .split(/[\s"'`,;()[\]{}<>、。「」]+/)
    .map((word) => word.replace(/^[.:]+|[.:]+$/g, ''))
    .filter((word) => word.length > 0)
  return [...new Set(words)].slice(0, 200)
}

/** The entries that a query finds. A few words must all be there; of a pasted error the entries that share most of it come first. */
export function searchLibrary<T extends Searchable>(entries: readonly T[], query: string): readonly T[] {
  const words = wordsOf(query)
  if (words.length === 0) return entries
  if (words.length < pasted) return entries.filter((entry) => words.every((word) => entry.haystack.includes(word)))
  return entries
    .map((entry) => ({ entry, share: words.filter((word) => entry.haystack.includes(word)).length / words.length }))
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.share - a.share)
    .map(({ entry }) => entry)
}
