import type { CatalogService } from '../pass-site'

const invalid = (value: string, must: string) => ({
  code: 'ValidationError',
  message: `1 validation error detected: Value ${value} failed to satisfy constraint: Member must ${must}`,
})

/** The direct call: the caller takes the role on itself. No role is passed, so there is no pass site. */
export const sts: CatalogService = {
  id: 'sts',
  name: 'AWS STS',
  shortName: 'STS',
  workload: 'caller-session',
  calls: [
    {
      action: 'sts:AssumeRole',
      operation: 'AssumeRole',
      cliCommand: 'sts assume-role',
      serviceId: 'sts',
      passSites: [],
      resource: '<$.RoleArn|*>',
      accessDenied: { code: 'AccessDenied', wrap: 'plain', confidence: 'documented' },
      refusals: {
        'root-caller': { code: 'AccessDenied', message: 'Roles may not be assumed by root accounts.' },
        'session-policy': { code: 'MalformedPolicyDocument', message: 'The policy is not in the valid JSON format.' },
        'session-name': invalid("at 'roleSessionName'", 'satisfy regular expression pattern: [\\w+=,.@-]*'),
        'too-short': invalid("'<seconds>' at 'durationSeconds'", 'have value greater than or equal to 900'),
        'too-long': invalid("'<seconds>' at 'durationSeconds'", 'have value less than or equal to 43200'),
        'over-chain': {
          code: 'ValidationError',
          message: 'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
        },
        'over-role': {
          code: 'ValidationError',
          message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
        },
      },
      returns:
        '{ "Credentials": { "AccessKeyId": "ASIA…",\n    "SecretAccessKey": "…", "SessionToken": "…",\n    "Expiration": "<expiration>" } }',
      returnsLabel: 'ASIA…',
      exampleParameters: { RoleArn: 'arn:aws:iam::111122223333:role/deploy', RoleSessionName: 'aya' },
      typicalAction: 's3:GetObject',
      contrast: 'direct',
    },
  ],
}
