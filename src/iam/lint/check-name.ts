import type { Problem, Severity } from '../terms'

type Facts = Readonly<Record<string, string>>

const passRoleForms: Readonly<Record<string, string>> = {
  'name-resource': 'Pass role with star in resource',
  'star-resource': 'Pass role with star in action and resource',
  'not-action-resource': 'Pass role with star in resource and NotAction',
  'name-not-resource': 'Pass role with NotResource',
  'star-not-resource': 'Pass role with star in action and NotResource',
  'not-action-not-resource': 'Pass role with NotAction and NotResource',
}

const serviceLinkedRoleForms: Readonly<Record<string, string>> = {
  'name-resource': 'Create SLR with star in resource',
  'star-resource': 'Create SLR with star in action and resource',
  'not-action-resource': 'Create SLR with star in resource and NotAction',
  'name-not-resource': 'Create SLR with NotResource',
  'star-not-resource': 'Create SLR with star in action and NotResource',
  'not-action-not-resource': 'Create SLR with NotAction and NotResource',
}

const quotaOf: Readonly<Record<string, string>> = {
  trust: 'Policy size exceeds role trust policy quota',
  'service-control': 'Policy size exceeds SCP quota',
}

const typeMismatch: Readonly<Record<string, string>> = {
  numeric: 'Type mismatch number',
  date: 'Type mismatch date',
  bool: 'Type mismatch Boolean',
  'ip-address': 'Type mismatch IP range',
}

const element = ({ element: name = '' }: Facts) => name.replace('Not', '').toLowerCase()

/** IAM Access Analyzer's names, so that a person can look a finding up. A function where one code has several. */
const names: Readonly<Record<string, string | ((facts: Facts, severity: Severity) => string | undefined)>> = {
  'json-syntax': 'Json syntax error',
  'json-trailing-comma': 'Json syntax error',
  'json-comment': 'Json syntax error',
  'duplicate-element': 'Json syntax error',
  'unknown-element': 'Invalid policy element',
  'wrong-type': 'Data type mismatch',
  'missing-element': (facts) => `Missing ${element(facts)}`,
  'invalid-version': 'Invalid version',
  'invalid-effect': 'Invalid effect',
  'forbidden-element': ({ element: name, policyType }) => {
    if (name === 'Id') return undefined
    if (policyType === 'trust') return `Role trust policy syntax error ${(name ?? '').toLowerCase()}`
    return policyType === 'service-control' ? 'SCP syntax error principal' : 'Unsupported principal'
  },
  'element-conflict': 'Unsupported element combination',
  'duplicate-sid': (_facts, severity) => (severity === 'error' ? 'Unique Sids required' : 'Unique Sids recommended'),
  'invalid-sid': 'Unsupported Sid',
  'non-sts-action': 'Unsupported action in policy',
  'malformed-action': 'Invalid action',
  'unknown-operator': ({ operator }) => (/^null/i.test(operator ?? '') ? 'Null with if exists' : 'Invalid condition operator'),
  'invalid-principal': 'Invalid principal format',
  'invalid-principal-type': 'Invalid principal key',
  'principal-wildcard': 'Unsupported wildcard in principal',
  'principal-deleted': ({ value }) => (value?.startsWith('AROA') ? 'Invalid role reference' : 'Invalid user reference'),
  'variable-without-version': 'Variable unsupported in version',
  'unknown-action': 'Invalid action',
  'unknown-key': ({ name }) => (/^aws:/i.test(name ?? '') ? 'Invalid global condition key' : 'Invalid service condition key'),
  'missing-version': 'Missing version',
  'policy-too-large': ({ policyType }) => quotaOf[policyType ?? ''] ?? 'Policy size exceeds identity policy quota',
  'duplicate-statement': 'Redundant statement',
  'empty-list': (facts) => `Empty ${facts.shape ?? 'array'} ${element(facts)}`,
  'empty-condition': 'Empty object condition',
  'redundant-value': (facts) => `Redundant ${element(facts)}`,
  'service-wildcard': 'Wildcard in service name',
  'allow-not-principal': 'Allow with NotPrincipal',
  'slr-any-service': ({ form }) => serviceLinkedRoleForms[form ?? ''],
  'action-unknown-service': 'Invalid service in action',
  'unknown-service': 'Invalid service in action',
  'variable-in-element': 'Variable unsupported in element',
  'variable-for-operator': 'Invalid variable for operator',
  'variable-unclosed': 'Missing brace in variable',
  'variable-empty': 'Empty variable',
  'variable-space': 'Unsupported space in variable',
  'variable-quote': 'Missing quote in variable',
  'arn-prefix': 'Invalid ARN prefix',
  'arn-fields': 'Missing ARN field',
  'arn-partition': 'Invalid partition',
  'arn-service-case': 'Invalid ARN service case',
  'arn-region': 'Invalid ARN Region',
  'arn-account': 'Invalid ARN account',
  'arn-account-missing': 'Invalid ARN account',
  'arn-region-not-allowed': 'ARN Region not allowed',
  'arn-account-not-allowed': 'ARN account not allowed',
  'key-format': 'Invalid condition key format',
  'key-twice': 'Duplicate keys with different case',
  'tag-key-missing': 'Missing tag key in condition',
  'wildcard-without-like': 'Wildcard without like operator',
  'missing-set-operator': 'Missing qualifier',
  'all-values-of-single': 'ForAllValues with single valued key',
  'null-with-set': 'Null with qualifier',
  'operator-for-key': 'Type mismatch',
  'value-type': ({ family }) => typeMismatch[family ?? ''] ?? 'Type mismatch',
  'condition-types-mixed': 'Invalid condition data type',
  'bool-several': 'Invalid condition multiple Boolean',
  'bounds-several': 'Redundant condition value num',
  'empty-condition-values': ({ operator }) => {
    if (/^forallvalues:/i.test(operator ?? '')) return 'Empty array condition ForAllValues'
    if (/^foranyvalue:/i.test(operator ?? '')) return 'Empty array condition ForAnyValue'
    return /ifexists$/i.test(operator ?? '') ? 'Empty array condition IfExists' : 'Empty array condition'
  },
  'private-address': ({ never }) => (never === 'true' ? 'Private IP address' : 'Private NotIpAddress'),
  'paired-key-missing': 'Missing paired condition keys',
  'key-never-sent': 'Unsupported action for condition key',
  'pass-role-any-role': ({ form }) => passRoleForms[form ?? ''],
  'pass-role-other-key': 'Unsupported action for condition key',
  'trust-everyone': 'Role trust policy unsupported wildcard in principal',
  'service-format': 'Invalid service principal format',
  'federated-format': 'Invalid federated principal syntax in role trust policy',
  'federated-not-supported': 'Federated principal not supported',
  'principal-session-redundant': 'Redundant principal in role trust policy',
  'action-for-principal': 'Mismatched action for principal',
  'oidc-without-key': 'Missing condition key for oidc principal',
  'github-without-repository': 'Missing github repo condition key',
  'github-any-repository': 'Specific github repo and branch recommended',
  'service-without-source': 'Restrict access to service principal',
  'service-without-key': 'Unsupported condition key for service principal',
  'tag-session-missing': 'Missing action for condition key',
}

/** What IAM Access Analyzer calls this check; undefined where it has none. */
export function checkName({ code, facts, severity }: Pick<Problem, 'code' | 'facts' | 'severity'>): string | undefined {
  const name = Object.hasOwn(names, code) ? names[code] : undefined
  return typeof name === 'function' ? name(facts, severity) : name
}
