import type { Scenario } from '../scenario'
import { account, policy, readData, roleArn, takeRole, trustsPrincipal } from '../write'

const role = roleArn('deploy')
const workload = { action: 's3:GetObject', resource: 'arn:aws:s3:::app-data/report.csv' }

export const mfaRequired: Scenario = {
  id: 'mfa-required',
  documents: {
    request: takeRole(role, {}, { workload }),
    identityPolicy: policy({ sid: 'TakeDeploy', action: 'sts:AssumeRole', resource: role }),
    trustPolicy: policy({
      ...trustsPrincipal('TrustWithMfa', `arn:aws:iam::${account}:root`),
      condition: ['Bool', 'aws:MultiFactorAuthPresent', 'true'],
    }),
    rolePolicy: readData,
  },
  solution: { request: takeRole(role, { SerialNumber: `arn:aws:iam::${account}:mfa/aya`, TokenCode: '123456' }, { workload }) },
  expected: { outcome: 'denied', stoppedAt: 'assume-role', seenAt: 'call', sid: 'TrustWithMfa', reason: 'key-absent' },
  goal: { outcome: 'allowed' },
  story: {
    en: 'Aya may take on deploy, and the role trusts her account. She calls with her access keys, as always.',
    ja: 'Aya には deploy を引き受ける権限があり、ロールも Aya のアカウントを信頼しています。Aya はいつもどおりアクセスキーで呼び出します。',
  },
  task: {
    en: 'Send the MFA device and its code with the call: SerialNumber and TokenCode.',
    ja: 'MFA デバイスとコードを SerialNumber と TokenCode で一緒に送信してください。',
  },
  hints: [
    {
      en: 'Access keys alone carry no aws:MultiFactorAuthPresent, not even false.',
      ja: 'アクセスキーだけの呼び出しに aws:MultiFactorAuthPresent は含まれません。false でもありません。',
    },
    {
      en: '"SerialNumber": "arn:aws:iam::111122223333:mfa/aya", "TokenCode": "123456"',
      ja: 'パラメータに "SerialNumber": "arn:aws:iam::111122223333:mfa/aya" と "TokenCode": "123456" を追加します。',
    },
  ],
  insight: {
    en: 'A service that takes on a role never has MFA. A role for people and a role for services should not be the same one.',
    ja: 'サービスがロールを引き受けるときに MFA が使われることはありません。人が使うロールとサービスが使うロールは分けるべきです。',
  },
}
