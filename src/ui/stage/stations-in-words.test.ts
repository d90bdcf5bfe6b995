import { describe, expect, it } from 'vitest'
import { timeOfStation, twinOf } from '../../present'
import { loadScenario } from '../../scenarios'
import { drawEveryLesson, drawLesson } from '../testing/lessons'
import { stationEntries } from './stations-in-words'

describe('the stations in words', () => {
  it('every station has an entry, in the order of the path', async () => {
    for (const { name, timeline, scene, translate } of await drawEveryLesson()) {
      const stations = stationEntries(timeline, scene, translate).map((entry) => Number(entry.station.charAt(0)))
      const expected = new Set([
        ...twinOf(timeline, scene, translate).map((entry) => Number(entry.station.charAt(0))),
        ...timeline.segments.flatMap((s) => s.station ?? []),
      ])
      expect(new Set(stations), name).toEqual(expected)
      expect(
        [...stations].sort((a, b) => a - b),
        name,
      ).toEqual(stations)
    }
  })

  it('says what the later stations answered, or that the run never came there', async () => {
    const ended = await drawLesson('clean-hand-over')
    expect(stationEntries(ended.timeline, ended.scene, ended.translate).slice(-2)).toEqual([
      { station: '4', text: '4, Credentials' },
      { station: '5', text: '5, Act. Allowed' },
    ])
    const stopped = await drawLesson('passed-to-service', 'ja')
    expect(stationEntries(stopped.timeline, stopped.scene, stopped.translate).at(-1)).toEqual({ station: '5', text: '5、実行。未到達' })
  })
})

describe('going to a station', () => {
  it('lands where it has answered, letter by letter', async () => {
    const { timeline } = await drawLesson('swapped-roles')
    const pass = timeline.segments.find((segment) => segment.id === 'pass')
    const [a, b] = pass?.parts ?? []
    const [atA, atB] = [timeOfStation(timeline, '2a'), timeOfStation(timeline, '2b')]
    expect(timeline.settled).toContain(atA)
    expect(timeline.settled).toContain(atB)
    expect(atA).toBeGreaterThan(a?.start ?? Number.NaN)
    expect(atA).toBeLessThanOrEqual(a?.end ?? Number.NaN)
    expect(atB).toBeGreaterThan(b?.start ?? Number.NaN)
  })

  it.each([
    { station: '3', reason: 'the run stopped before it' },
    { station: '2c', reason: 'there is no such role' },
    { station: '7', reason: 'there is no such station' },
  ])('$station: nowhere, because $reason', async ({ station }) => {
    const { timeline } = await drawLesson('task-definition-roles')
    expect(timeOfStation(timeline, station)).toBeUndefined()
  })
})

describe('what decided', () => {
  it.each([
    { language: 'en', expected: /Decided by statement PassAppRole, line 9$/ },
    { language: 'ja', expected: /判定したステートメントは PassAppRole \(9 行目\)$/ },
  ] as const)('is named with its line in $language', async ({ language, expected }) => {
    const { documents } = await loadScenario('passed-to-service')
    const { timeline, scene, translate } = await drawLesson('passed-to-service', language)
    expect(stationEntries(timeline, scene, translate, documents).find(({ station }) => station === '2')?.text).toMatch(expected)
    expect(stationEntries(timeline, scene, translate, documents).find(({ station }) => station === '3')?.text).not.toMatch(/line|行目/)
  })
})
