/** What is said of the direct call alone: the caller takes the role on by itself. */
export const direct = {
  'row.caller': 'Caller',
  'row.account-of': 'account {account}',
  'row.everyone': '* (everyone)',
  'row.every-role': '* (every role)',
  'name.session-in': '{account}: session {role}/{name}',
  'join.or-everyone': 'the trust names everyone, so that alone is enough',
  'join.or-open': 'the trust names {who}: its yes alone would be enough',
  'join.or-limits': 'the trust names {who}: no identity policy needed, but limits still count',
  'join.deny': 'a Deny on either side always counts',
  'join.deny-named': 'the trust names {who}, but a Deny always counts',
  'chain.title': 'Chaining',
  'chain.text': '{role} may take the next role: {minutes} min at most',
  'chain.open': '{title}. {text}. Go on as this session',
  'gate.question.trust-direct': 'Does {role} trust {principal}?',
  'after.account-hers-there': 'her account',
  'after.account-hers': 'her account',
  'terminal.keys-hers': 'Now {user} holds the keys, and only {role}’s permissions count. Her own are set aside.',
  'terminal.keys-chained': 'Now {user} holds the keys, and only {role}’s permissions count. Those of {from} are set aside.',
  'body.direct-account-aya':
    'No service, so no PassRole: one call, asked with {u:user}’s own authority in both places. The trust names her account, not her, so her identity policy must say yes too.',
  'body.direct-account':
    'No service, so no PassRole: one call, asked with {u:user}’s own authority in both places. The trust names the account, not {u:user}, so the identity policy must say yes too.',
  'body.direct-named':
    'No service, so no PassRole: one call. The trust names {u:user}, and in one account that is enough: no identity policy has to say yes.',
  'body.direct-role':
    'No service, so no PassRole: one call. The trust names {r:who}, the role of this session, and in one account that is enough: no identity policy has to say yes.',
  'body.direct-everyone':
    'No service, so no PassRole: one call. The trust names everyone, and in one account that is enough: no identity policy has to say yes.',
  'body.direct-across':
    'No service, so no PassRole: one call. The role lives in another account, so both sides had to say yes: its trust policy and {u:user}’s own policy.',
  'passed.identity': 'Yes. {u:user}’s own policy allows it. The role is asked too.',
  'passed.identity-spared': 'Not needed: {r:role} names the caller itself.',
  'passed.trust-direct': 'Yes. {r:role} trusts {u:user}.',
  'aside.naming.title': 'Trust that names {who} is enough',
  'aside.naming.text': 'In one account, {c:named} needs no identity policy.',
  'action.name-caller': 'Try it',
  'action.compare': 'Compare with PassRole',
  'action.chain': 'Next role',
  'notice.caller-named': 'The trust policy now names {name}.',
  'notice.chained': 'The caller is now a session of {role}. Document 2 holds its permissions; {next} is a placeholder for the next role.',
  'headline.session-short': 'Stopped at check 3. No session is that short.',
  'twin.join': 'How the two join: {join}, {rule}',
  'twin.then': '. ',
  'stage.and': 'and',
  'stage.or': 'or',
  'stage.deny': 'Deny wins',
} as const
