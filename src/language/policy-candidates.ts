import { type CatalogService, fullCatalogue, knownContextKeys, type PassSite } from '../catalog'
import type { Translate } from '../i18n'
import { operatorNames, parseArn } from '../iam'
import { actionCandidates } from './action-candidates'
import { type AskedRequest, askedByStatement, askedOf, type EditorSituation } from './editor-situation'
import type { ElementAt } from './element-at'
import { elementDocs, keyDoc, operatorText, principalDocs } from './element-docs'
import { insideStatement, type PolicyPlace, statementElements, stringsOf } from './policy-place'
import { type Candidate, literalContent } from './proposal'

/** What is written after the colon of each element. */
const emptyValue: Readonly<Record<string, string>> = {
  Version: '"2012-10-17"',
  Statement: '[{ $0 }]',
  Principal: '{ "$0" }',
  NotPrincipal: '{ "$0" }',
  Condition: '{ "$0" }',
}

const elements = (names: readonly string[], translate: Translate): readonly Candidate[] =>
  names.map((label): Candidate => {
    const doc = elementDocs[label]
    const value = emptyValue[label]
    return { label, kind: 'element', detail: doc ? translate(doc.message) : '', ...(value === undefined ? {} : { value }) }
  })

interface Principal {
  readonly service: CatalogService
  readonly site: PassSite
}

/** Every service principal of the catalogue, with the first service that uses it. */
function servicePrincipals(): ReadonlyMap<string, Principal> {
  const found = new Map<string, Principal>()
  for (const service of fullCatalogue.services) {
    for (const call of service.calls)
      for (const site of call.passSites) if (!found.has(site.servicePrincipal)) found.set(site.servicePrincipal, { service, site })
  }
  return found
}

function principalCandidates(needed: readonly string[], translate: Translate): readonly Candidate[] {
  const known = servicePrincipals()
  const detail = (name: string) => {
    const service = known.get(name)?.service.name
    return service === undefined ? '' : translate('detail.passed-service', { service })
  }
  return [
    ...needed.map(
      (label): Candidate => ({ label, kind: 'principal', note: translate('note.takes-the-role'), needed: true, detail: detail(label) }),
    ),
    ...[...known].map(([label, { service }]): Candidate => ({ label, kind: 'principal', note: service.name, detail: detail(label) })),
  ]
}

const isService = (principal: string) => principal.endsWith('.amazonaws.com') || principal.endsWith('.amazonaws.com.cn')

function principalValues(type: string, asked: readonly AskedRequest[], here: EditorSituation, translate: Translate): readonly Candidate[] {
  const who = [...new Set(asked.map(({ principal }) => principal))]
  if (type === 'Service') return principalCandidates(who.filter(isService), translate)
  const caller = here.trace?.situation.caller
  if (type === 'AWS' && caller) {
    const partition = parseArn(caller.arn)?.partition ?? 'aws'
    const own: Candidate = { label: caller.arn, kind: 'user', note: translate('note.caller-here'), needed: who.includes(caller.arn) }
    return [
      own,
      ...(caller.roleArn === undefined ? [] : [{ label: caller.roleArn, kind: 'role', note: translate('note.caller-here') } as const]),
      { label: `arn:${partition}:iam::${caller.accountId}:root`, kind: 'user', note: translate('note.account') },
      { label: '*', kind: 'value', note: translate('note.everything') },
    ]
  }
  if (type === 'Federated')
    return ['cognito-identity.amazonaws.com', 'accounts.google.com', 'www.amazon.com', 'graph.facebook.com'].map((label) => ({
      label,
      kind: 'principal',
    }))
  return []
}

/** An ARN format as a snippet: partition, Region and account as in this request, the rest to be filled in. */
function arnSnippet(arn: string, here: EditorSituation): { label: string; content: string } {
  const situation = here.trace?.situation
  const facts: Readonly<Record<string, string | undefined>> = {
    Partition: (situation && parseArn(situation.caller.arn)?.partition) ?? 'aws',
    Region: situation?.region,
    Account: situation?.caller.accountId,
  }
  let stop = 0
  const filled = arn.replace(/\$\{(Partition|Region|Account)\}/g, (whole, name: string) => facts[name] ?? whole)
  const content = filled
    .split(/(\$\{\w+\})/)
    .map((piece) => (/^\$\{\w+\}$/.test(piece) ? `\${${++stop}:${piece.slice(2, -1)}}` : literalContent(piece)))
    .join('')
  return { label: filled, content }
}

function resourceCandidates(
  asked: readonly AskedRequest[],
  named: readonly string[],
  place: PolicyPlace,
  here: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const needed = askedByStatement(asked, named)
    .filter(({ resource }) => resource !== '*')
    .map(({ resource, action }): Candidate => {
      const role = action === 'iam:PassRole' || action === 'sts:AssumeRole'
      const note = translate(role && place.side === 'caller' ? 'note.passed-here' : 'note.acted-on')
      return { label: resource, kind: role ? 'role' : 'resource', note, needed: true }
    })
  const types = named.flatMap((action) => here.actions.find(action)?.resourceTypes ?? [])
  const templates = types.map(
    ({ name, arn }): Candidate => ({ ...arnSnippet(arn, here), kind: 'resource', note: translate('note.resource-type', { type: name }) }),
  )
  return [...needed, ...templates, { label: '*', kind: 'value', note: translate('note.everything') }]
}

