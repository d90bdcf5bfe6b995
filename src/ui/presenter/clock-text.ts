/** A time in ms as a clock shows it: `14:32`, `1:02:03`. */
export function clockText(elapsed: number): string {
  const seconds = Math.floor(Math.max(0, elapsed) / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
