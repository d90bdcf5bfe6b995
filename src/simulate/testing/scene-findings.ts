import type { Problem } from '../../iam'
import { documentIds } from '../document-ids'
import { runDocuments } from '../run-documents'
import { sceneLintCodes } from '../scene-lint/scene-lint-codes'
import type { Documents, RunResult } from '../trace'
import { wholeRun } from '../whole-run'
import { account } from './documents'

const codes: ReadonlySet<string> = new Set(sceneLintCodes)

/** For tests: the findings of the scene lint, in a run and beside the run without any lint. */
export interface SceneFindings {
  readonly found: readonly Problem[]
  readonly run: RunResult
  readonly unadvised: RunResult
  /** The place between `|` and `|`, which are no part of the texts. */
  readonly marked: { readonly documentId: string; readonly start: number; readonly end: number } | undefined
}

/** For tests: runs a scene in one of whose texts `|…|` marks a place. */
export function findingsOf(marked: Documents): SceneFindings {
  const texts: Documents = {}
  let place: SceneFindings['marked']
  for (const documentId of documentIds) {
    const [before = '', inside, after = ''] = marked[documentId]?.split('|') ?? []
    if (marked[documentId] === undefined) continue
    texts[documentId] = inside === undefined ? before : before + inside + after
    if (inside !== undefined) place = { documentId, start: before.length, end: before.length + inside.length }
  }
  const run = runDocuments(texts)
  return { found: run.problems.filter(({ code }) => codes.has(code)), run, unadvised: wholeRun(texts), marked: place }
}

/** For tests: the ARN of a session of a role. */
export const session = (name: string, owner = account) => `arn:aws:sts::${owner}:assumed-role/${name}/aya`
/** For tests: a condition with one key. */
export const when = (operator: string, key: string, value: string | readonly string[]) => ({ [operator]: { [key]: value } })
/** For tests: a statement with which a role trusts somebody. */
export const trusting = (principal: object | string, action: string | readonly string[] = 'sts:AssumeRole', condition?: object) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  ...(condition ? { Condition: condition } : {}),
})
/** For tests: marks a text of a JSON document, wherever it stands first. */
export const mark = (text: string, value: string) => text.replace(value, () => `|${value}|`)
