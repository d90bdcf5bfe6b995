import type { Translate } from '../i18n'
import type { Trace } from '../simulate'
import { aya, callerName } from './names'
import type { TerminalSpan } from './terminal'

type Line = readonly TerminalSpan[]

const plain = (text: string): TerminalSpan => ({ text, tone: 'plain' })
const dim = (text: string): TerminalSpan => ({ text, tone: 'dim' })

/** When the session of a direct call ends, as the CLI prints it, the date left out: "…T11:02:11+00:00". */
export function expirationOf({ steps, situation }: Trace): string {
  const asked = steps.find((step) => step.kind === 'authorization' && step.evaluation !== undefined)
  const keys = asked?.kind === 'authorization' ? asked.evaluation?.request.contextKeys : undefined
  const now = Date.parse(String(keys?.['aws:CurrentTime'] ?? ''))
  const { DurationSeconds: seconds } = situation.parameters
  if (Number.isNaN(now)) return '…'
  return `…${new Date(now + (typeof seconds === 'number' ? seconds : 3600) * 1000).toISOString().slice(10, 19)}+00:00`
}

/** What the caller is from here on, as AWS says it, and what that means. */
export function sessionLines({ steps, situation }: Trace, translate: Translate): readonly Line[] {
  const made = steps.find((step) => step.kind === 'credentials')
  if (made?.kind !== 'credentials') return []
  const parts = made.sessionArn.split(':')
  const { caller } = situation
  const user = callerName(caller, translate)
  const names = { user, role: situation.roles[0]?.name ?? '', from: caller.roleArn?.split('/').at(-1) ?? '' }
  const chained = caller.kind === 'role-session'
  const remark = translate(chained ? 'terminal.keys-chained' : user === aya ? 'terminal.keys-hers' : 'terminal.keys-direct', names)
  return [
    [dim('$ '), plain('aws sts get-caller-identity')],
    [plain(`{ "UserId": "AROA…:${made.sessionArn.split('/').at(-1) ?? ''}", "Account": "${parts[4] ?? ''}",`)],
    [plain(`    "Arn": "${parts.slice(0, 5).join(':')}:`), { text: parts.slice(5).join(':'), tone: 'good-key' }, plain('" }')],
    [dim(`# ${remark}`)],
  ]
}
