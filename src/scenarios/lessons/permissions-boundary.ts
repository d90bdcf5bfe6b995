import type { Scenario } from '../scenario'
import { policy, readData, roleArn, runAndPass, runTask, type StatementText, trustEcsTasks } from '../write'

const role = roleArn('app-task')
const services: StatementText = { sid: 'TeamServices', action: ['ecs:*', 's3:*', 'logs:*'], resource: '*' }

export const permissionsBoundary: Scenario = {
  id: 'permissions-boundary',
  documents: {
    request: runTask(role),
    identityPolicy: policy(...runAndPass),
    permissionsBoundary: policy(services),
    trustPolicy: trustEcsTasks,
    rolePolicy: readData,
  },
  solution: { permissionsBoundary: policy(services, { sid: 'TeamRoles', action: 'iam:PassRole', resource: roleArn('app-*') }) },
  expected: { outcome: 'denied', stoppedAt: 'pass-role', seenAt: 'call', reason: 'pass-implicit' },
  goal: {
    outcome: 'allowed',
    staysDenied: [
      {
        text: { en: 'roles of other teams stay out of reach', ja: 'ほかのチームのロールは渡せないまま' },
        request: { parameters: { taskDefinition: 'app:7', overrides: { taskRoleArn: roleArn('ops-admin') } } },
        stoppedAt: 'pass-role',
      },
    ],
  },
  story: {
    en: "Aya's own policy allows everything this call needs. Her team works inside a permissions boundary, and that was written for services only.",
    ja: 'Aya のポリシーはこの呼び出しに必要な操作をすべて許可しています。ただし、チームにはサービスだけを想定したアクセス許可の境界が設定されています。',
  },
  task: {
    en: "Let the boundary allow iam:PassRole on the team's roles, app-*, and no others.",
    ja: 'アクセス許可の境界で、チームのロール app-* に限って iam:PassRole を許可してください。',
  },
  hints: [
    {
      en: 'Document 2 has two tabs. Which of them lacks iam:PassRole?',
      ja: '②の文書にはタブが 2 つあります。iam:PassRole がないのはどちらですか?',
    },
    {
      en: 'Allow iam:PassRole on arn:aws:iam::111122223333:role/app-* in the boundary.',
      ja: '境界で arn:aws:iam::111122223333:role/app-* に対する iam:PassRole を許可します。',
    },
  ],
  insight: {
    en: 'A boundary grants nothing. It draws the line that no policy of hers can cross, and PassRole has to lie inside it like everything else.',
    ja: 'アクセス許可の境界自体は何も許可しません。Aya のどのポリシーも越えられない上限を定めるもので、PassRole もその内側になければなりません。',
  },
}
