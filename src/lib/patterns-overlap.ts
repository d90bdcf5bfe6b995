/** Longer patterns are taken to overlap: nobody writes them, and the work grows with the product of both lengths. */
const longest = 2000

/** Whether some text fits both patterns: `*` stands for any run of letters, `?` for one. */
export function patternsOverlap(a: string, b: string): boolean {
  if (a.length > longest || b.length > longest) return true
  // above[j]: what was read of `a`, and the first j signs of `b`, can stand for one text.
  let above = [true]
  for (let j = 1; j <= b.length; j++) above.push(above[j - 1] === true && b[j - 1] === '*')
  for (const sign of a) {
    const row = [above[0] === true && sign === '*']
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1]
      // A star stands for nothing, or for one sign more of the other side.
      if (sign === '*' || other === '*') row.push(above[j] === true || row[j - 1] === true)
      else row.push(above[j - 1] === true && (sign === other || sign === '?' || other === '?'))
    }
    above = row
  }
  return above[b.length] === true
}
