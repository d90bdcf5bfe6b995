import type { Located } from '../../lib/span'
import { arnParts } from '../match/arn'
import { compileAction, matchAction, readAction } from '../match/match-action'
import type { Statement } from '../parse/policy-document'
import type { Problem } from '../terms'
import { finding, type LintInput } from './finding'
import { isServiceName } from './service-name'

const passRole = readAction('iam:PassRole')
const covers = ({ value }: Located<string>) => matchAction(compileAction(value), passRole)

const isNamed = ({ value }: Located<string>) => /^iam:passrole/i.test(value)

/** A resource that leaves open which role: everything, or every name of an account. `role/app*` names some. */
const anyRole = ({ value }: Located<string>) => {
  if (/^\*+$/.test(value)) return true
  const [, , , , , resource = value.replace(/^.*:/, '')] = arnParts(value)
  return /^(role\/?)?\*+$/.test(resource)
}

/** The value of Action that lets iam:PassRole in; undefined when the statement does not speak of it. `NotAction` lets it in by silence. */
function letsIn({ action }: Statement): Located<string> | undefined {
  if (!action) return undefined
  if (action.name === 'Action') return action.values.find(covers)
  return action.values.some(covers) || action.values.length === 0 ? undefined : { value: 'NotAction', span: action.span }
}

/** The forms for which AWS has names of their own. */
function formOf({ action, resource }: Statement, value: string): string {
  const first = action?.name === 'NotAction' ? 'not-action' : /[*?]/.test(value) ? 'star' : 'name'
  return `${first}-${resource?.name === 'NotResource' ? 'not-resource' : 'resource'}`
}

function breadth(statement: Statement, by: Located<string>, passedTo: boolean): Problem[] {
  const { resource, action } = statement
  if (!resource) return []
  const wide = resource.name === 'NotResource' ? { value: 'NotResource', span: resource.span } : resource.values.find(anyRole)
  const facts = { action: by.value, resource: wide?.value ?? '', form: formOf(statement, by.value) }
  if (wide && !passedTo) return [finding('pass-role-any-role', 'security', wide.span, facts)]
  if (!action || action.name === 'NotAction' || !isNamed(by)) return []
  if (wide) return [finding('pass-role-every-role', 'warning', wide.span, facts)]
  return passedTo ? [] : [finding('pass-role-no-service', 'suggestion', by.span, facts)]
}

/** What only a statement about iam:PassRole and nothing else can get wrong. */
function onlyPassRole({ resource, conditions }: Statement): Problem[] {
  const notRoles = (resource?.values ?? []).filter(({ value }) => {
    const parts = arnParts(value)
    return (
      parts.length >= 6 && !/[*?$]/.test(parts[2] ?? '') && (parts[2] !== 'iam' || !/^(role\/|role\*|r?o?l?e?[*?$])/.test(parts[5] ?? ''))
    )
  })
  const strange = conditions.filter(({ key }) => {
    const lower = key.value.toLowerCase()
    return !/^(aws:|iam:passedtoservice$|iam:associatedresourcearn$|iam:resourcetag)/.test(lower) && lower.includes(':')
  })
  return [
    ...notRoles.map(({ value, span }) => finding('pass-role-not-a-role', 'warning', span, { value })),
    ...strange.map(({ key }) => finding('pass-role-other-key', 'warning', key.span, { key: key.value })),
  ]
}

function one(statement: Statement): Problem[] {
  const { action, effect, conditions } = statement
  const by = letsIn(statement)
  if (!by) return []
  const services = conditions.filter(({ key }) => key.value.toLowerCase() === 'iam:passedtoservice')
  const found: Problem[] = []
  if (effect?.value === 'Allow') {
    const limits = services.some(
      ({ operator, values }) => !/^null$|ifexists$/i.test(operator.value) && !values.some(({ value }) => value === '*'),
    )
    found.push(...breadth(statement, by, limits))
  }
  if (isNamed(by)) {
    for (const { key } of conditions)
      if (/^(iam|aws):resourcetag(\/|$)/i.test(key.value)) found.push(finding('pass-role-tags', 'warning', key.span, { key: key.value }))
    if (action?.name === 'Action' && action.values.every(isNamed)) found.push(...onlyPassRole(statement))
  }
  for (const { operator, values } of services)
    if (/^[^:]*:?string/i.test(operator.value))
      for (const { value, span } of values)
        if (!isServiceName(value) && !/[*?$]/.test(value)) {
          const suggestion = /^[a-z0-9-]+$/.test(value) ? { suggestion: `${value}.amazonaws.com` } : {}
          found.push(finding('passed-to-no-service', 'warning', span, { value, ...suggestion }))
        }
  return found
}

/** Checks of iam:PassRole in a policy of an identity. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export function lintPassRole({ document }: LintInput): Problem[] {
  if (document.policyType !== 'identity-based') return []
  return document.statements.flatMap((statement) => (statement.usable ? one(statement) : []))
}
