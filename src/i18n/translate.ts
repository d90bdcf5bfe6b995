import type { en } from './en/index'

/** Every message there is; the Japanese table has the same keys or does not compile. */
export type MessageKey = keyof typeof en
export type Messages = Readonly<Record<MessageKey, string>>
export type MessageParams = Readonly<Record<string, string | number>>
export type Language = 'en' | 'ja'

/** A stretch of a sentence: whose name it is decides its colour and underline; `code` is an identifier. */
export type SegmentKind = 'text' | 'user' | 'service' | 'role' | 'code'
export interface Segment {
  readonly kind: SegmentKind
  readonly text: string
}
export type RichText = readonly Segment[]

/**
 * Fills a message. Placeholders: `{name}` plain, `{u:name}` the caller's, `{s:name}` the service's, `{r:name}` the role's, `{c:name}` code;
 * literal code stands between backticks. Values are data: they are never read as markup.
 */
export interface Translate {
  readonly language: Language
  /** The message as plain text. */
  (key: MessageKey, params?: MessageParams): string
  /** The message with its segments. */
  rich(key: MessageKey, params?: MessageParams): RichText
}

const kinds: Readonly<Record<string, SegmentKind>> = { u: 'user', s: 'service', r: 'role', c: 'code' }
const token = /\{(?:([usrc]):)?([A-Za-z0-9]+)\}|`([^`]+)`/g

function segmentsOf(template: string, params: MessageParams): RichText {
  const segments: Segment[] = []
  let from = 0
  for (const match of template.matchAll(token)) {
    if (match.index > from) segments.push({ kind: 'text', text: template.slice(from, match.index) })
    const [whole, kind, name, code] = match
    if (code !== undefined) segments.push({ kind: 'code', text: code })
    else if (name !== undefined) segments.push({ kind: kind ? (kinds[kind] ?? 'text') : 'text', text: String(params[name] ?? `{${name}}`) })
    from = match.index + whole.length
  }
  if (from < template.length) segments.push({ kind: 'text', text: template.slice(from) })
  return segments
}

const japanese = '[\\u3041-\\u30ff\\u4e00-\\u9fff]'
const endsJapanese = new RegExp(`${japanese} ?$`)
const startsJapanese = new RegExp(`^ ?${japanese}`)

/** Japanese has a space beside Latin words only: where a filled-in word turns out to be Japanese itself, the space goes. */
function withoutNeedlessSpaces(segments: RichText): RichText {
  return segments.map((segment, index) => {
    const before = segments[index - 1]
    const after = segments[index + 1]
    let { text } = segment
    if (before && startsJapanese.test(text) && endsJapanese.test(before.text)) text = text.replace(/^ /, '')
    if (after && endsJapanese.test(text) && startsJapanese.test(after.text)) text = text.replace(/ $/, '')
    return text === segment.text ? segment : { ...segment, text }
  })
}

/** Makes the translate function of one language from its messages. */
export function createTranslate(language: Language, messages: Partial<Messages>): Translate {
  const rich = (key: MessageKey, params: MessageParams = {}): RichText => {
    const segments = segmentsOf(messages[key] ?? '', params)
    return language === 'ja' ? withoutNeedlessSpaces(segments) : segments
  }
  const plain = (key: MessageKey, params: MessageParams = {}): string =>
    rich(key, params)
      .map((segment) => segment.text)
      .join('')
  return Object.assign(plain, { language, rich })
}
