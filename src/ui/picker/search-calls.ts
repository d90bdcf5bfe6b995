import { type CallEntry, isByName, type TrustTried } from './call-entry'

/** Which calls are listed, by when trust is tried. */
export type TriedFilter = 'any' | 'call' | 'later'

export const triedFilters: readonly TriedFilter[] = ['any', 'call', 'later']

/** Columns that a word of the query is looked for in. */
export type Column = 'call' | 'where' | 'who' | 'service' | 'when'

/** Where a word was found: start and end in the column's text. */
export type Mark = readonly [start: number, end: number]

/** A call that the query finds. */
export interface FoundEntry {
  readonly entry: CallEntry
  readonly marks: Readonly<Record<Column, readonly Mark[]>>
}

/** The found calls of one service; `undefined`: the calls that are known by name only, of all services. */
export interface CallGroup {
  readonly service: string | undefined
  readonly found: readonly FoundEntry[]
  /** How many there are without query and filter. */
  readonly total: number
}

/** The words a row shows for when trust is tried: they are searched too. */
export type TriedWords = Readonly<Record<TrustTried, string>>

const passes = (filter: TriedFilter, tried: TrustTried): boolean =>
  filter === 'any' || tried === 'both' || (filter === 'call' ? tried === 'call' : tried === 'later' || tried === 'launch')

/** `glue:CreateJob` is asked for as "glue" and "CreateJob": no column holds it in one piece. */
const wordsOf = (query: string): readonly string[] => [
  ...new Set(
    query
      .toLowerCase()
      .split(/[\s:,、　]+/)
      .filter((word) => word !== ''),
  ),
]

function marksOf(text: string, words: readonly string[]): readonly Mark[] {
  const lower = text.toLowerCase()
  // A letter whose small form is longer would shift every place after it.
  if (lower.length !== text.length) return []
  const marks: [number, number][] = []
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) marks.push([at, at + word.length])
  }
  marks.sort((one, other) => one[0] - other[0])
  return marks.reduce<[number, number][]>((merged, [start, end]) => {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
    return merged
  }, [])
}

/** How well one word fits a call; 0: not at all. The service or the call by its whole name is what was meant. */
function fitOf(word: string, entry: CallEntry, texts: Readonly<Record<Column, string>>): number {
  const operation = entry.operation.toLowerCase()
  const shortName = entry.shortName.toLowerCase()
  const who = texts.who.split(', ')
  const at = operation.indexOf(word)
  const inOperation = at < 0 ? 0 : at === 0 ? 40 : /[A-Z]/.test(entry.operation.charAt(at)) ? 25 : 20
  return Math.max(
    operation === word ? 100 : inOperation,
    entry.serviceId === word || shortName === word ? 80 : texts.service.includes(word) || entry.serviceId.includes(word) ? 30 : 0,
    who.includes(word) ? 50 : who.some((principal) => principal.startsWith(word)) ? 22 : texts.who.includes(word) ? 15 : 0,
    texts.where.includes(word) ? 10 : 0,
    texts.when.includes(word) ? 5 : 0,
  )
}

interface Scored extends FoundEntry {
  readonly score: number
}

function search(entry: CallEntry, words: readonly string[], tried: TriedWords): Scored | undefined {
  const when = isByName(entry) ? '' : tried[entry.tried]
  const shown = { call: entry.operation, where: entry.where, who: entry.who, service: entry.service, when }
  const texts = {
    call: entry.operation.toLowerCase(),
    where: entry.where.toLowerCase(),
    who: entry.who.toLowerCase(),
    service: `${entry.service} ${entry.shortName}`.toLowerCase(),
    when: when.toLowerCase(),
  }
  let score = 0
  for (const word of words) {
    const one = fitOf(word, entry, texts)
    if (one === 0) return undefined
    score += one
  }
  const marks = {
    call: marksOf(shown.call, words),
    where: marksOf(shown.where, words),
    who: marksOf(shown.who, words),
    service: marksOf(shown.service, words),
    when: marksOf(shown.when, words),
  }
  return { entry, marks, score }
}

const best = (found: readonly Scored[]): number => Math.max(...found.map(({ score }) => score))

/**
 * The calls that hold every word of the query in their name, service, role parameter, principal or time: the service that fits best first,
 * and last the calls that are known by name only. Where nothing tells two apart the catalogue's order stays.
 */
export function searchCalls(entries: readonly CallEntry[], query: string, filter: TriedFilter, tried: TriedWords): readonly CallGroup[] {
  const words = wordsOf(query)
  const totals = new Map<string | undefined, number>()
  const groups = new Map<string | undefined, Scored[]>()
  for (const entry of entries) {
    const service = isByName(entry) ? undefined : entry.service
    totals.set(service, (totals.get(service) ?? 0) + 1)
    if (!passes(filter, entry.tried)) continue
    const found = search(entry, words, tried)
    if (!found) continue
    const group = groups.get(service)
    if (group) group.push(found)
    else groups.set(service, [found])
  }
  return [...groups]
    .map(([service, found]) => ({ service, found: found.sort((one, other) => other.score - one.score), total: totals.get(service) ?? 0 }))
    .sort((one, other) => {
      if (one.service === undefined || other.service === undefined)
        return one.service === other.service ? 0 : one.service === undefined ? 1 : -1
      return best(other.found) - best(one.found) || (words.length === 0 ? 0 : other.found.length - one.found.length)
    })
}

/** What a key does in the list: another call by its action; undefined: the key is not the list's. */
export function callAfterKey(key: string, groups: readonly CallGroup[], current: string | undefined): string | undefined {
  const rows = groups.flatMap(({ found }, group) => found.map(({ entry }) => ({ action: entry.action, group })))
  if (rows.length === 0) return undefined
  const at = rows.findIndex(({ action }) => action === current)
  const firstOf = (group: number) => rows.find((row) => row.group === group)?.action
  const here = rows[at]?.group ?? 0
  switch (key) {
    case 'ArrowDown':
      return rows[Math.min(at + 1, rows.length - 1)]?.action
    case 'ArrowUp':
      return rows[Math.max(at - 1, 0)]?.action
    case 'PageDown':
      return firstOf(here + 1) ?? rows.at(-1)?.action
    case 'PageUp':
      return rows[at]?.action === firstOf(here) ? (firstOf(here - 1) ?? rows[0]?.action) : firstOf(here)
    default:
      return undefined
  }
}
