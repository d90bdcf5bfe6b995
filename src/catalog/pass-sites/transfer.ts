import { defineService, exampleRole, type SiteSpec, sourceKeys } from '../define-service'

const createUserSites: readonly SiteSpec[] = [
  {
    id: 'transfer-create-user',
    at: '$.Role',
    timing: 'run',
    sends: sourceKeys(
      'arn:<partition>:transfer:<region>:<account>:user/<$.ServerId|s-0123456789abcdef0>/<$.UserName|partner>',
      'widely-reported',
    ),
    session: '<$.UserName|partner>.0a1b2c3d@<$.ServerId|s-0123456789abcdef0>',
    fails: { place: 'later-caller' },
    confidence: { sessionName: 'unsure' },
  },
]

export const transfer = defineService({
  id: 'transfer',
  name: 'AWS Transfer Family',
  shortName: 'Transfer Family',
  workload: 'file-transfer',
  principal: 'transfer.amazonaws.com',
  docs: { trust: 'https://docs.aws.amazon.com/transfer/latest/userguide/requirements-roles.html' },
  calls: [
    {
      name: 'CreateUser',
      resource: 'server/<$.ServerId|s-0123456789abcdef0>',
      returns: '{ "ServerId": "<$.ServerId|s-0123456789abcdef0>", "UserName": "<$.UserName|partner>" }',
      label: '<$.UserName|partner>',
      example: {
        ServerId: 's-0123456789abcdef0',
        UserName: 'partner',
        Role: exampleRole('transfer-partner'),
        HomeDirectory: '/my-drop/partner',
      },
      typicalAction: 's3:GetObject',
      sites: createUserSites,
    },
    {
      name: 'UpdateUser',
      resource: 'user/<$.ServerId|s-0123456789abcdef0>/<$.UserName|partner>',
      returns: '{ "ServerId": "<$.ServerId|s-0123456789abcdef0>", "UserName": "<$.UserName|partner>" }',
      label: '<$.UserName|partner>',
      example: { ServerId: 's-0123456789abcdef0', UserName: 'partner', Role: exampleRole('transfer-partner') },
      typicalAction: 's3:GetObject',
      sites: createUserSites,
    },
    {
      name: 'CreateServer',
      returns: '{ "ServerId": "s-0123456789abcdef0" }',
      label: 's-0123…',
      example: { Protocols: ['SFTP'], LoggingRole: exampleRole('transfer-logs') },
      typicalAction: 'logs:CreateLogStream',
      speaksAs: { workload: 'delivery' },
      sites: [
        {
          id: 'transfer-create-server-logging',
          at: '$.LoggingRole',
          timing: 'run',
          sends: sourceKeys('arn:<partition>:transfer:<region>:<account>:server/s-0123456789abcdef0', 'widely-reported'),
          fails: { place: 'none' },
        },
      ],
    },
  ],
})
