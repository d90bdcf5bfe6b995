/** Does a name fit a pattern, whatever the case? Leftmost first and never back further than the last star, so that no pattern is slow. */
export function covers(pattern: string, name: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), name.toLowerCase()]
  let [at, from, star, mark] = [0, 0, -1, 0]
  while (from < given.length) {
    if (wanted[at] === '*') {
      star = at++
      mark = from
    } else if (wanted[at] === '?' || wanted[at] === given[from]) {
      at++
      from++
    } else if (star >= 0) {
      at = star + 1
      from = ++mark
    } else return false
  }
  while (wanted[at] === '*') at++
  return at === wanted.length
}
