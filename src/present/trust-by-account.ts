import type { Span } from '../lib/span'
import type { DocumentId } from '../simulate'
import { isAtHome, namedAs } from './named-as'
import type { Playable } from './timeline'
import { visitsOf } from './visits'

/** Where a trust policy names an account, and the ARN that would name the caller instead. */
export interface AccountTrust {
  readonly documentId: DocumentId
  /** The value, quotes included. */
  readonly span: Span
  readonly arn: string
}

/** An allowed direct call inside one account whose trust policy names that account: to name the caller would be enough by itself. */
export function accountTrustOf(playable: Playable): AccountTrust | undefined {
  if (playable.kind !== 'ready' || playable.trace.situation.mode !== 'direct') return undefined
  const { situation, outcome } = playable.trace
  if (outcome !== 'allowed' || !isAtHome(situation)) return undefined
  const statement = visitsOf(playable).assume[0]?.statement
  if (namedAs(statement) !== 'account') return undefined
  const values = statement?.elements.find(({ element }) => element === 'Principal')?.values ?? []
  const value = values.find(({ matched }) => matched)?.value
  const [role] = situation.roles
  if (!value || !role) return undefined
  return { documentId: role.trustDocumentId, span: value.span, arn: situation.caller.roleArn ?? situation.caller.arn }
}
