/**
 * What AWS documents of condition keys: their type, and which hold several values.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type KeyType = 'string' | 'arn' | 'numeric' | 'date' | 'bool' | 'ip'

interface KeyFacts {
  readonly type: KeyType
  readonly several: boolean
  /** In every signed request: a negated operator cannot meet its absence. */
  readonly always: boolean
}

const facts = (type: KeyType, several = false, always = false): KeyFacts => ({ type, several, always })
const single = facts('string')
const list = facts('string', true)

const exact: Readonly<Record<string, KeyFacts>> = {
  'aws:calledvia': list,
  'aws:calledviafirst': single,
  'aws:calledvialast': single,
  'aws:currenttime': facts('date', false, true),
  'aws:epochtime': facts('date', false, true),
  'aws:multifactorauthage': facts('numeric'),
  'aws:multifactorauthpresent': facts('bool'),
  'aws:principalaccount': facts('string', false, true),
  'aws:principalarn': facts('arn', false, true),
  'aws:principalisawsservice': facts('bool', false, true),
  'aws:principalorgid': single,
  'aws:principalorgpaths': list,
  'aws:principalservicename': single,
  'aws:principalservicenameslist': list,
  'aws:principaltype': facts('string', false, true),
  'aws:requestedregion': facts('string', false, true),
  'aws:resourceaccount': single,
  'aws:resourceorgid': single,
  'aws:resourceorgpaths': list,
  'aws:securetransport': facts('bool', false, true),
  'aws:sourceaccount': single,
  'aws:sourcearn': facts('arn'),
  'aws:sourceidentity': single,
  'aws:sourceip': facts('ip'),
  'aws:sourceorgid': single,
  'aws:sourceorgpaths': list,
  'aws:sourcevpc': single,
  'aws:sourcevpce': single,
  'aws:tagkeys': list,
  'aws:tokenissuetime': facts('date'),
  'aws:useragent': single,
  'aws:userid': facts('string', false, true),
  'aws:username': single,
  'aws:viaawsservice': facts('bool', false, true),
  'aws:vpcsourceip': facts('ip'),
  'iam:associatedresourcearn': facts('arn'),
  'iam:awsservicename': single,
  'iam:passedtoservice': single,
  'iam:permissionsboundary': facts('arn'),
  'iam:policyarn': facts('arn'),
  'sts:durationseconds': facts('numeric'),
  'sts:externalid': single,
  'sts:rolesessionname': single,
  'sts:sourceidentity': single,
  'sts:transitivetagkeys': list,
}

/** What is known of a key; undefined for a key of which nothing is. Tag keys hold one value each. */
export function keyFacts(key: string): KeyFacts | undefined {
  const lower = key.toLowerCase()
  if (/^(aws:(principaltag|requesttag|resourcetag)|iam:resourcetag)\/./.test(lower)) return single
  return Object.hasOwn(exact, lower) ? exact[lower] : undefined
}
