/** `TaskDefinition` and `taskDefinition` are `--task-definition`. */
export function optionName(member: string): string {
  return `--${member
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()}`
}

const bare = /^[\w@%+=:,./-]+$/

function quoted(text: string): string {
  return bare.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`
}

function argument(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return String(value)
  return quoted(json(value))
}

/** JSON with a space wherever a long line may be broken. */
function json(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${json(member)}`)
  return `{${members.join(', ')}}`
}

/** The AWS CLI command for a request body, in one line: one option per member, structures as JSON. */
export function cliCommand(command: string, parameters: Readonly<Record<string, unknown>>): string {
  const options = Object.entries(parameters).map(([member, value]) => {
    if (typeof value === 'boolean') return value ? optionName(member) : optionName(member).replace('--', '--no-')
    return `${optionName(member)} ${argument(value)}`
  })
  return [`aws ${command}`, ...options].join(' ')
}
