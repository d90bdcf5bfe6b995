const longestLine = 76

/** JSON as a person lays a policy out: two spaces, and on one line what is short. */
export function writtenJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return line
  const entries = Object.entries(value)
  const spaced = Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    : `{ ${entries.map(([key, member]) => `${JSON.stringify(key)}: ${writtenJson(member)}`).join(', ')} }`
  const flat = Array.isArray(value) ? value.every((item) => typeof item !== 'object') : entries.length === 1
  if (flat && !spaced.includes('\n') && indent.length + spaced.length <= longestLine) return spaced
  const inner = `${indent}  `
  const members = Array.isArray(value)
    ? value.map((item) => inner + writtenJson(item, inner))
    : entries.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${writtenJson(member, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${members.join(',\n')}\n${indent}${close}`
}
