import { type ActionFacts, fullCatalogue } from '../catalog'
import type { Translate } from '../i18n'
import type { ElementExplanation } from '../iam'
import { levelText } from './action-candidates'
import { type AskedRequest, askedByStatement, askedOf, type EditorSituation } from './editor-situation'
import { type ElementAt, elementAt } from './element-at'
import { actionUrl, docOf, elementDocs, keyDoc, operatorText, operatorUrl, principalDocs, principalUrl } from './element-docs'
import { insideStatement, type PolicyPlace, policyPlace, stringsOf } from './policy-place'
import { readRequest, schemasOf } from './request-schema'
import { type ValueFix, valueFixOf } from './value-fix'

/** A value with the engine's word on it, where there is one. */
export interface HoverValue {
  readonly text: string
  readonly fits: boolean | undefined
}

export interface HoverRow {
  readonly label: string
  readonly values: readonly HoverValue[]
}

/** What is known of the name at a place: itself, one sentence, then values of this request and this policy. */
export interface Hover {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly sentence: string
  readonly rows: readonly HoverRow[]
  /** What would make it fit this request. */
  readonly fix?: ValueFix | undefined
  /** AWS's page; empty where there is none. */
  readonly url: string
}

type Parts = Omit<Hover, 'start' | 'end' | 'name'>

const plain = (texts: readonly string[]): readonly HoverValue[] => [...new Set(texts)].map((text) => ({ text, fits: undefined }))
const row = (label: string, values: readonly HoverValue[]): readonly HoverRow[] => (values.length === 0 ? [] : [{ label, values }])

/** A list that stays short. */
function shortList(names: readonly string[], translate: Translate): string {
  const all = [...new Set(names)]
  const shown = all.slice(0, 6).join(', ')
  return all.length > 6 ? translate('widget.and-more', { shown, count: all.length - 6 }) : shown
}

function actionParts(action: ActionFacts, service: string, translate: Translate): Parts {
  const types = shortList(
    action.resourceTypes.map(({ name }) => name),
    translate,
  )
  const keys = shortList(
    action.conditionKeys.map(({ name }) => name),
    translate,
  )
  return {
    sentence: translate('widget.listed-in', { service }),
    rows: [
      ...row(translate('widget.access-level'), plain([levelText(action, translate)])),
      ...row(translate('widget.resource-types'), plain([types || translate('widget.no-resource-types')])),
      ...row(translate('widget.condition-keys'), keys === '' ? [] : plain([keys])),
    ],
    url: actionUrl,
  }
}

function actionOf(name: string, { actions }: EditorSituation, translate: Translate): Parts | undefined {
  const found = actions.find(name)
  const service = actions.service(name.slice(0, Math.max(name.indexOf(':'), 0)))
  if (found && service) return actionParts(found, service.name, translate)
  return service && !/[*?]/.test(name) ? { sentence: translate('widget.unknown-action'), rows: [], url: actionUrl } : undefined
}

/** What the engine found of an element of the statement around a place: of a request whose action the statement names, if there is one. */
function judged(here: EditorSituation, offset: number, isIt: (element: ElementExplanation) => boolean): ElementExplanation | undefined {
  const found = (here.trace?.steps ?? []).flatMap((step) => {
    if (step.kind !== 'authorization' || !step.evaluation) return []
    return step.evaluation.layers.flatMap(({ statements }) =>
      statements.flatMap(({ statement, elements }) => {
        if (statement.span.documentId !== here.documentId || offset < statement.span.start || offset > statement.span.end) return []
        const named = elements.some(({ element, matched }) => (element === 'Action' || element === 'NotAction') && matched)
        return elements.filter(isIt).map((element) => ({ element, named }))
      }),
    )
  })
  // Else of one that has anything to say about it.
  return (found.find(({ named }) => named) ?? found.find(({ element }) => element.requestValue !== undefined) ?? found[0])?.element
}

const policyValues = (element: ElementExplanation | undefined, written: readonly string[]): readonly HoverValue[] =>
  element ? element.values.map(({ value, matched }) => ({ text: value.value, fits: matched })) : plain(written)

function conditionParts(
  key: string,
  written: readonly string[],
  operator: string,
  asked: readonly AskedRequest[],
  here: EditorSituation,
  offset: number,
  translate: Translate,
): Parts {
  const lower = key.toLowerCase()
  const doc = keyDoc(key)
  const service = here.actions.service(lower.slice(0, Math.max(lower.indexOf(':'), 0)))
  const sent = asked.flatMap(({ contextKeys }) =>
    Object.entries(contextKeys).flatMap(([name, value]) => (name.toLowerCase() === lower ? value : [])),
  )
  const element = judged(here, offset, (one) => one.contextKey?.toLowerCase() === lower && one.operator === operator)
  const inRequest = sent.length > 0 ? plain(sent) : asked.length > 0 ? plain([translate('widget.not-carried')]) : []
  const type = service?.conditionKeys.find(({ name }) => name.toLowerCase() === lower)?.type
  return {
    sentence: doc ? translate(doc.message) : service ? translate('doc.key.of-service', { service: service.name }) : '',
    rows: [
      ...row(translate('widget.this-request'), inRequest),
      ...row(translate('widget.this-policy'), policyValues(element, written)),
      // What stands there says of what kind it is.
      ...row(translate('widget.value-type'), type === undefined || written.length > 0 || element ? [] : plain([type])),
    ],
    fix: element && valueFixOf(element),
    url: doc?.url ?? (service ? actionUrl : ''),
  }
}

