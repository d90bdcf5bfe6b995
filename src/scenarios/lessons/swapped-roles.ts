import type { Scenario } from '../scenario'
import { account, passTo, policy, readData, request, roleArn, trusts } from '../write'

const task = roleArn('app-task')
const exec = roleArn('app-exec')
const call = { sid: 'RegisterDefinitions', action: 'ecs:RegisterTaskDefinition', resource: '*' }
const register = (taskRoleArn: string, executionRoleArn: string) =>
  request({
    action: 'ecs:RegisterTaskDefinition',
    region: 'ap-northeast-1',
    parameters: { family: 'app', taskRoleArn, executionRoleArn },
    workload: { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' },
  })
const trust = { ...trusts('TrustEcsTasks', 'ecs-tasks.amazonaws.com'), condition: ['StringEquals', 'aws:SourceAccount', account] as const }
const roles = `{
  "${exec}": {
    "trustPolicy": ${policy(trust).trim().replaceAll('\n', '\n    ')},
    "rolePolicy": ${policy({ sid: 'PullAndLog', action: ['ecr:BatchGetImage', 'logs:PutLogEvents'], resource: '*' })
      .trim()
      .replaceAll('\n', '\n    ')}
  }
}`

export const swappedRoles: Scenario = {
  id: 'swapped-roles',
  documents: {
    request: register(exec, task),
    identityPolicy: policy(call, passTo('PassAppRoles', roleArn('app-*'), 'ecs-tasks.amazonaws.com')),
    trustPolicy: policy(trust),
    rolePolicy: readData,
    roles,
  },
  solution: { request: register(task, exec) },
  expected: { outcome: 'denied', stoppedAt: 'role-permission', seenAt: 'later', reason: 'permission' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'The definition was registered without a complaint, and the task starts. Then its code cannot read S3.',
    ja: 'タスク定義の登録は成功し、タスクも起動します。ところがコードが S3 を読み取れません。',
  },
  task: {
    en: 'Give each role its own place: the code runs as the task role.',
    ja: 'それぞれのロールを正しい場所に指定してください。コードはタスクロールとして動作します。',
  },
  hints: [
    { en: 'Which role does the container wear?', ja: 'コンテナはどちらのロールで動作していますか?' },
    {
      en: 'taskRoleArn and executionRoleArn are swapped in the request.',
      ja: 'リクエストの taskRoleArn と executionRoleArn が入れ替わっています。',
    },
  ],
  insight: {
    en: 'Both checks pass for both roles either way: only what the code may do tells the two roles apart.',
    ja: 'どちらの順でもチェックは両方通ります。2 つのロールの違いが現れるのは、コードが実行できる操作だけです。',
  },
}
