import { documentIds } from '../simulate'
import { failure, type ShareResult } from './errors'
import type { SharedScenario, SharedText } from './shared-scenario'

const format = 'passrole-lab/scenario'
const version = 1

/** No scenario is larger than this, in characters. */
export const largestScenario = 4_000_000

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const own = (value: Readonly<Record<string, unknown>>, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined)

function sharedText(value: unknown): SharedText | undefined {
  if (typeof value === 'string') return value
  if (!isObject(value)) return undefined
  const en = own(value, 'en')
  const ja = own(value, 'ja')
  return { ...(typeof en === 'string' ? { en } : {}), ...(typeof ja === 'string' ? { ja } : {}) }
}

/** Checks what was read as JSON. An object among the documents is laid out; a string is kept letter by letter. */
export function checkScenario(value: unknown): ShareResult<SharedScenario> {
  if (!isObject(value) || own(value, 'format') !== format) return failure({ kind: 'not-a-scenario' })
  const found = own(value, 'version')
  if (typeof found !== 'number' || found < 1) return failure({ kind: 'wrong-type', member: 'version' })
  if (found > version) return failure({ kind: 'later-version' })
  const documents = own(value, 'documents')
  if (!isObject(documents)) return failure({ kind: 'wrong-type', member: 'documents' })
  const texts: Record<string, string> = {}
  for (const id of documentIds) {
    const document = own(documents, id)
    if (document === undefined) continue
    if (typeof document === 'string') texts[id] = document
    else if (typeof document === 'object' && document !== null) texts[id] = JSON.stringify(document, null, 2)
    else return failure({ kind: 'wrong-type', member: `documents.${id}` })
  }
  for (const member of ['title', 'notes']) {
    const text = own(value, member)
    if (text !== undefined && typeof text !== 'string' && !isObject(text)) return failure({ kind: 'wrong-type', member })
  }
  const title = sharedText(own(value, 'title'))
  const notes = sharedText(own(value, 'notes'))
  return {
    kind: 'ok',
    scenario: { ...(title === undefined ? {} : { title }), ...(notes === undefined ? {} : { notes }), documents: texts },
  }
}

/** Reads a `*.scenario.json` file's text. */
export function readScenarioFile(text: string): ShareResult<SharedScenario> {
  if (text.length > largestScenario) return failure({ kind: 'too-large' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Not JSON: that is the answer.
    return failure({ kind: 'damaged' })
  }
  return checkScenario(value)
}

/** Writes a scenario as a file's text. Documents stand in it as text, so that not a letter changes. */
export function writeScenarioFile(scenario: SharedScenario): string {
  const { title, notes, documents } = scenario
  const kept = Object.fromEntries(documentIds.flatMap((id) => (documents[id] === undefined ? [] : [[id, documents[id]]])))
  return `${JSON.stringify({ format, version, ...(title === undefined ? {} : { title }), ...(notes === undefined ? {} : { notes }), documents: kept }, null, 2)}\n`
}
