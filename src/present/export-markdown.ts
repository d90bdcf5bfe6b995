import type { RichText, Translate } from '../i18n'
import { type Documents, documentIds } from '../simulate'
import { buildScene } from './build-scene'
import { narrate, noLesson } from './narrate'
import type { Timeline } from './timeline'
import { twinOf } from './twin'

/** Letters that Markdown would take for markup. */
const clean = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, '\\$&')

const written = (rich: RichText) =>
  rich.map(({ kind, text }) => (kind === 'text' ? clean(text) : `\`${text.replaceAll('`', "'")}\``)).join('')

/** A fence longer than any in the text, so that the text cannot end it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

/** Every check in words, and where the call returned if that was between two of them. */
function checks(timeline: Timeline, translate: Translate): readonly string[] {
  const scene = buildScene(timeline, translate)
  const later = timeline.segments.find(({ id }) => id === 'assume-later')?.parts[0]?.letter
  return twinOf(timeline, scene, translate).flatMap(({ station, text, rule }) =>
    later !== undefined && station === `3${later}`
      ? [scene.labels.return?.text ?? '', text]
      : [text, ...(rule === undefined ? [] : [rule])],
  )
}

/** What the run shows in the end, as Markdown: the headline, every check in words, the error, and the documents. */
export function exportMarkdown(timeline: Timeline, documents: Documents, translate: Translate): string {
  const { headline, body } = narrate(timeline, timeline.end, translate, noLesson)
  const error = timeline.trace?.steps.find((step) => step.kind === 'error')
  const parts = [
    `# ${written(headline)}`,
    written(body),
    checks(timeline, translate)
      .map((line) => `- ${clean(line)}`)
      .join('\n'),
    // Where AWS's words are not known, there is nothing to quote.
    ...(error?.kind === 'error' && error.error.message !== ''
      ? [`## ${translate(`place.${error.error.place}`)}`, fenced(`${error.error.code}: ${error.error.message}`, 'text')]
      : []),
    ...documentIds.flatMap((id) => {
      const text = documents[id]
      return text === undefined ? [] : [`## ${translate(`document.${id}`)}`, fenced(text, 'json')]
    }),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
