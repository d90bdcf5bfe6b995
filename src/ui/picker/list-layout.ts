import type { CallGroup, FoundEntry } from './search-calls'

/** Heights in px: a group's heading, one call, the rule above the calls known by name only. */
export interface ListMeasures {
  readonly heading: number
  readonly row: number
  readonly rule: number
}

export const columnMeasures: ListMeasures = { heading: 34, row: 32, rule: 44 }
export const phoneMeasures: ListMeasures = { heading: 44, row: 79, rule: 64 }

/** A call and where it stands below its group's upper end. */
export interface PlacedRow {
  readonly found: FoundEntry
  readonly top: number
  /** From 1, over all groups. */
  readonly position: number
}

export interface PlacedGroup {
  readonly group: CallGroup
  readonly top: number
  readonly height: number
  readonly rows: readonly PlacedRow[]
}

export interface ListLayout {
  readonly groups: readonly PlacedGroup[]
  readonly height: number
  readonly count: number
}

/** Where every group and every call stands: what is out of sight is not drawn at all. */
export function layoutList(groups: readonly CallGroup[], measures: ListMeasures): ListLayout {
  let top = 0
  let position = 0
  const placed = groups.map((group): PlacedGroup => {
    const heading = group.service === undefined ? measures.rule : measures.heading
    const rows = group.found.map((found, index) => {
      position += 1
      return { found, top: heading + index * measures.row, position }
    })
    const height = heading + rows.length * measures.row
    const here = { group, top, height, rows }
    top += height
    return here
  })
  return { groups: placed, height: top, count: position }
}

/** Drawn beyond what is seen, px: a fast scroll meets rows, not paper. */
const beyond = 400

/** The part of a layout that a window of `height` px at `from` shows. */
export function inSight({ groups }: ListLayout, from: number, height: number, row: number): readonly PlacedGroup[] {
  const [start, end] = [from - beyond, from + height + beyond]
  return groups
    .filter((group) => group.top < end && group.top + group.height > start)
    .map((group) => ({ ...group, rows: group.rows.filter(({ top }) => group.top + top < end && group.top + top + row > start) }))
}

/** Where to scroll so that a call is seen, with its group's heading when it is the first; `from` itself when it is. */
export function scrollTo(layout: ListLayout, action: string, from: number, height: number, row: number): number {
  for (const group of layout.groups) {
    const at = group.rows.findIndex(({ found }) => found.entry.action === action)
    const placed = group.rows[at]
    if (!placed) continue
    const top = at === 0 ? group.top : group.top + placed.top
    const end = group.top + placed.top + row
    return top < from ? top : end > from + height ? end - height : from
  }
  return from
}
