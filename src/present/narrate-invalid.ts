import type { MessageKey, RichText, Translate } from '../i18n'
import type { JsonRepair } from '../lib/json-repair'
import { stationName } from './narrate-denial'
import type { AsideAction, Narration } from './narration'
import type { Reason } from './reason'
import { join } from './sentences'
import { stationOfDocument } from './visits'

type Invalid = Extract<Reason, { kind: 'invalid' }>

/** What is wrong with the JSON, in half a line; undefined where only the place can be told. */
function slipOf({ code, facts }: Invalid): MessageKey {
  if (code === 'json-trailing-comma') return 'slip.trailing-comma'
  if (code === 'json-comment') return 'slip.comment'
  switch (facts.error) {
    case 'comma-expected':
      return facts.atLineEnd ? 'slip.comma-at-end' : 'slip.comma'
    case 'close-brace-expected':
      return 'slip.brace'
    case 'close-bracket-expected':
      return 'slip.bracket'
    case 'unexpected-end-of-string':
      return 'slip.quote'
    default:
      return 'slip.other'
  }
}

/** A text that is no JSON: what belongs where, the change that would do, and that what stands before it is still judged. */
function unreadJson(reason: Invalid, repair: Pick<JsonRepair, 'kind' | 'what'> | undefined, translate: Translate): Narration {
  const station = stationOfDocument(reason.documentId)
  const isRequest = station === 1
  const body = join(
    translate,
    translate.rich(slipOf(reason), reason.facts),
    translate.rich(isRequest ? 'body.unread-request' : 'body.unread', { station }),
  )
  const actions: readonly AsideAction[] = repair ? ['repair', 'reset'] : ['reset']
  return {
    seal,
    headline: translate.rich('headline.invalid-json', { station: stationName(station, undefined, translate) }),
    body,
    aside: {
      title: translate(isRequest ? 'aside.invalid.title' : 'aside.unread.title'),
      text: translate.rich(isRequest ? 'aside.invalid.text' : 'aside.unread.text', { station }),
      actions,
      ...(repair ? { repair: translate(`repair.${repair.kind}`, { what: repair.what }) } : {}),
    },
    guesses: [],
  }
}

const seal = { kind: 'unreadable', text: '?', speaker: undefined } as const

/** A document that could not be read. `repair`: what would make its text JSON. */
export function narrateInvalid(reason: Invalid, repair: Pick<JsonRepair, 'kind' | 'what'> | undefined, translate: Translate): Narration {
  if (reason.code.startsWith('json-')) return unreadJson(reason, repair, translate)
  const station = stationOfDocument(reason.documentId)
  const unknownCall = reason.code === 'unknown-call'
  const nearest = unknownCall && reason.facts.suggestion !== undefined
  const wrapped = reason.code === 'wrapped-policy' || reason.code === 'url-encoded-policy'
  const headline: RichText = unknownCall
    ? translate.rich('headline.unknown-call', reason.facts)
    : translate.rich(reason.code === 'empty-document' ? 'headline.empty' : 'headline.invalid', {
        station: stationName(station, undefined, translate),
      })
  const body: MessageKey = unknownCall ? 'body.unknown-call' : station === 1 ? 'body.invalid-request' : 'body.invalid'
  return {
    seal,
    headline,
    body: translate.rich(body, { station }),
    aside: {
      title: translate('aside.invalid.title'),
      text: wrapped
        ? translate.rich('aside.wrapped.text')
        : nearest
          ? translate.rich('aside.nearest.text', reason.facts)
          : translate.rich('aside.invalid.text'),
      actions: wrapped ? ['unwrap'] : nearest ? ['nearest-call'] : ['reset'],
    },
    guesses: [],
  }
}
