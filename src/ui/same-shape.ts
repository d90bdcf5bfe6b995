/** Deep equality of plain values: what a frame's part looks like, not which object holds it. */
export function sameShape(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameShape(item, b[index]))
  let left = 0
  for (const _ in b) left += 1
  // Every frame asks: no list of keys is made.
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !sameShape((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])) return false
    left -= 1
  }
  return left === 0
}
