import { describe, expect, it } from 'vitest'
import { loadScenario, loadTrainerNotes, scenarioIds } from '.'

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/

describe('trainer notes', () => {
  it.each(scenarioIds)('%s: something to ask, to say and to answer, in both languages', async (id) => {
    const { ask, say, question } = await loadTrainerNotes(id)
    expect(say.length).toBeGreaterThanOrEqual(2)
    for (const texts of [ask, ...say, question]) {
      expect(texts.en.length).toBeGreaterThan(20)
      // One glance must be enough: the trainer is speaking.
      expect(texts.en.length).toBeLessThan(220)
      expect(texts.en).not.toMatch(japanese)
      expect(texts.ja).toMatch(japanese)
      expect(texts.ja.length).toBeLessThan(120)
      for (const text of Object.values(texts)) {
        expect([...text.matchAll(/`/g)].length % 2, text).toBe(0)
        expect([...text.matchAll(/\*\*/g)].length % 2, text).toBe(0)
      }
    }
  })

  it.each(scenarioIds)('%s: what stands in code in one language stands in the other', async (id) => {
    const { ask, say, question } = await loadTrainerNotes(id)
    const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]).sort()
    for (const { en, ja } of [ask, ...say, question]) for (const code of codeIn(en)) expect(ja, en).toContain(code)
  })

  it.each(scenarioIds)('%s: every ARN in a note is one of the lesson', async (id) => {
    const [{ ask, say, question }, { documents, solution }] = await Promise.all([loadTrainerNotes(id), loadScenario(id)])
    const lesson = Object.values({
      ...documents,
      ...Object.fromEntries(Object.entries(solution ?? {}).map(([k, v]) => [`${k} solved`, v])),
    }).join()
    const notes = [ask, ...say, question].flatMap(({ en, ja }) => [en, ja]).join()
    for (const [arn] of notes.matchAll(/arn:aws:iam::\d{12}:[\w/-]+/g)) expect(lesson).toContain(arn)
  })
})
