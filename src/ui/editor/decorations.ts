import { colourTokens } from '../../language'
import type { EditorHighlight, RoleAnswer } from '../../present'
import type * as loaded from './monaco'

type Api = typeof loaded.monaco
type Model = ReturnType<typeof loaded.modelOf>
type Decoration = Parameters<ReturnType<Api['editor']['create']>['createDecorationsCollection']>[0] extends (infer D)[] | undefined
  ? D
  : never

function rangeOf(api: Api, model: Model, start: number, end: number) {
  return api.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}

const colourClass = { role: 'jr', service: 'jv', user: 'ju', allow: 'ja-', deny: 'jd-' } as const

/** Names and effects in the colour of whose authority they are, wherever they stand. */
export function colourDecorations(api: Api, model: Model): Decoration[] {
  return colourTokens(model.getValue()).map((token) => ({
    range: rangeOf(api, model, token.start, token.end),
    options: { inlineClassName: colourClass[token.kind] },
  }))
}

const elementClass = { match: 'm-ok', now: 'm-now', no: 'm-no' } as const

/** A statement's members without its braces: what gets the tint, the bracket and the thread. */
export function insideBraces(model: Model, span: { readonly start: number; readonly end: number }): { start: number; end: number } {
  const text = model.getValue()
  let { start, end } = span
  if (text[start] === '{')
    do start++
    while (start < end && /\s/.test(text[start] ?? ''))
  if (text[end - 1] === '}')
    do end--
    while (end > start && /\s/.test(text[end - 1] ?? ''))
  return { start, end: Math.max(end, start + 1) }
}

/** The statement and its elements, as lit at the playhead. */
export function highlightDecorations(api: Api, model: Model, highlight: EditorHighlight): Decoration[] {
  const decorations: Decoration[] = []
  if (highlight.statement) {
    const { start, end } = insideBraces(model, highlight.statement)
    decorations.push({
      range: rangeOf(api, model, start, end),
      options: { isWholeLine: true, className: `in-${highlight.tone}`, marginClassName: `in-${highlight.tone}` },
    })
  }
  for (const element of highlight.elements) {
    decorations.push({
      range: rangeOf(api, model, element.span.start, element.span.end),
      options: { inlineClassName: elementClass[element.state], showIfCollapsed: true },
    })
    if (element.after !== undefined) {
      const { lineNumber } = model.getPositionAt(element.span.end)
      const column = model.getLineMaxColumn(lineNumber)
      decorations.push({
        range: new api.Range(lineNumber, column, lineNumber, column),
        options: {
          showIfCollapsed: true,
          after: {
            content: ` ✓\u2002${element.after}`,
            inlineClassName: 'an-after',
            cursorStops: api.editor.InjectedTextCursorStops.None,
          },
        },
      })
    }
  }
  return decorations
}

/** Each of several roles, by its letter, at the end of the line in which the request names it. */
export function letterDecorations(api: Api, model: Model, answers: readonly RoleAnswer[]): Decoration[] {
  return answers.flatMap(({ letter, named, pass, assume }): Decoration[] => {
    if (!named) return []
    const { lineNumber } = model.getPositionAt(named.end)
    const column = model.getLineMaxColumn(lineNumber)
    const denied = pass === 'no' || assume === 'no'
    return [
      {
        range: new api.Range(lineNumber, column, lineNumber, column),
        options: {
          showIfCollapsed: true,
          after: { content: letter, inlineClassName: denied ? 'ltr no' : 'ltr', cursorStops: api.editor.InjectedTextCursorStops.None },
        },
      },
    ]
  })
}

/** A line of its own under a text: what the request says instead, or the statement that is missing. */
export interface Zone {
  readonly afterLine: number
  readonly indent: number
  readonly kind: 'no' | 'missing'
  readonly text: string
}

export function zonesOf(model: Model, highlight: EditorHighlight): Zone[] {
  const zones: Zone[] = highlight.elements.flatMap((element): Zone[] => {
    if (element.below === undefined) return []
    const { lineNumber } = model.getPositionAt(element.span.end)
    return [{ afterLine: lineNumber, indent: model.getLineFirstNonWhitespaceColumn(lineNumber) - 1, kind: 'no', text: element.below }]
  })
  if (highlight.missing) {
    zones.push({
      afterLine: model.getPositionAt(highlight.missing.at).lineNumber,
      indent: 0,
      kind: 'missing',
      text: highlight.missing.text,
    })
  }
  return zones
}

/** The page's own cross, as the stamps have it. */
function crossElement(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const cross = document.createElementNS(namespace, 'svg')
  cross.setAttribute('class', 'g')
  cross.setAttribute('aria-hidden', 'true')
  cross.appendChild(document.createElementNS(namespace, 'use')).setAttribute('href', '#g-x')
  return cross
}

/** The element of a zone. Text only: nothing in it is read as markup. */
export function zoneElement(zone: Zone): HTMLElement {
  const outer = document.createElement('div')
  outer.className = zone.kind === 'no' ? 'zone no' : 'zone-slot'
  // Monaco sets how the outer one is displayed.
  const inner = outer.appendChild(document.createElement('div'))
  inner.className = zone.kind === 'no' ? 'zone-text' : 'ghost'
  if (zone.kind === 'no') inner.style.marginInlineStart = `${zone.indent}ch`
  const said = document.createElement('span')
  said.textContent = zone.text
  inner.append(crossElement(), said)
  return outer
}

/** The margin beside a zone, tinted like the lines around it. */
export function marginElement(zone: Zone): HTMLElement {
  const element = document.createElement('div')
  if (zone.kind === 'no') element.className = 'in-deny'
  return element
}
