import type { Translate } from '../i18n'
import { type AwsError, type Trace, whoCalls } from '../simulate'
import { deputyFacts } from './deputy-facts'
import { callerName, mallory } from './names'
import type { TerminalSpan } from './terminal'

type Line = readonly TerminalSpan[]

const remark = (text: string): Line => [{ text: `# ${text}`, tone: 'dim' }]

function namesIn({ situation }: Trace, translate: Translate) {
  const { service, caller } = situation
  return {
    service: service.shortName,
    user: callerName(whoCalls(situation), translate),
    owner: callerName(caller, translate),
  }
}

/** What comes with the stranger's call, and what the owner's would hang on. */
function differences(trace: Trace, translate: Translate): readonly Line[] {
  const facts = deputyFacts(trace)
  if (facts?.apart !== 'told') return []
  const names = namesIn(trace, translate)
  const { differing, asked, own } = facts
  const assumed =
    own?.assumption === 'key-sent' ? [remark(translate('deputy.terminal.assumed', { ...names, key: own.assumedKey ?? '' }))] : []
  return [
    [],
    remark(translate('deputy.terminal.same', names)),
    remark(translate(differing.length > 1 ? 'deputy.terminal.same-but-few' : 'deputy.terminal.same-but', names)),
    ...differing.map(
      ({ key, value }): Line => [
        { text: `${key} = `, tone: 'plain' },
        { text: value, tone: key === asked ? 'key' : 'plain' },
      ],
    ),
    ...assumed,
  ]
}

/** The service was refused the role. `printed`: how it says so, where its words are known. */
export function refusedLines(trace: Trace, { message }: AwsError, printed: readonly Line[], translate: Translate): readonly Line[] {
  const names = namesIn(trace, translate)
  const roleArn = deputyFacts(trace)?.step?.roleArn ?? ''
  const took = remark(translate(names.user === mallory ? 'deputy.terminal.took-her' : 'deputy.terminal.took', names))
  // Where AWS's words are not known, the fact itself.
  const fact: readonly Line[] = [
    [
      { text: 'no keys for', tone: 'error' },
      { text: ` ${roleArn}`, tone: 'plain' },
    ],
    remark(translate('deputy.terminal.no-words')),
  ]
  return [took, ...(message === '' ? fact : printed), ...differences(trace, translate)]
}

/** The service has the role, and works for somebody else with it. */
export function throughLine(trace: Trace, translate: Translate): Line {
  const [role] = trace.situation.roles
  return remark(
    translate('deputy.terminal.through', { ...namesIn(trace, translate), role: role?.name ?? '', account: role?.accountId ?? '' }),
  )
}
