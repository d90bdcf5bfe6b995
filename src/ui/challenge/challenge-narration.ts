import type { RichText, Translate } from '../../i18n'
import type { Narration } from '../../present'
import type { ActiveChallenge, WorkspaceState } from '../../state'
import { hintText } from './hints'
import { lineDiff } from './line-diff'
import { goalWords, moveHeadline, solvedHeadline, wideBody, wideHeadline } from './words'

/** How many lines differ from what the lesson began with, and in how many places. */
export function changesSince({ documents, start }: Pick<WorkspaceState, 'documents' | 'start'>): { lines: number; places: number } {
  const ids = [...new Set([...Object.keys(documents), ...Object.keys(start)])] as (keyof typeof documents)[]
  const hunks = ids.flatMap((id) => (documents[id] === start[id] ? [] : lineDiff(start[id] ?? '', documents[id] ?? '')))
  const lines = hunks.reduce((sum, { added, removed }) => sum + Math.max(added.length, removed.length), 0)
  return { lines, places: hunks.length }
}

function moveBody(active: ActiveChallenge, workspace: WorkspaceState, translate: Translate, narrow: boolean, pinned: boolean): RichText {
  const { challenge, rung } = active
  const side = narrow ? '-narrow' : ''
  if (active.proposal) return translate.rich(`challenge.body.proposed${side}`)
  if (rung > 0 && rung < 4 && !pinned) {
    const said = hintText(rung as 1 | 2 | 3, challenge, workspace.documents, workspace.playable, translate)
    return [...translate.rich('challenge.body.hint', { number: rung, text: '' }), ...said]
  }
  return translate.rich(`challenge.body${side}`, { task: challenge.scenario.task[translate.language] })
}

/** What is said while a lesson is being solved, in place of what is said of its run. */
export function challengeNarration(
  told: Narration,
  active: ActiveChallenge,
  workspace: WorkspaceState,
  translate: Translate,
  narrow: boolean,
  pinned: boolean,
): Narration {
  const { challenge, judged } = active
  const say = (seal: 'flag' | 'allow', headline: RichText, body: RichText): Narration => ({
    ...told,
    seal: { kind: seal, text: '', speaker: undefined },
    headline,
    body,
    guesses: [],
  })
  if (!judged.solved) return say('flag', moveHeadline(challenge, translate), moveBody(active, workspace, translate, narrow, pinned))
  if (!judged.least) return say('allow', wideHeadline(challenge, judged.wides[0], translate), wideBody(challenge, judged, translate))
  const { lines } = changesSince(workspace)
  const changed = lines === 1 ? translate('challenge.changed.one') : translate('challenge.changed', { count: lines })
  const between = translate.language === 'ja' ? '' : ' '
  const insight = challenge.scenario.insight[translate.language]
  return say('allow', solvedHeadline(challenge, translate), [{ kind: 'text', text: `${changed}${between}${insight}` }])
}

/** The goals, for whoever hears the page. */
export const spokenGoals = ({ challenge, judged }: ActiveChallenge, translate: Translate): string => {
  const open = goalWords(challenge, judged, [], translate).filter(({ met }) => !met)
  const counted = translate('challenge.spoken', { met: judged.met, count: judged.goals.length })
  const flat = (rich: RichText) => rich.map(({ text }) => text).join('')
  return [counted, ...open.map(({ title, small }) => [title, small].map(flat).join(' ').trim())].join(' ')
}
