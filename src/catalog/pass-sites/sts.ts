import type { CatalogService } from '../pass-site'

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
      returns:
        '{ "Credentials": { "AccessKeyId": "ASIA…",\n    "SecretAccessKey": "…", "SessionToken": "…",\n    "Expiration": "<expiration>" } }',
      returnsLabel: 'ASIA…',
      exampleParameters: { RoleArn: 'arn:aws:iam::111122223333:role/deploy', RoleSessionName: 'aya' },
      typicalAction: 's3:GetObject',
      contrast: 'direct',
    },
  ],
}
