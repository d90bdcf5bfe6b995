import { hover, servicesAt, type ValueFix } from '../../language'
import { fetchActions } from './action-source'
import { hoverMarkdown } from './hover-markdown'
import { documentOf, monaco } from './monaco'
import type { WidgetPorts } from './use-language'

let shown: { readonly model: monaco.editor.ITextModel; readonly version: number; readonly fix: ValueFix | undefined } | undefined

/** The way out that an open hover offers for a text; undefined where it offers none, or has closed. */
export const hoveredFix = (model: monaco.editor.ITextModel): ValueFix | undefined =>
  shown?.model === model && shown.version === model.getVersionId() && document.querySelector('.monaco-hover:not(.hidden)')
    ? shown.fix
    : undefined

/** What is known of the name under the pointer or the caret. */
export function provideHover(ports: WidgetPorts): monaco.IDisposable {
  return monaco.languages.registerHoverProvider('json', {
    provideHover: async (model, position) => {
      const documentId = documentOf(model.uri)
      const text = model.getValue()
      const offset = model.getOffsetAt(position)
      if (!documentId) return undefined
      const [translate] = await Promise.all([ports.translate(), fetchActions(servicesAt(documentId, text, offset))])
      const found = model.getValue() === text ? hover(text, offset, ports.situation(documentId), translate) : undefined
      if (!found) return undefined
      const from = model.getPositionAt(found.start)
      const to = model.getPositionAt(found.end)
      const words = {
        fits: translate('widget.fits'),
        not: translate('widget.does-not-fit'),
        fix: translate('widget.fix'),
        useValue: translate('widget.use-value'),
        docs: translate('widget.docs'),
      }
      shown = { model, version: model.getVersionId(), fix: found.fix }
      return {
        range: new monaco.Range(from.lineNumber, from.column, to.lineNumber, to.column),
        contents: [{ value: hoverMarkdown(found, words) }],
      }
    },
  })
}