/** What the requests say where an element of the statement says which. */
const valueIn: Readonly<Record<string, (request: AskedRequest) => string>> = {
  Action: ({ action }) => action,
  NotAction: ({ action }) => action,
  Resource: ({ resource }) => resource,
  NotResource: ({ resource }) => resource,
  Principal: ({ principal }) => principal,
  NotPrincipal: ({ principal }) => principal,
}

function elementParts(
  name: string,
  asked: readonly AskedRequest[],
  written: readonly string[],
  here: EditorSituation,
  offset: number,
  translate: Translate,
): Parts | undefined {
  const doc = docOf(elementDocs, name)
  if (!doc) return undefined
  const read = Object.hasOwn(valueIn, name) ? valueIn[name] : undefined
  const element = read && judged(here, offset, (one) => one.element === name)
  const rows = read
    ? [
        ...row(translate('widget.this-request'), plain(asked.map(read))),
        ...row(translate('widget.this-policy'), policyValues(element, written)),
      ]
    : []
  return { sentence: translate(doc.message), rows, url: doc.url }
}

function principalParts(
  element: ElementAt,
  asked: readonly AskedRequest[],
  here: EditorSituation,
  offset: number,
  translate: Translate,
): Parts {
  const service = fullCatalogue.services.find(({ calls }) =>
    calls.some(({ passSites }) => passSites.some(({ servicePrincipal }) => servicePrincipal === element.value)),
  )
  const isService = element.value.endsWith('.amazonaws.com')
  const sentence = element.value === '*' ? translate('doc.everyone') : translate(isService ? 'doc.service-principal' : 'doc.principal-aws')
  const more = service ? `${translate.language === 'ja' ? '' : ' '}${translate('detail.passed-service', { service: service.name })}` : ''
  const explained = judged(here, offset, (one) => one.element === 'Principal' || one.element === 'NotPrincipal')
  const own = explained?.values.filter(({ value }) => value.span.start === element.start) ?? []
  const written = own.length > 0 ? own.map(({ value, matched }) => ({ text: value.value, fits: matched })) : plain([element.value])
  return {
    sentence: sentence + more,
    rows: [
      ...row(translate('widget.this-request'), plain(asked.map(({ principal }) => principal))),
      ...row(translate('widget.this-policy'), written),
    ],
    url: principalUrl,
  }
}

function policyParts(
  element: ElementAt,
  place: PolicyPlace,
  here: EditorSituation,
  offset: number,
  translate: Translate,
): Parts | undefined {
  const inside = insideStatement(place)
  const key = element.part === 'key'
  const asked = askedByStatement(askedOf(place.side, here.trace, place.roleArn), stringsOf(place.statement, 'Action', 'NotAction'))
  const named = (name: string) => elementParts(name, asked, stringsOf(place.statement, name), here, offset, translate)
  if (inside === undefined || (inside.length === 0 && key)) return key ? named(element.value) : named(String(place.path[0]))
  const [name, second, third] = inside
  switch (name) {
    case 'Effect':
      return named(element.value)
    case 'Action':
    case 'NotAction':
      return actionOf(element.value, here, translate) ?? named(name)
    case 'Principal':
    case 'NotPrincipal': {
      const doc = docOf(principalDocs, element.value)
      if (key) return doc && { sentence: translate(doc.message), rows: [], url: doc.url }
      return principalParts(element, asked, here, offset, translate)
    }
    case 'Condition': {
      if (second === undefined) {
        const sentence = operatorText(element.value, translate)
        return sentence === undefined ? undefined : { sentence, rows: [], url: operatorUrl }
      }
      const contextKey = third === undefined ? element.value : String(third)
      const written = third === undefined ? [] : [element.value]
      return conditionParts(contextKey, written, String(second), asked, here, offset, translate)
    }
    default:
      return typeof name === 'string' ? named(name) : undefined
  }
}

function requestParts(text: string, element: ElementAt, here: EditorSituation, translate: Translate): Parts | undefined {
  const { path, part } = element
  const [name, ...inside] = path
  if (part === 'value' && (name === 'action' || (name === 'workload' && inside[0] === 'action')))
    return actionOf(element.value, here, translate)
  const schemas = schemasOf(readRequest(text, translate), element)
  const sentence = schemas.map(({ description }) => description ?? '').find((found) => found !== '')
  if (sentence === undefined) return undefined
  const mark = schemas.map((schema) => schema['x-passrole']).find((found) => found !== undefined)
  const roles = (here.trace?.situation.roles ?? []).filter(({ passSite }) => mark && passSite?.id === mark.site)
  return { sentence, rows: row(translate('widget.this-request'), plain(roles.map(({ roleArn }) => roleArn))), url: mark?.docs ?? '' }
}

/** The name to show: a value is shown under the key that it belongs to where it says nothing by itself. */
function nameOf(element: ElementAt, place: PolicyPlace | undefined): string {
  const inside = place && insideStatement(place)
  if (element.part === 'value' && inside?.[0] === 'Condition') return String(inside[2] ?? element.value)
  if (element.part === 'value' && (inside?.[0] === 'Resource' || inside?.[0] === 'NotResource' || inside?.[0] === 'Sid'))
    return String(inside[0])
  return element.value
}

/** What is known of the name at an offset. Undefined: nothing. */
export function hover(text: string, offset: number, here: EditorSituation, translate: Translate): Hover | undefined {
  const element = elementAt(text, offset)
  if (!element || element.value === '') return undefined
  const place = policyPlace(here.documentId, text, element)
  const parts = place
    ? policyParts(element, place, here, offset, translate)
    : here.documentId === 'request'
      ? requestParts(text, element, here, translate)
      : undefined
  return parts && { start: element.start, end: element.end, name: nameOf(element, place), ...parts }
}
