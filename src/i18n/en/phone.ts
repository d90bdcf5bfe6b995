/** What the route of a phone says beside what the stage says, and the shorter questions of narrow gates. */
export const phone = {
  'gate.brief.pass': 'May {user} pass it?',
  'gate.brief.pass-role': 'May {user} pass {role}?',
  'gate.brief.pass-both': 'May {user} pass both?',
  'gate.brief.pass-all': 'May {user} pass all {count}?',
  'gate.brief.trust': 'Is {service} trusted?',
  'phone.asks': 'Asks',
  'phone.attached': ' attached',
  'phone.answers-iam': '{user}’s identity policy answers',
  'phone.answers-sts': '{role}’s trust policy answers',
  'phone.answers-several': 'Each role’s trust policy answers',
  'phone.credentials': '{by} gets temporary keys',
  'phone.act': '{workload} calls {action}',
  'phone.later': 'Call returned · {later}',
  'phone.hint': 'Pick a guess, or just play. You can edit every document afterwards.',
} as const
