import { matchPrincipalValue, namedBy, type RequestPrincipal, type Statement } from '../../iam'

type PrincipalValue = Parameters<typeof matchPrincipalValue>[0]
type Kind = ReturnType<typeof namedBy>

export const isNamed = (value: PrincipalValue, caller: RequestPrincipal): boolean => matchPrincipalValue(value, caller) !== 'none'

const kindIn = ({ principal }: Statement, caller: RequestPrincipal): Kind =>
  principal?.name === 'Principal' ? namedBy(principal.values, caller) : 'none'

/** The statements whose Principal names the caller, in whatever way. */
export const namesOf = (statements: readonly Statement[], caller: RequestPrincipal): readonly Statement[] =>
  statements.filter((statement) => kindIn(statement, caller) !== 'none')

/** How the strongest of them names the caller: itself, its role, or its account only. */
export function strongest(statements: readonly Statement[], caller: RequestPrincipal): Kind {
  const kinds = statements.map((statement) => kindIn(statement, caller))
  return (['direct', 'role', 'account'] as const).find((kind) => kinds.includes(kind)) ?? 'none'
}
