import { describe, expect, it } from 'vitest'
import { fullCatalogue } from '../../catalog'
import { callEntries } from './call-entry'
import { columnMeasures, inSight, layoutList, scrollTo } from './list-layout'
import { searchCalls } from './search-calls'

const words = { call: '', later: '', launch: '', both: '', 'not-known': '' }
const groups = searchCalls(callEntries(fullCatalogue, {}), '', 'any', words)
const layout = layoutList(groups, columnMeasures)
const drawn = (from: number) => inSight(layout, from, 500, columnMeasures.row).reduce((sum, { rows }) => sum + rows.length, 0)

describe('the list of calls', () => {
  it('draws what is in sight and a little more of its hundreds of rows', () => {
    expect(layout.count).toBe(862)
    for (const from of [0, 3000, layout.height - 500]) {
      expect(drawn(from)).toBeGreaterThan(500 / 34 - 2)
      expect(drawn(from)).toBeLessThan(60)
    }
  })

  it('every row has a place of its own, in order', () => {
    const tops = layout.groups.flatMap((group) => group.rows.map(({ top }) => group.top + top))
    expect(tops.every((top, index) => index === 0 || top >= (tops[index - 1] ?? 0) + columnMeasures.row)).toBe(true)
    expect((tops.at(-1) ?? 0) + columnMeasures.row).toBe(layout.height)
  })

  it('a chosen row is brought into sight from above and from below, and one in sight stays', () => {
    const last = groups.at(-1)?.found.at(-1)?.entry.action ?? ''
    const firstOne = groups[0]?.found[0]?.entry.action ?? ''
    expect(scrollTo(layout, last, 0, 500, columnMeasures.row)).toBe(layout.height - 500)
    expect(scrollTo(layout, firstOne, 900, 500, columnMeasures.row)).toBe(0)
    expect(scrollTo(layout, firstOne, 0, 500, columnMeasures.row)).toBe(0)
    expect(scrollTo(layout, 'no:Such', 77, 500, columnMeasures.row)).toBe(77)
  })
})
