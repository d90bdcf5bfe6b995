export interface PictureSize {
  readonly width: number
  readonly height: number
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const htmlNamespace = 'http://www.w3.org/1999/xhtml'

/** Whether a rule says anything about what is inside `element`; about what holds it, it always does. */
function concerns(rule: CSSRule, element: Element): boolean {
  if (rule instanceof CSSStyleRule) {
    if (/:root|\[data-theme|\bbody\b|\bhtml\b/.test(rule.selectorText)) return !rule.selectorText.includes('data-layout')
    const selector = rule.selectorText.replace(/::?(?:before|after|placeholder|selection|marker)\b/g, '')
    try {
      return element.querySelector(selector === '' ? '*' : selector) !== null
    } catch {
      // A pseudo-element of some browser's own, which a picture has not.
      return false
    }
  }
  if (rule instanceof CSSMediaRule && rule.conditionText.includes('print')) return false
  if (rule instanceof CSSGroupingRule) return [...rule.cssRules].some((inner) => concerns(inner, element))
  return false
}

/** The page's own rules, as far as they are about `element`. Sheets of other origins cannot be read, and there are none. */
const rulesFor = (element: Element): string =>
  [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => concerns(rule, element))
    .map((rule) => rule.cssText)
    .join('\n')

const fontProperties = ['font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-ligatures', 'line-height'] as const

/** A copy with its fonts on itself: Chromium writes a `font` that holds a variable as nothing at all (a rule's `cssText`). */
function copyWithFonts(element: Element): Element {
  const copy = element.cloneNode(true) as Element
  const copies = [copy, ...copy.querySelectorAll('*')]
  const originals = [element, ...element.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const target = copies[index]
    if (!(target instanceof HTMLElement)) return
    const style = getComputedStyle(original)
    for (const name of fontProperties) target.style.setProperty(name, style.getPropertyValue(name))
  })
  return copy
}

/**
 * A drawn element as an SVG document that needs nothing but itself: the element inside a body, and the rules that it is drawn by.
 * Its text stays text.
 */
export function svgOf(element: Element, { width, height }: PictureSize, title: string): string {
  const svg = document.implementation.createDocument(svgNamespace, 'svg')
  const root = svg.documentElement
  const page = document.documentElement
  const attributes = {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'data-theme': page.dataset.theme ?? 'light',
    lang: page.lang,
  }
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, String(value))
  root.appendChild(svg.createElementNS(svgNamespace, 'title')).textContent = title
  root.appendChild(svg.createElementNS(svgNamespace, 'style')).textContent = rulesFor(element)
  const frame = root.appendChild(svg.createElementNS(svgNamespace, 'foreignObject'))
  frame.setAttribute('width', '100%')
  frame.setAttribute('height', '100%')
  const body = frame.appendChild(svg.createElementNS(htmlNamespace, 'body'))
  body.setAttribute('lang', page.lang)
  body.appendChild(svg.importNode(copyWithFonts(element), true))
  return new XMLSerializer().serializeToString(svg)
}

/** An SVG document as a PNG of its size. */
export async function pngOf(svg: string, { width, height }: PictureSize): Promise<Blob> {
  const image = new Image(width, height)
  // As data, not as a blob's address: a canvas that drew the latter gives nothing back.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}
