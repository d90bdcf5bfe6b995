import type { RichText, Translate } from '../../i18n'
import { pathTo, treeOf } from '../../lib/json-edit'
import type { JsonNode } from '../../lib/json-tree'
import { type Playable, reasonOf } from '../../present'
import type { Challenge, Judged } from '../../scenarios'
import { type DocumentId, type Documents, documentIds } from '../../simulate'
import { lineDiff } from './line-diff'
import { documentNumber, withCode } from './words'

/** The document in which the solution differs from what stands there; where nothing does, from what the lesson began with. */
function documentToChange({ scenario, solution }: Challenge, documents: Documents): DocumentId {
  const differs = (from: Documents) => documentIds.find((id) => solution[id] !== undefined && solution[id] !== from[id])
  return differs(documents) ?? differs(scenario.documents) ?? 'identityPolicy'
}

/** The name of the innermost member in which two texts differ first. */
function memberToChange(before: string, after: string): string {
  let at = 0
  while (at < before.length && before[at] === after[at]) at++
  const root = treeOf(before)
  const names = root
    ? pathTo(root, Math.max(0, at - 1)).flatMap((node) =>
        node.kind === 'object' ? node.members.filter(({ span }) => span.start < at && at <= span.end + 1).map(({ key }) => key.value) : [],
      )
    : []
  return names.at(-1) ?? 'Statement'
}

function leavesOf(node: JsonNode | undefined): readonly string[] {
  if (!node) return []
  if (node.kind === 'object') return node.members.flatMap(({ value }) => leavesOf(value))
  if (node.kind === 'array') return node.items.flatMap(leavesOf)
  return node.kind === 'null' ? [] : [String(node.value)]
}

/** What the solution writes that does not stand there yet: names and numbers, not the name of a statement. */
function valuesToWrite(before: string, after: string): readonly string[] {
  const there = leavesOf(treeOf(before))
  const come = leavesOf(treeOf(after)).filter((value) => !there.includes(value))
  const telling = come.filter((value) => /[:.*/\d-]/.test(value))
  if (come.length > 0) return [...new Set(telling.length > 0 ? telling : come)].slice(0, 3)
  // What is to be written stands there already, at another place.
  const lines = lineDiff(before, after).flatMap(({ added }) => added.map((line) => line.trim().replace(/,$/, '')))
  return lines.filter((line) => /".+":\s*["\d]/.test(line) && !line.startsWith('"Version"')).slice(0, 1)
}

function made(rung: 1 | 2 | 3, challenge: Challenge, documents: Documents, playable: Playable, translate: Translate): RichText {
  const id = documentToChange(challenge, documents)
  const before = documents[id] ?? ''
  const after = challenge.solution[id] ?? ''
  if (rung === 1) return translate.rich('challenge.where', { number: documentNumber(id, translate), name: translate(`document.${id}`) })
  if (rung === 3) {
    const values = valuesToWrite(before, after)
    const value = values.join(', ')
    return values.length === 0 ? translate.rich('challenge.value.gone') : translate.rich('challenge.value', { value })
  }
  const reason = reasonOf(playable)
  const detail = reason.kind === 'denied' ? reason.detail : undefined
  if (detail?.kind === 'element' && detail.statement.document.documentId === id) {
    const { element, statement } = detail
    const params = {
      element: element.contextKey ?? element.element,
      sid: statement.statement.sid?.value ?? translate('challenge.statement'),
    }
    return translate.rich('challenge.what.element', params)
  }
  if (detail?.kind === 'nothing' && id !== 'request') return translate.rich('challenge.what.statement', { action: detail.action })
  if (detail?.kind === 'statement-denies' && detail.statement.document.documentId === id) return translate.rich('challenge.what.deny')
  return translate.rich('challenge.what.member', { member: memberToChange(before, after) })
}

/**
 * One rung of the ladder: where, what, which value. The lesson's own words where it has them, else what the engine says of the documents
 * as they stand.
 */
export function hintText(rung: 1 | 2 | 3, challenge: Challenge, documents: Documents, playable: Playable, translate: Translate): RichText {
  const own = challenge.scenario.hints[rung - 1]
  return own ? withCode(own[translate.language]) : made(rung, challenge, documents, playable, translate)
}

/** The gate that a hint talks about: where the run stops, else where the document hangs that has to change. */
export function gateOfHint(challenge: Challenge, judged: Judged, documents: Documents): 'iam' | 'sts' | undefined {
  const [outcome] = judged.goals
  const station = outcome?.kind === 'outcome' ? outcome.stop?.station[0] : undefined
  if (station === '2') return 'iam'
  if (station === '3') return 'sts'
  if (station !== undefined) return undefined
  const id = documentToChange(challenge, documents)
  if (id === 'trustPolicy' || id === 'resourceControlPolicies') return 'sts'
  return id === 'request' || id === 'rolePolicy' || id === 'roles' ? undefined : 'iam'
}
