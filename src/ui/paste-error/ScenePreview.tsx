import { useMemo } from 'react'
import { buildTimeline, callerName, editorHighlights } from '../../present'
import type { ErrorFacts, ErrorScene } from '../../simulate'
import { useTranslate } from '../AppStores'
import { documentTabs } from '../documents/document-tabs'
import { Line } from '../presenter/StatementLine'
import { statementLines } from '../presenter/statement-lines'
import { ErrorRail } from './ErrorRail'

/** At most this many lines before and after what decides. */
const around = 3

/** What decides in the scene's documents, as its own run says it. */
function useDeciding(scene: ErrorScene) {
  const translate = useTranslate()
  return useMemo(() => {
    const timeline = buildTimeline(scene.run)
    const highlight = editorHighlights(timeline, timeline.end, translate, true).findLast(({ tone }) => tone === 'deny')
    const documentId = highlight?.documentId ?? 'request'
    const lines = statementLines(scene.documents[documentId] ?? '', highlight)
    const marked = (line: (typeof lines)[number]) => line.kind !== 'code' || line.inside
    const first = lines.findIndex(marked)
    const last = lines.findLastIndex(marked)
    const shown = first < 0 ? lines.slice(0, 8) : lines.slice(Math.max(0, first - around), last + 2)
    return { highlight, lines: shown, tab: documentTabs.find(({ id }) => id === documentId) }
  }, [scene, translate])
}

/** The scene as it would be: where it stops, and the document that decides. */
export function ScenePreview({ scene, facts }: { scene: ErrorScene; facts: ErrorFacts }) {
  const translate = useTranslate()
  const { highlight, lines, tab } = useDeciding(scene)
  const { situation, stoppedAt } = scene.run.trace ?? {}
  const name = situation ? callerName(situation.caller, translate) : ''
  const session = situation?.caller.roleArn?.split('/').at(-1)
  const who = session === undefined ? name : translate('paste.rail.session', { user: name, role: session })
  const policy = scene.guesses.find(({ id }) => id === 'policy' || id === 'trust')
  const others = policy?.options.filter((option) => option !== policy.chosen) ?? []
  const list = new Intl.ListFormat(translate.language, { type: 'disjunction' })
  const exact = facts.reason.kind === 'unsaid' && facts.callerArn !== undefined ? 'paste.exact-unsaid' : 'paste.exact'
  return (
    <>
      <ErrorRail check={stoppedAt ?? facts.check} direct={situation?.mode === 'direct'} user={who} />
      {tab && (
        <section className="ed" aria-label={translate(tab.name)}>
          <header>
            <span className="dn no" aria-hidden="true">
              {highlight?.station ?? tab.station}
            </span>
            <b>{translate(tab.name)}</b>
            <span className="sub">{translate(scene.exact ? exact : 'paste.not-exact')}</span>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs a place in the tab order. */}
          <section className="code" tabIndex={0} aria-label={translate(tab.name)}>
            {lines.map((line, index) => (
              <Line key={`${String(index)}${line.kind}`} line={line} tone="deny" />
            ))}
          </section>
        </section>
      )}
      {!scene.exact && scene.message !== undefined && (
        <p className="own">
          {translate('paste.own-message')} <code lang="en">{scene.message}</code>
        </p>
      )}
      {others.length > 0 && (
        <p>
          {translate('paste.causes', {
            causes: list.format(others.map((option) => translate(`paste.option.${option}` as 'paste.option.fits'))),
          })}
        </p>
      )}
    </>
  )
}