/** Operators that are met often come first. */
const usual = ['StringEquals', 'StringLike', 'ArnLike', 'ArnEquals', 'Bool', 'Null']

function operatorCandidates(translate: Translate): readonly Candidate[] {
  const names = [...usual, ...operatorNames.filter((name) => !usual.includes(name))]
  const ifExists = operatorNames.filter((name) => name !== 'Null').map((name) => `${name}IfExists`)
  const sets = ['ForAllValues', 'ForAnyValue'].flatMap((set) => ['StringEquals', 'StringLike', 'ArnLike'].map((name) => `${set}:${name}`))
  return [...names, ...sets, ...ifExists].map((label) => ({
    label,
    kind: 'operator',
    value: '{ "$0" }',
    detail: operatorText(label, translate) ?? '',
  }))
}

/** A tag key needs its tag: the caret goes there. */
function keyCandidate(name: string, note: string, needed: boolean, translate: Translate): Candidate {
  const doc = keyDoc(name)
  return { label: name.replace(/\$\{\w+\}$/, ''), kind: 'key', note, needed, detail: doc ? translate(doc.message) : '' }
}

function keyCandidates(
  asked: readonly AskedRequest[],
  named: readonly string[],
  here: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const sent = askedByStatement(asked, named).flatMap(({ contextKeys }) => Object.keys(contextKeys))
  const telling = (name: string) => /^(iam|sts):|aws:Source(Account|Arn)$/.test(name)
  const first = [...new Set(sent)].sort((a, b) => Number(telling(b)) - Number(telling(a)))
  const listed = named.flatMap((action) => here.actions.find(action)?.conditionKeys ?? [])
  return [
    ...first.map((name) => keyCandidate(name, translate('note.sent-here'), telling(name), translate)),
    ...listed.map(({ name, type }) => keyCandidate(name, type, false, translate)),
    ...knownContextKeys.filter((name) => name.startsWith('aws:')).map((name) => keyCandidate(name, '', false, translate)),
  ]
}

function conditionValues(
  key: string,
  asked: readonly AskedRequest[],
  named: readonly string[],
  here: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const lower = key.toLowerCase()
  const values = askedByStatement(asked, named).flatMap(({ contextKeys }) =>
    Object.entries(contextKeys).flatMap(([name, value]) => (name.toLowerCase() === lower ? value : [])),
  )
  const needed = values.map(
    (label): Candidate => ({ label, kind: isService(label) ? 'principal' : 'value', note: translate('note.value-here'), needed: true }),
  )
  if (lower === 'iam:passedtoservice') return [...needed, ...principalCandidates([], translate)]
  if (lower === 'aws:principalservicename') return [...needed, ...principalCandidates([], translate)]
  const facts = named.flatMap((action) => here.actions.find(action)?.conditionKeys ?? []).find(({ name }) => name.toLowerCase() === lower)
  const yesOrNo = facts?.type === 'Bool' || /^aws:(multifactorauthpresent|securetransport|viaawsservice|principalisawsservice)$/.test(lower)
  return yesOrNo ? [...needed, { label: 'true', kind: 'value' }, { label: 'false', kind: 'value' }] : needed
}

function inCondition(
  element: ElementAt,
  path: readonly (string | number)[],
  asked: readonly AskedRequest[],
  named: readonly string[],
  here: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const [, operator, key] = path
  if (operator === undefined) return element.part === 'key' ? operatorCandidates(translate) : []
  if (key === undefined) return element.part === 'key' ? keyCandidates(asked, named, here, translate) : []
  if (operator === 'Null')
    return [
      { label: 'true', kind: 'value' },
      { label: 'false', kind: 'value' },
    ]
  return element.part === 'value' ? conditionValues(String(key), asked, named, here, translate) : []
}

/** What could stand at a place of a policy. */
export function policyCandidates(
  element: ElementAt,
  place: PolicyPlace,
  here: EditorSituation,
  translate: Translate,
): readonly Candidate[] {
  const inside = insideStatement(place)
  if (inside === undefined) {
    if (place.path.length === 0 && element.part === 'key') return elements(['Version', 'Id', 'Statement'], translate)
    return place.path[0] === 'Version' ? [{ label: '2012-10-17', kind: 'value' }] : []
  }
  const asked = askedOf(place.side, here.trace, place.roleArn)
  const named = stringsOf(place.statement, 'Action', 'NotAction')
  const [name, second] = inside
  switch (name) {
    case undefined:
      return element.part === 'key' ? elements(statementElements(place.type), translate) : []
    case 'Effect':
      return elements(['Allow', 'Deny'], translate).map((candidate) => ({ ...candidate, kind: 'value' }))
    case 'Action':
    case 'NotAction':
      return actionCandidates(element.value, place, asked, here, translate)
    case 'Resource':
    case 'NotResource':
      return resourceCandidates(asked, named, place, here, translate)
    case 'Principal':
    case 'NotPrincipal':
      if (element.part === 'key')
        return Object.entries(principalDocs).map(([label, doc]) => ({ label, kind: 'element', detail: translate(doc.message) }))
      return typeof second === 'string'
        ? principalValues(second, asked, here, translate)
        : [{ label: '*', kind: 'value', note: translate('note.everything') }]
    case 'Condition':
      return inCondition(element, inside, asked, named, here, translate)
    default:
      return []
  }
}
