import type { Translate } from '../../i18n'
import { buildTimeline, callerName, editorHighlights, type Timeline } from '../../present'
import { type Scenario, type ScenarioId, scenarioGroups } from '../../scenarios'
import { type DocumentId, runDocuments, type Trace } from '../../simulate'
import { type DocumentTab, documentTabs } from '../documents/document-tabs'

/** One scenario as the library shows it. */
export interface LibraryEntry {
  readonly id: ScenarioId
  readonly number: number
  readonly group: string
  readonly title: string
  readonly story: string
  readonly task: string
  readonly isChallenge: boolean
  /** Who calls; where somebody else does, the owner of the role and them. */
  readonly callers: readonly string[]
  readonly service: string
  readonly roles: readonly string[]
  /** The document that the lesson is about, and the lines of it worth seeing first. */
  readonly watch: DocumentTab | undefined
  readonly excerpt: string
  readonly minutes: number
  /** Everything that a search may find it by, in small letters. */
  readonly haystack: string
}

const longestExcerpt = 10

/** From the statements on: what stands before them is the same everywhere; so is the beginning of a role's ARN. */
function excerptOf(text: string): string {
  const lines = text.split('\n')
  const start = Math.max(
    0,
    lines.findIndex((line) => line.includes('"Statement"')),
  )
  const shown = lines.slice(start, start + longestExcerpt).join('\n')
  return shown.replace(/\barn:[\w-]+:(iam|sts)::\d{12}:/g, '…:')
}

/** The service that is asked, every name in the trace, and the error's words: what a person may have before their eyes. */
function wordsOf(trace: Trace): readonly string[] {
  const { situation, steps } = trace
  return [
    situation.action,
    situation.service.name,
    ...situation.roles.flatMap((role) => [role.roleArn, role.passSite?.servicePrincipal ?? '']),
    ...steps.flatMap((step) => {
      if (step.kind === 'error') return [step.error.code, step.error.message]
      return step.kind === 'authorization' ? [step.action, step.check] : []
    }),
  ]
}

/** The document that decides; of a run that goes through, the one that its lesson changes. */
function subjectOf(scenario: Scenario, timeline: Timeline, translate: Translate): DocumentId {
  const stopped = timeline.trace?.stoppedAt !== undefined
  const deciding = stopped ? editorHighlights(timeline, timeline.end, translate, true).at(-1)?.documentId : undefined
  const [changed] = Object.keys(scenario.solution ?? {}) as DocumentId[]
  return deciding ?? changed ?? 'identityPolicy'
}

/** Reads one scenario into its row. */
export function libraryEntry(id: ScenarioId, number: number, scenario: Scenario, translate: Translate): LibraryEntry {
  const run = runDocuments(scenario.documents)
  const { trace } = run
  const situation = trace?.situation
  const { language } = translate
  const title = translate(`scenario.${id}.title`)
  const timeline = buildTimeline(run)
  const subject = subjectOf(scenario, timeline, translate)
  const seconds = timeline.end / 1000
  const isChallenge = scenario.solution !== undefined
  return {
    id,
    number,
    group: scenarioGroups.find((group) => group.scenarios.includes(id))?.id ?? '',
    title,
    story: scenario.story[language],
    task: scenario.task[language],
    isChallenge,
    callers: situation ? [situation.caller, situation.otherCaller].flatMap((one) => (one ? callerName(one, translate) : [])) : [],
    service: situation?.service.shortName ?? '',
    roles: situation?.roles.map((role) => role.name) ?? [],
    watch: documentTabs.find((tab) => tab.id === subject),
    excerpt: excerptOf(scenario.documents[subject] ?? ''),
    minutes: Math.max(1, Math.round(seconds / 60 + (isChallenge ? 2 : 1))),
    haystack: [id, title, ...Object.values(scenario.story), ...Object.values(scenario.insight), ...(trace ? wordsOf(trace) : [])]
      .join(' ')
      .toLowerCase(),
  }
}
