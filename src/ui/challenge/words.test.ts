import { beforeAll, describe, expect, it } from 'vitest'
import { loadTranslate, type Translate } from '../../i18n'
import { challengeOf, loadScenario, scenarioIds } from '../../scenarios'
import { runDocuments } from '../../simulate'
import { hintText } from './hints'
import { effortText, goalWords, moveHeadline, solvedHeadline, triedText, wideBody, wideHeadline } from './words'

const flat = (rich: readonly { readonly text: string }[]) => rich.map(({ text }) => text).join('')
const translates: Translate[] = []
beforeAll(async () => {
  translates.push(await loadTranslate('en'), await loadTranslate('ja'))
})

describe.each(scenarioIds)('%s in words', (id) => {
  it('has a move, goals with reasons, and a ladder of three hints, in both languages', async () => {
    const scenario = await loadScenario(id)
    const challenge = challengeOf(scenario, runDocuments)
    if (!challenge) return
    for (const translate of translates) {
      const run = runDocuments(scenario.documents)
      const judged = challenge.judge(scenario.documents, run)
      const solved = challenge.judge(challenge.solution, runDocuments(challenge.solution))
      const hints = ([1, 2, 3] as const).map((rung) => flat(hintText(rung, challenge, scenario.documents, run, translate)))
      expect(new Set(hints).size).toBe(3)
      const goals = [judged, solved].flatMap((state) => goalWords(challenge, state, [{ kind: 'text', text: 'x' }], translate))
      const said = [
        flat(moveHeadline(challenge, translate)),
        flat(solvedHeadline(challenge, translate)),
        triedText(challenge, solved, translate),
        ...hints,
        ...goals.flatMap(({ title, name, why }) => [title, name, why].map(flat)),
      ]
      for (const text of said) {
        expect(text).not.toBe('')
        expect(text).not.toMatch(/undefined|[{}]/)
      }
    }
  })
})

it('tells what is wide', async () => {
  const scenario = await loadScenario('passed-to-service')
  const challenge = challengeOf(scenario, runDocuments)
  if (!challenge) throw new Error('no challenge')
  const text = challenge.solution.identityPolicy?.replace('"arn:aws:iam::111122223333:role/app-task"', '"*"') ?? ''
  const documents = { ...challenge.solution, identityPolicy: text }
  const judged = challenge.judge(documents, runDocuments(documents))
  const [en, ja] = translates
  if (!en || !ja) throw new Error('no words')
  expect(flat(wideHeadline(challenge, judged.wides[0], en))).toBe('It runs, but Aya may now pass more than app-task.')
  expect(flat(wideBody(challenge, judged, en))).toBe(
    'One of three goals. PassAppRole lets her hand every role of the account to ECS, the admin role included. Narrow Resource and this challenge is done.',
  )
  expect(flat(wideHeadline(challenge, judged.wides[0], ja))).toBe('起動しますが、Aya は app-task 以外のロールも渡せます。')
  expect(goalWords(challenge, judged, [], en).map(({ title, small, why }) => [title, small, why].map(flat).join(' | '))).toEqual([
    'The task runs |  | Stops nowhere; S3 read as app-task.',
    'Wider than needed: | Resource is * | Needed: role/app-task. Granted: *, every role of the account.',
    'role/admin can be passed |  | Tried with the admin role: check 2 lets it through.',
  ])
})

it('tells the effort', () => {
  const [en, ja] = translates
  if (!en || !ja) throw new Error('no words')
  expect(effortText(1, 1, 160, en)).toBe('1 edit, 1 hint, 2 min 40 s')
  expect(effortText(2, 0, undefined, en)).toBe('2 edits, 0 hints')
  expect(effortText(1, 0, 40, ja)).toBe('編集 1 か所、ヒント 0 回、40 秒')
})
