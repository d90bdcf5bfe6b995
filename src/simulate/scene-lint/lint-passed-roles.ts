import { type Catalogue, listPassRoleOperations } from '../../catalog'
import { compilePattern, matchAction, matchPattern, type Problem, parseArn, readAction, type Statement } from '../../iam'
import { isOnlyNamed } from '../check-service-assume'
import type { PassedRole } from '../trace'
import { allowing, finding, isAllow, isLiteral, mayCover, patternOf, type Scene, takesIn } from './scene'

const lastSegment = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** Statements about IAM alone: their resources are of the caller's own account, or match nothing. */
const isOfIam = ({ action }: Statement) => action?.name === 'Action' && action.values.every(({ value }) => /^iam:/i.test(value))

/** A role is passed inside its account only. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
function otherAccount({ situation, identity, passed }: Scene): Problem[] {
  if (!situation) return []
  const { accountId } = situation.caller
  return allowing(identity, 'iam:PassRole')
    .filter((statement) => isOfIam(statement) && statement.resource?.name === 'Resource')
    .flatMap(({ resource }) =>
      (resource?.values ?? []).flatMap(({ value, span }): Problem[] => {
        const [, head = '', account = '', tail = ''] = /^(arn:[^:]+:iam::)(\d{12})(:role\/.+)$/s.exec(value) ?? []
        if (account === '' || account === accountId) return []
        const own = `${head}${accountId}${tail}`
        const isMeant = passed.some(({ roleArn }) => matchPattern(compilePattern(own), roleArn))
        return [finding('pass-role-other-account', 'warning', span, { value, account: accountId, ...(isMeant ? { suggestion: own } : {}) })]
      }),
    )
}

/** The name is right and the path is not. A role's name is its own in an account whatever its path, so the other ARN is no role's. */
function otherPath({ situation, identity, passed }: Scene): Problem[] {
  if (situation?.mode !== 'service') return []
  const statements = allowing(identity, 'iam:PassRole')
  return passed.flatMap(({ roleArn, name, accountId }): Problem[] => {
    if (accountId !== situation.caller.accountId || statements.some((statement) => mayCover(statement, roleArn))) return []
    return statements
      .filter(({ resource }) => resource?.name === 'Resource')
      .flatMap(({ resource }) =>
        (resource?.values ?? []).flatMap(({ value, span }): Problem[] => {
          if (!isLiteral(value) || !value.endsWith(name)) return []
          const arn = parseArn(value)
          const same = arn?.service === 'iam' && arn.account === accountId && arn.resource.startsWith('role/')
          if (!same || lastSegment(arn.resource) !== name) return []
          return [finding('pass-role-path', 'warning', span, { value, role: roleArn, suggestion: roleArn })]
        }),
      )
  })
}

const operationsOf = new WeakMap<Catalogue, readonly string[]>()

/** Every action that is known to check iam:PassRole, in lower case. */
function roleTaking(catalogue: Catalogue): readonly string[] {
  const before = operationsOf.get(catalogue)
  if (before) return before
  const own = catalogue.services.flatMap(({ calls }) => calls.flatMap(({ action, passSites }) => (passSites.length > 0 ? [action] : [])))
  const all = [...new Set([...own, ...listPassRoleOperations().map(({ action }) => action)].map((action) => action.toLowerCase()))]
  operationsOf.set(catalogue, all)
  return all
}

/** More wildcards than this are not tried one by one: one of them may well take a role. */
const mostPatterns = 200

/** Is any action allowed that hands a role over? When in doubt it is. */
function allowsTakingRoles({ identity, catalogue }: Scene): boolean {
  const operations = roleTaking(catalogue)
  const names = new Set(operations)
  const read = operations.map(readAction)
  let tried = 0
  for (const { action } of identity.filter(isAllow)) {
    if (action?.name !== 'Action') return true
    for (const value of action.values) {
      const pattern = patternOf(value)
      if (pattern.kind === 'none') continue
      if (pattern.kind === 'exact') {
        if (names.has(pattern.text)) return true
      } else if (++tried > mostPatterns || read.some((operation) => matchAction(pattern, operation))) return true
    }
  }
  return false
}

const namesPassRole = ({ value }: { readonly value: string }) => /^iam:passrole$/i.test(value)

/** iam:PassRole where nothing passes a role: neither the call nor anything else that the caller may do. */
function withoutCall(scene: Scene): Problem[] {
  const { situation, identity } = scene
  if (!situation || situation.generic || situation.call.passSites.length > 0) return []
  const at = identity.filter(isAllow).flatMap(({ action }) => (action?.name === 'Action' ? action.values.filter(namesPassRole) : []))[0]
  if (!at || allowsTakingRoles(scene)) return []
  return [finding('pass-role-without-call', 'suggestion', at.span, { action: situation.action })]
}

/** The call is allowed and hands a role over, and no statement speaks of iam:PassRole at all. */
function withoutPassRole(scene: Scene): Problem[] {
  const { situation, identity, passed, documents } = scene
  if (situation?.mode !== 'service') return []
  const isPassed = (role: PassedRole) =>
    role.accountId === situation.caller.accountId && !isOnlyNamed({ situation, documents, now: undefined }, role)
  const role = passed.find(isPassed)
  if (!role || identity.some((statement) => takesIn(statement, 'iam:PassRole'))) return []
  const [at] = allowing(identity, situation.action).flatMap((statement) => takesIn(statement, situation.action) ?? [])
  return at ? [finding('call-without-pass-role', 'suggestion', at, { action: situation.action, role: role.name })] : []
}

/** Checks of the roles that the caller may pass, against those that the request hands over. */
export function lintPassedRoles(scene: Scene): Problem[] {
  return [...otherAccount(scene), ...otherPath(scene), ...withoutCall(scene), ...withoutPassRole(scene)]
}
