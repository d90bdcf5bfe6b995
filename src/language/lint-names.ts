import { type ActionFacts, type ActionTable, type ConditionKeyFacts, knownContextKeys, type ServiceFacts } from '../catalog'
import type { MessageKey, Translate } from '../i18n'
import { checkName, compileAction, matchAction, type PolicyDocument, parseArn, parseOperator, readAction, type Statement } from '../iam'
import { nearest } from '../lib/nearest'
import { patternsOverlap } from '../lib/patterns-overlap'
import type { Located } from '../lib/span'
import type { Diagnostic } from './diagnose'

/** A name that AWS does not know, or that cannot mean anything where it stands. */
export interface NameProblem {
  readonly code:
    | 'unknown-service'
    | 'unknown-action'
    | 'unknown-key'
    | 'key-never-sent'
    | 'resource-fits-no-action'
    | 'resource-must-be-star'
  readonly name: Located<string>
  readonly facts: Readonly<Record<string, string>>
  /** The name that was probably meant. */
  readonly suggestion: string | undefined
}

/** An Action value, and the actions that it names; undefined where its service has not been fetched, or names every service. */
interface NamedActions {
  readonly value: Located<string>
  readonly service: ServiceFacts | undefined
  readonly actions: readonly ActionFacts[] | undefined
}

const wild = (text: string) => /[*?$]/.test(text)
const prefixOf = (name: string) => name.slice(0, Math.max(name.indexOf(':'), 0)).toLowerCase()

function namedBy(value: Located<string>, table: ActionTable): NamedActions {
  const prefix = prefixOf(value.value)
  const service = wild(prefix) ? undefined : table.service(prefix)
  if (!service) return { value, service, actions: undefined }
  const pattern = compileAction(value.value)
  const actions = [...service.actions].flatMap(([name, facts]) => (matchAction(pattern, readAction(`${prefix}:${name}`)) ? [facts] : []))
  return { value, service, actions }
}

/** What is in no list of AWS: an unknown service, or an action that its service does not have. */
function actionProblems({ value, service, actions }: NamedActions, table: ActionTable): NameProblem[] {
  const prefix = prefixOf(value.value)
  if (prefix === '' || wild(prefix) || /\s/.test(value.value)) return []
  const names = Object.keys(table.names)
  if (!service && names.length > 0 && !names.includes(prefix)) {
    const near = nearest(prefix, names)
    const suggestion = near && `${near}${value.value.slice(prefix.length)}`
    return [{ code: 'unknown-service', name: value, facts: { service: prefix }, suggestion }]
  }
  if (!service || !actions || actions.length > 0) return []
  const known = [...service.actions.values()].map(({ name }) => name)
  const suggestion = wild(value.value) ? undefined : nearest(value.value, known)
  return [{ code: 'unknown-action', name: value, facts: { name: value.value, service: service.name }, suggestion }]
}

/** Keys that AWS puts into requests of certain credentials, whatever the action is. */
const ofCredentials: ReadonlySet<string> = new Set([
  'codebuild:buildarn',
  'codebuild:projectarn',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
])

/** `aws:RequestTag/${TagKey}` stands for every tag. */
function isKey({ name }: ConditionKeyFacts, key: string): boolean {
  const lower = name.toLowerCase()
  if (!lower.includes('${')) return lower === key
  return patternsOverlap(lower.replace(/\$\{[^}]*\}/g, '*'), key)
}

const known: ReadonlySet<string> = new Set(knownContextKeys.map((name) => name.toLowerCase()))

/** Whether a condition with this operator can only hold when the key is there. */
function needsKey(operator: string): boolean {
  const parsed = parseOperator(operator)
  return parsed !== undefined && !parsed.negated && !parsed.ifExists && parsed.family !== 'null' && parsed.set !== 'ForAllValues'
}

const list = (values: readonly string[]) => `${values.slice(0, 2).join(', ')}${values.length > 2 ? ' …' : ''}`

