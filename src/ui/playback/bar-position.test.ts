import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentName } from '../../present'
import { type Drawn, drawEveryLesson, drawLesson } from '../testing/lessons'
import { cellsOf, positionOf, shareOf, sharesOf, timeAt } from './bar-position'

const cells = ({ timeline, translate }: Drawn, started: boolean) =>
  cellsOf(timeline, started, (segment) => segmentName(segment, timeline, translate))

describe('the cells', () => {
  it('fill the bar', async () => {
    for (const drawn of await drawEveryLesson())
      for (const started of [false, true]) {
        const shown = cells(drawn, started)
        expect(
          shown.reduce((sum, cell) => sum + cell.weight, 0),
          drawn.name,
        ).toBeCloseTo(1)
        expect(Math.min(...shown.map((cell) => cell.weight)), drawn.name).toBeGreaterThan(0.03)
      }
  })

  it('do not give away before the first play where it stops', async () => {
    const [runs, stops] = [
      cells(await drawLesson('passed-to-service', 'en', true), false),
      cells(await drawLesson('passed-to-service'), false),
    ]
    expect(stops.map((cell) => cell.id)).toEqual(runs.map((cell) => cell.id))
    for (const [index, cell] of stops.entries()) expect(cell.weight).toBeCloseTo(runs[index]?.weight ?? 0, 1)
  })

  it('show the error once it has been played', async () => {
    const shown = cells(await drawLesson('passed-to-service'), true)
    expect(shown.map((cell) => [cell.id, cell.reached])).toEqual([
      ['call', true],
      ['pass', true],
      ['error', true],
      ['assume', false],
      ['credentials', false],
      ['act', false],
    ])
  })
})

describe('the needle', () => {
  it('stands at the start at 0, and at the end of what was reached at the end', async () => {
    for (const drawn of await drawEveryLesson()) {
      const shown = cells(drawn, true)
      const reached = shown.slice(0, shown.findLastIndex((cell) => cell.reached) + 1).reduce((sum, cell) => sum + cell.weight, 0)
      expect(positionOf(shown, 0), drawn.name).toBe(0)
      expect(positionOf(shown, drawn.timeline.end), drawn.name).toBeCloseTo(reached)
    }
  })

  it('is where the pointer that sought it was', async () => {
    const drawn = await drawLesson('swapped-roles')
    const shown = cells(drawn, true)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(positionOf(shown, timeAt(shown, share, drawn.timeline.end))).toBeCloseTo(share, 6)
      }),
    )
  })

  it('goes to the end, not beyond, when what was not reached is clicked', async () => {
    const { timeline, ...drawn } = await drawLesson('passed-to-service')
    const shown = cells({ timeline, ...drawn }, true)
    expect([timeAt(shown, 0.97, timeline.end), timeAt(shown, 40, timeline.end), timeAt(shown, -1, timeline.end)]).toEqual([
      timeline.end,
      timeline.end,
      0,
    ])
  })
})

describe('shares', () => {
  it.each([
    { name: 'by weight where all have room', weights: [1, 3], least: [0.1, 0.1], shares: [0.25, 0.75] },
    {
      name: 'a narrow one is widened, the others keep their proportion',
      weights: [1, 3, 6],
      least: [0.2, 0, 0],
      shares: [0.2, 0.8 / 3, 1.6 / 3],
    },
    { name: 'widening one may make another too narrow', weights: [1, 2, 7], least: [0.4, 0.15, 0], shares: [0.4, 0.15, 0.45] },
    { name: 'when nothing fits, each in proportion to its need', weights: [1, 1], least: [1, 3], shares: [0.25, 0.75] },
    { name: 'no cells', weights: [], least: [], shares: [] },
  ])('$name', ({ weights, least, shares }) => {
    const found = sharesOf(weights, least)
    expect(found).toHaveLength(shares.length)
    for (const [index, share] of shares.entries()) expect(found[index]).toBeCloseTo(share)
  })

  it.each([
    { t: -5, share: 0 },
    { t: 15, share: 0.5 },
    { t: 99, share: 1 },
  ])('of a stretch from 10 to 20, at $t: $share', ({ t, share }) => {
    expect(shareOf({ start: 10, end: 20 }, t)).toBe(share)
    expect(shareOf({ start: 10, end: 10 }, t)).toBe(0)
  })
})
