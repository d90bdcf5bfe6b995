import { type Documents, documentIds } from '../simulate'
import { failure, type ShareResult } from './errors'
import type { SharedScenario, SharedText } from './shared-scenario'

const format = 'passrole-lab/scenario'
const version = 1

/** No scenario is larger than this, in characters. */
export const largestScenario = 4_000_000

/** Nobody nests a policy deeper; laid out, a few thousand levels would be megabytes of spaces. */
const deepest = 200

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)

/** A document given as JSON, laid out with two spaces; undefined when that would be too large. */
function laidOut(document: object): string | undefined {
  let left = largestScenario
  const fits = (value: unknown, depth: number): boolean => {
    if (depth > deepest) return false
    left -= typeof value === 'string' ? value.length : 4
    if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        left -= 2 * depth + name.length
        if (left < 0 || !fits(member, depth + 1)) return false
      }
    }
    return left >= 0
  }
  return fits(document, 0) ? JSON.stringify(document, null, 2) : undefined
}

type Read<T> = { readonly kind: 'ok'; readonly value: T } | ReturnType<typeof failure>

function readText(value: unknown, member: string): Read<SharedText | undefined> {
  if (value === undefined || typeof value === 'string') return { kind: 'ok', value }
  const wrong = failure({ kind: 'wrong-type', member })
  if (!isObject(value)) return wrong
  const en = own(value, 'en')
  const ja = own(value, 'ja')
  if ((en !== undefined && typeof en !== 'string') || (ja !== undefined && typeof ja !== 'string')) return wrong
  return { kind: 'ok', value: { ...(en === undefined ? {} : { en }), ...(ja === undefined ? {} : { ja }) } }
}

function readDocuments(value: unknown): Read<Documents> {
  if (!isObject(value)) return failure({ kind: 'wrong-type', member: 'documents' })
  const texts: Documents = {}
  for (const id of documentIds) {
    const document = own(value, id)
    if (document === undefined) continue
    if (typeof document === 'string') texts[id] = document
    else if (typeof document === 'object' && document !== null) {
      const text = laidOut(document)
      if (text === undefined) return failure({ kind: 'too-large' })
      texts[id] = text
    } else return failure({ kind: 'wrong-type', member: `documents.${id}` })
  }
  return { kind: 'ok', value: texts }
}

/** Checks what was read as JSON. An object among the documents is laid out; a string is kept letter by letter. */
export function checkScenario(value: unknown): ShareResult<SharedScenario> {
  if (!isObject(value) || own(value, 'format') !== format) return failure({ kind: 'not-a-scenario' })
  const found = own(value, 'version')
  if (typeof found !== 'number' || found < 1) return failure({ kind: 'wrong-type', member: 'version' })
  if (found > version) return failure({ kind: 'later-version' })
  const title = readText(own(value, 'title'), 'title')
  if (title.kind === 'error') return title
  const notes = readText(own(value, 'notes'), 'notes')
  if (notes.kind === 'error') return notes
  const given = own(value, 'documents')
  const documents = readDocuments(given)
  if (documents.kind === 'error') return documents
  const known: readonly string[] = documentIds
  return {
    kind: 'ok',
    scenario: {
      ...(title.value === undefined ? {} : { title: title.value }),
      ...(notes.value === undefined ? {} : { notes: notes.value }),
      documents: documents.value,
    },
    unknownDocuments: isObject(given) ? Object.keys(given).filter((id) => !known.includes(id)) : [],
  }
}

/** Reads a `*.scenario.json` file's text. Never throws. */
export function readScenarioFile(text: string): ShareResult<SharedScenario> {
  if (text.length > largestScenario) return failure({ kind: 'too-large' })
  let value: unknown
  try {
    // Windows editors like to begin a file with a byte order mark.
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // Not JSON: that is the answer.
    return failure({ kind: 'damaged' })
  }
  return checkScenario(value)
}

/** A scenario as the JSON value that a file and a link hold. Documents stand in it as text, so that not a letter changes. */
export function plainScenario({ title, notes, documents }: SharedScenario): object {
  const kept = Object.fromEntries(documentIds.flatMap((id) => (documents[id] === undefined ? [] : [[id, documents[id]]])))
  return { format, version, title, notes, documents: kept }
}

/** Writes a scenario as a file's text. */
export const writeScenarioFile = (scenario: SharedScenario): string => `${JSON.stringify(plainScenario(scenario), null, 2)}\n`
