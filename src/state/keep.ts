import { type Documents, documentIds } from '../simulate'
import type { ColumnShares } from './stores'

/** The part of Web Storage that keeping needs. Any call may throw: storage can be full or blocked. */
export interface StoragePort {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export type KeepProblem = 'blocked' | 'full' | 'corrupt' | 'later-version'

/** What a visit leaves behind. */
export interface Kept {
  readonly documents: Documents
  readonly start: Documents
  readonly scenarioId: string | undefined
  readonly title: string | undefined
}

/** Where the visit stands in storage, and where work is set aside that a link has taken the place of. */
const keys = { current: 'passrole-lab/workspace', aside: 'passrole-lab/workspace-aside' } as const

export type Place = keyof typeof keys

const version = 1

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readDocuments(value: unknown): Documents | undefined {
  if (!isObject(value)) return undefined
  const documents: Record<string, string> = {}
  for (const id of documentIds) {
    const text = Object.hasOwn(value, id) ? value[id] : undefined
    if (typeof text === 'string') documents[id] = text
    else if (text !== undefined) return undefined
  }
  return documents
}

/** What was kept, nothing, or why it cannot be read. */
export function restore(storage: StoragePort | undefined, place: Place = 'current'): Kept | KeepProblem | undefined {
  if (!storage) return 'blocked'
  let text: string | null
  try {
    text = storage.getItem(keys[place])
  } catch {
    // Reading itself is forbidden.
    return 'blocked'
  }
  if (text === null || text === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || typeof value.version !== 'number') return 'corrupt'
    if (value.version > version) return 'later-version'
    const documents = readDocuments(value.documents)
    const start = readDocuments(value.start)
    if (!documents || !start) return 'corrupt'
    return {
      documents,
      start,
      scenarioId: typeof value.scenarioId === 'string' ? value.scenarioId : undefined,
      title: typeof value.title === 'string' ? value.title : undefined,
    }
  } catch {
    // Not JSON.
    return 'corrupt'
  }
}

/** Keeps a visit; says why when it cannot. */
export function keep(storage: StoragePort | undefined, kept: Kept, place: Place = 'current'): KeepProblem | undefined {
  if (!storage) return 'blocked'
  try {
    storage.setItem(keys[place], JSON.stringify({ version, ...kept }))
    return undefined
  } catch (error) {
    return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`) ? 'full' : 'blocked'
  }
}

/** Forgets what was set aside. */
export function forgetAside(storage: StoragePort | undefined): void {
  try {
    storage?.setItem(keys.aside, '')
  } catch {
    // It stays, and is offered again.
  }
}

/** Is there anything in it that is nowhere else? */
export const isEdited = ({ documents, start }: Kept): boolean => !sameTexts(documents, start)

export const sameTexts = (a: Documents, b: Documents): boolean => documentIds.every((id) => a[id] === b[id])

const preferencesKey = 'passrole-lab/preferences'

export interface KeptPreferences {
  readonly language?: 'en' | 'ja'
  readonly theme?: 'light' | 'dark' | 'system'
  readonly columns?: ColumnShares
  readonly singleKeys?: boolean
}

export function restorePreferences(storage: StoragePort | undefined): KeptPreferences {
  try {
    const value: unknown = JSON.parse(storage?.getItem(preferencesKey) ?? '{}')
    if (!isObject(value)) return {}
    const { language, theme, columns, singleKeys } = value
    return {
      ...(language === 'en' || language === 'ja' ? { language } : {}),
      ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
      ...(isObject(columns) && typeof columns.first === 'number' && typeof columns.second === 'number'
        ? { columns: { first: columns.first, second: columns.second } }
        : {}),
      ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}),
    }
  } catch {
    // Blocked or not JSON: the defaults serve.
    return {}
  }
}

export function keepPreferences(storage: StoragePort | undefined, preferences: KeptPreferences): void {
  try {
    storage?.setItem(preferencesKey, JSON.stringify(preferences))
  } catch {
    // The choice holds for this visit; the workspace's own notice tells of the storage.
  }
}
