import { type LintRow, on, role, s3 } from './texts'

/** For tests: the checks of `lint-resources.ts`. */
export const resourcesRows: readonly LintRow[] = [
  { code: 'arn-prefix', severity: 'error', found: [on('|"my-bucket"|')], not: [on(s3), on('"*"')] },
  { code: 'arn-fields', found: [on('|"arn:aws:s3:b"|')], not: [on(s3), on('"arn:aws:s3:*"')] },
  {
    code: 'arn-partition',
    found: [on('|"arn:awz:s3:::b"|')],
    not: [on('"arn:aws-cn:s3:::b"'), on('"arn:*:s3:::b"')],
    suggestion: 'arn:aws:s3:::b',
  },
  { code: 'arn-service-case', found: [on('|"arn:aws:S3:::b"|')], not: [on(s3)], suggestion: 'arn:aws:s3:::b' },
  {
    code: 'arn-region',
    found: [on('|"arn:aws:sqs:us-est-1:111122223333:q"|')],
    not: [on('"arn:aws:sqs:us-east-1:111122223333:q"'), on('"arn:aws:sqs:us-*:111122223333:q"')],
    suggestion: 'arn:aws:sqs:us-east-1:111122223333:q',
  },
  {
    code: 'arn-account',
    found: [on('|"arn:aws:sqs:us-east-1:11112222333:q"|')],
    not: [on('"arn:aws:sqs:us-east-1:111122223333:q"'), on('"arn:aws:iam::aws:policy/ReadOnlyAccess"')],
  },
  { code: 'arn-account-missing', found: [on('|"arn:aws:iam:::role/app"|')], not: [on(`"${role}"`), on('"arn:aws:iam::*:role/app"')] },
  {
    code: 'arn-region-not-allowed',
    found: [on('|"arn:aws:iam:us-east-1:111122223333:role/app"|')],
    not: [on(`"${role}"`), on('"arn:aws:s3:us-east-1:111122223333:accesspoint/a"')],
    suggestion: role,
  },
  {
    code: 'arn-account-not-allowed',
    found: [on('|"arn:aws:s3::111122223333:b"|')],
    not: [on(s3), on('"arn:aws:s3::*:b"')],
    suggestion: 'arn:aws:s3:::b',
  },
]
