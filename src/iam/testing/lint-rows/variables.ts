import { identity, type LintRow, on, variable, when } from './texts'

/** For tests: the checks of `lint-variables.ts`. */
export const variablesRows: readonly LintRow[] = [
  {
    code: 'variable-in-element',
    severity: 'error',
    found: [identity(`"Action":|"s3:${variable('aws:username')}"|,"Resource":"*"`)],
    not: [on(`"arn:aws:s3:::${variable('aws:username')}"`)],
  },
  {
    code: 'variable-for-operator',
    found: [when(`"NumericEquals":{"s3:max-keys":|"${variable('aws:PrincipalTag/n')}"|}`)],
    not: [when(`"StringEquals":{"s3:prefix":"${variable('aws:username')}"}`)],
  },
  {
    code: 'variable-unclosed',
    found: [on('|"arn:aws:s3:::b/${aws:username"|')],
    not: [on(`"arn:aws:s3:::b/${variable('aws:username')}"`)],
  },
  { code: 'variable-empty', found: [on(`|"arn:aws:s3:::b/${variable('')}"|`)], not: [on(`"arn:aws:s3:::b/${variable('*')}"`)] },
  {
    code: 'variable-space',
    found: [on(`|"arn:aws:s3:::b/${variable(' aws:username')}"|`), on(`|"arn:aws:s3:::b/${variable("aws:username,'x'")}"|`)],
    not: [on(`"arn:aws:s3:::b/${variable("aws:username, 'x'")}"`), on(`"arn:aws:s3:::b/${variable('aws:PrincipalTag/cost center')}"`)],
  },
  {
    code: 'variable-quote',
    found: [on(`|"arn:aws:s3:::b/${variable('aws:username, x')}"|`)],
    not: [on(`"arn:aws:s3:::b/${variable("aws:username, 'x'")}"`)],
  },
]