function keyProblems(statement: Statement, named: readonly NamedActions[], table: ActionTable): NameProblem[] {
  return statement.conditions.flatMap(({ operator, key }): NameProblem[] => {
    const lower = key.value.toLowerCase()
    const prefix = prefixOf(lower)
    const service = table.service(prefix)
    if (prefix === '' || prefix === 'aws' || ofCredentials.has(lower) || lower.includes('${')) return []
    const listed = service?.conditionKeys.some((facts) => isKey(facts, lower)) ?? false
    if (service && !listed && !known.has(lower.split('/')[0] ?? '')) {
      const names = service.conditionKeys.flatMap(({ name }) => (name.includes('${') ? [] : [name]))
      return [{ code: 'unknown-key', name: key, facts: { name: key.value, service: service.name }, suggestion: nearest(key.value, names) }]
    }
    // Of a key that no fetched service lists nothing can be told.
    if (!listed || !needsKey(operator.value)) return []
    const without = named.flatMap(({ value, actions }) =>
      actions && actions.length > 0 && !actions.some((action) => action.conditionKeys.some((facts) => isKey(facts, lower)))
        ? [value.value]
        : [],
    )
    if (without.length === 0) return []
    return [{ code: 'key-never-sent', name: key, facts: { name: key.value, action: list(without) }, suggestion: undefined }]
  })
}

/** An ARN format as a pattern. */
const patternOf = (arn: string) => arn.replace(/\$\{[^}]*\}/g, '*')

function resourceProblems(statement: Statement, named: readonly NamedActions[]): NameProblem[] {
  const { resource, action } = statement
  if (resource?.name !== 'Resource' || action?.name !== 'Action') return []
  const actions = named.flatMap((entry) => entry.actions ?? [])
  if (actions.length === 0 || named.some((entry) => !entry.actions || entry.actions.length === 0)) return []
  const formats = [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes.map(({ arn }) => patternOf(arn))))]
  const who = list(named.map(({ value }) => value.value))
  return resource.values.flatMap((value): NameProblem[] => {
    const written = patternOf(value.value)
    if (/^\*+$/.test(written) || !parseArn(written)) return []
    if (formats.length === 0)
      return [{ code: 'resource-must-be-star', name: value, facts: { name: value.value, action: who }, suggestion: '*' }]
    if (formats.some((format) => format === '*' || patternsOverlap(written, format))) return []
    return [{ code: 'resource-fits-no-action', name: value, facts: { name: value.value, action: who }, suggestion: undefined }]
  })
}

/**
 * Names in a policy that AWS's service authorization reference does not have, keys that are never sent with the statement's actions, and
 * resources that fit none of them. Of a service that has not been fetched nothing is said. All of it plays; these are warnings.
 */
export function lintNames({ statements }: PolicyDocument, table: ActionTable): readonly NameProblem[] {
  return statements.flatMap((statement) => {
    const named = (statement.action?.values ?? []).map((value) => namedBy(value, table))
    return [
      ...named.flatMap((entry) => actionProblems(entry, table)),
      ...(statement.action?.name === 'Action' ? keyProblems(statement, named, table) : []),
      ...resourceProblems(statement, named),
    ]
  })
}

/** The service prefixes that a policy names: what has to be fetched to lint it. The empty one stands for the list of all services. */
export function servicesNamed(documents: readonly PolicyDocument[]): readonly string[] {
  const prefixes = documents.flatMap(({ statements }) =>
    statements.flatMap(({ action, conditions }) => [
      ...(action?.values ?? []).map(({ value }) => prefixOf(value)),
      ...conditions.map(({ key }) => prefixOf(key.value)).filter((prefix) => prefix !== 'aws'),
    ]),
  )
  return [...new Set(['', ...prefixes])].filter((prefix) => !wild(prefix)).sort()
}

const messages: Readonly<Record<NameProblem['code'], MessageKey>> = {
  'unknown-service': 'names.unknown-service',
  'unknown-action': 'names.unknown-action',
  'unknown-key': 'names.unknown-key',
  'key-never-sent': 'names.key-never-sent',
  'resource-fits-no-action': 'names.resource-fits-no-action',
  'resource-must-be-star': 'names.resource-must-be-star',
}

/** The same in words, added to what the reader of the texts has found; what it has said of a place is not said twice. */
export function withNameProblems(
  found: readonly Diagnostic[],
  problems: readonly NameProblem[],
  translate: Translate,
): readonly Diagnostic[] {
  const told = new Set(found.map(({ start }) => start))
  const own = problems.flatMap(({ code, name, facts, suggestion }): Diagnostic[] => {
    if (told.has(name.span.start)) return []
    const sentence = translate(messages[code], facts)
    const message = suggestion === undefined ? sentence : `${sentence} ${translate('problem.suggestion', { suggestion })}`
    const check = checkName({ code, facts, severity: 'warning' })
    return [{ code, severity: 'warning', message, sentence, start: name.span.start, end: name.span.end, suggestion, check }]
  })
  if (own.length === 0) return found
  const errors = found.filter(({ severity }) => severity === 'error' || severity === 'security')
  return [...errors, ...[...own, ...found.filter((one) => !errors.includes(one))].sort((a, b) => a.start - b.start)]
}
