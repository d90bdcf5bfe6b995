import { type PolicyDocument, parsePolicy, type Statement } from '../iam'
import { covers } from './gains-glob'

/** What the button does to the policy, and the text as it would be. */
export interface Narrowing {
  readonly kind: 'resource' | 'condition'
  readonly text: string
}

const passRole = 'iam:passrole'

const actionsOf = ({ action }: Statement) => (action?.name === 'Action' ? action.values.map(({ value }) => value) : [])

/** An Allow that writes `iam:PassRole` out. One that only covers it with a star is about more than this, and is left to a person. */
const grants = (statement: Statement) =>
  statement.usable && statement.effect?.value === 'Allow' && actionsOf(statement).some((action) => action.toLowerCase() === passRole)

/** Those of the roles that a statement lets pass. */
const covered = ({ resource }: Statement, roleArns: readonly string[]) =>
  resource?.name === 'Resource' ? roleArns.filter((arn) => resource.values.some(({ value }) => covers(value, arn))) : []

const namesOnly = ({ resource }: Statement, roleArns: readonly string[]) => resource?.values.every(({ value }) => roleArns.includes(value))

const oneOrMore = (values: readonly string[]) => JSON.stringify(values.length === 1 ? values[0] : values)

const hasPassedTo = ({ conditions }: Statement) => conditions.some(({ key }) => key.value.toLowerCase() === 'iam:passedtoservice')

const replaced = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end)

/** White space before a statement's first member, so that what is added lines up. */
function indentOf(text: string, statement: Statement): string {
  const found = /^\{(\s*)/.exec(text.slice(statement.span.start))
  return found?.[1]?.includes('\n') ? found[1].slice(found[1].lastIndexOf('\n')) : ' '
}

function withCondition(text: string, statement: Statement, service: string): string {
  const entry = `"iam:PassedToService": ${JSON.stringify(service)}`
  const same = statement.conditions.find(({ operator }) => operator.value === 'StringEquals')
  if (same) return replaced(text, same.span.start, same.span.start, `${entry}, `)
  const [first] = statement.conditions
  if (first) return replaced(text, first.operator.span.start, first.operator.span.start, `"StringEquals": { ${entry} }, `)
  const brace = statement.span.end - 1
  const body = text.slice(statement.span.start, brace).trimEnd()
  const at = statement.span.start + body.length
  return replaced(text, at, at, `,${indentOf(text, statement)}"Condition": { "StringEquals": { ${entry} } }`)
}

/** `iam:PassRole` among other actions: it gets a statement of its own, for the others keep their resources. */
function split(text: string, statement: Statement, roleArns: readonly string[], service: string | undefined): string {
  const left = actionsOf(statement).filter((action) => action.toLowerCase() !== passRole)
  const span = statement.action?.valueSpan
  if (!span) return text
  const condition = service === undefined ? {} : { Condition: { StringEquals: { 'iam:PassedToService': service } } }
  const own = JSON.stringify(
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: roleArns.length === 1 ? roleArns[0] : roleArns, ...condition },
    null,
    2,
  )
  const added = replaced(text, statement.span.end, statement.span.end, `, ${own}`)
  return replaced(added, span.start, span.end, oneOrMore(left))
}

function narrowed(text: string, document: PolicyDocument, roleArns: readonly string[], service: string | undefined): Narrowing | undefined {
  for (const statement of document.statements.filter(grants)) {
    const { resource } = statement
    const roles = covered(statement, roleArns)
    if (!resource || roles.length === 0) continue
    const bare = service !== undefined && !hasPassedTo(statement)
    if (actionsOf(statement).length > 1) {
      // Its conditions would have to come along: that is for a person to write.
      if (statement.conditions.length > 0 || (namesOnly(statement, roles) && !bare)) continue
      return {
        kind: namesOnly(statement, roles) ? 'condition' : 'resource',
        text: split(text, statement, roles, bare ? service : undefined),
      }
    }
    if (!namesOnly(statement, roles)) {
      return { kind: 'resource', text: replaced(text, resource.valueSpan.start, resource.valueSpan.end, oneOrMore(roles)) }
    }
    if (bare) return { kind: 'condition', text: withCondition(text, statement, service) }
  }
  return undefined
}

/**
 * The next step towards the least: the roles of the request in place of a wider Resource, then the service that gets it. Undefined: nothing is wider than
 * it needs to be, or only a person can tell. `service`: what the call sends as `iam:PassedToService`, if anything.
 */
export function narrowPassRole(text: string, roleArns: readonly string[], service: string | undefined): Narrowing | undefined {
  const { document } = parsePolicy(text, 'identity-based', 'identityPolicy')
  const found = document && narrowed(text, document, roleArns, service)
  if (!found || found.text === text) return undefined
  // Never a text that IAM would refuse to save.
  const { problems } = parsePolicy(found.text, 'identity-based', 'identityPolicy')
  return problems.some((problem) => problem.severity === 'error') ? undefined : found
}
